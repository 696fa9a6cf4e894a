import { dirname } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import {
  circlesIn,
  filesIn,
  type Import,
  importsOf,
  type Length,
  sourceOf,
  textOf,
} from './support/source.ts';

const product = ['activities', 'api', 'deal', 'emails', 'shared', 'worker', 'workflows'];
const beside = ['bench', 'build', 'emulator', 'local', 'test'];
const own = new RegExp(`^(${[...product, ...beside].join('|')})/`);
const folderOf = (path: string) => path.split('/')[0] ?? '';
const arrows = (imports: Import[]) => imports.map(({ from, to }) => `${from} → ${to}`);

describe('who may import whom', () => {
  it('finds imports at all', () => expect(importsOf(...product).length).toBeGreaterThan(500));

  it('the deal imports nothing but itself', () => {
    const others = importsOf('deal').filter(({ to }) => !to.startsWith('deal/'));
    expect(arrows(others)).toEqual([]);
  });

  it('no arrow runs up: deal, shared, emails, then activities, api and workflows, then worker', () => {
    const floors = [['deal'], ['shared'], ['emails'], ['activities', 'api', 'workflows'], ['worker']];
    const floorOf = (path: string) => floors.findIndex(floor => floor.includes(folderOf(path)));
    const up = importsOf(...product).filter(({ from, to, typeOnly }) => {
      if (!own.test(to) || folderOf(from) === folderOf(to)) return false;
      const sameFloor = floorOf(from) === floorOf(to);
      return floorOf(to) > floorOf(from) || (sameFloor && !(typeOnly && folderOf(from) === 'workflows'));
    });
    expect(arrows(up)).toEqual([]);
  });

  it('nothing goes in a circle, types counted', () => {
    expect(circlesIn(importsOf(...product))).toEqual([]);
  });

  it('workflows see the engine, the deal and the clock, and activities as types only', () => {
    const allowed = ({ to, typeOnly }: Import) =>
      to === '@temporalio/workflow' ||
      /^(deal\/|shared\/clock\.ts|workflows\/)/.test(to) ||
      (typeOnly && to.startsWith('activities/'));
    expect(arrows(importsOf('workflows').filter(each => !allowed(each)))).toEqual([]);
  });

  it('the emulator imports nothing of the product', () => {
    const imports = importsOf('emulator').filter(({ to }) => own.test(to) && !to.startsWith('emulator/'));
    expect(arrows(imports)).toEqual([]);
  });

  it('the product does not know emulator, local servers, benchmarks or tests', () => {
    expect(arrows(importsOf(...product).filter(({ to }) => beside.includes(folderOf(to))))).toEqual([]);
  });
});

describe('one thing in one place', () => {
  const where = (pattern: RegExp) => product.flatMap(filesIn).filter(file => pattern.test(textOf(file)));

  it('the environment is read in the configuration alone', () => {
    expect(where(/process\.env/)).toEqual(['shared/config.ts']);
  });

  it('the deal never asks the system for the time', () => {
    const asking = filesIn('deal').filter(file => /Date\.now\(|new Date\(\)/.test(textOf(file)));
    expect(asking).toEqual([]);
  });

  it('OpenTelemetry is loaded by whoever traces, and by nobody else', () => {
    const [own, requests] = ['shared/telemetry/open-telemetry.ts', 'shared/telemetry/requests.ts'];
    expect(where(/from '@opentelemetry|interceptors-opentelemetry'/).toSorted()).toEqual([own, requests]);
    expect(where(/from '\S*(open-telemetry|\/requests)\.ts'/)).toEqual([own]);
    expect(where(/await import\('\.\/open-telemetry\.ts'\)/)).toEqual(['shared/telemetry/start-tracing.ts']);
  });

  it('what a key says is read where keys are made', () => {
    const readers = where(
      /split\((['"])?:\1|\b(?:key|step|commandId)\.(?:split|startsWith|endsWith|slice|indexOf|match)\(/,
    );
    // The tokens of programs are written with colons in the configuration, and are no keys.
    const others = ['shared/accounts/verification-keys.ts', 'shared/config/api-tokens.ts'];
    expect(readers.filter(file => !others.includes(file))).toEqual(['deal/keys.ts']);
  });
});

const most = { folder: 16, function: 50, longFunctions: 4, casts: 38, closureOfATest: 290 };

describe('the measure of things', () => {
  const longerThan = (lines: number, functions: Length[]) => functions.filter(each => each.lines > lines);
  const functionsIn = (...folders: string[]) =>
    folders.flatMap(filesIn).flatMap(file => sourceOf(file).functions);

  it(`a folder has ${most.folder} files at the most`, () => {
    const counts = new Map<string, number>();
    for (const file of [...product, ...beside].flatMap(filesIn))
      counts.set(dirname(file), (counts.get(dirname(file)) ?? 0) + 1);
    const full = [...counts].filter(([, count]) => count > most.folder);
    expect(full).toEqual([]);
  });

  it(`few functions are longer than ${most.function} lines`, () => {
    const long = longerThan(most.function, functionsIn(...product));
    expect(long.length <= most.longFunctions ? [] : long).toEqual([]);
  });

  it('no test is a closure that nobody can see the end of', () => {
    expect(longerThan(most.closureOfATest, functionsIn('test'))).toEqual([]);
  });

  it('the compiler is asked, and seldom told', () => {
    const casts = product.flatMap(filesIn).map(file => [file, sourceOf(file).casts] as const);
    const all = casts.reduce((sum, [, count]) => sum + count, 0);
    expect(all <= most.casts ? [] : casts.filter(([, count]) => count > 1)).toEqual([]);
  });
});
