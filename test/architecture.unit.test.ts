import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';

const root = fileURLToPath(new URL('..', import.meta.url));

interface Import {
  from: string;
  /** A path below the root, or the name of a package. */
  to: string;
  typeOnly: boolean;
}

function filesIn(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter(name => /\.tsx?$/.test(name))
    .map(name => join(folder, name));
}

function importsOf(file: string): Import[] {
  const text = readFileSync(join(root, file), 'utf8');
  const found = text.matchAll(
    /^(?:import|export)\s+(type\s)?[^'";]*?from\s+'([^']+)'|^import\s+'([^']+)'|\bimport\('([^']+)'\)/gm,
  );
  return [...found].map(([, type, from, bare, dynamic]) => {
    const target = from ?? bare ?? dynamic ?? '';
    const to = target.startsWith('.') ? relative(root, normalize(join(root, dirname(file), target))) : target;
    return { from: file, to, typeOnly: type !== undefined };
  });
}

const importsIn = (...folders: string[]) => folders.flatMap(filesIn).flatMap(importsOf);
const told = (imports: Import[]) => imports.map(({ from, to }) => `${from} → ${to}`);
const own = /^(activities|api|bench|deal|emails|emulator|local|shared|test|worker|workflows)\//;
const product = ['activities', 'api', 'deal', 'emails', 'shared', 'worker', 'workflows'];

describe('who may import whom', () => {
  it('finds imports at all', () => expect(importsIn(...product).length).toBeGreaterThan(500));

  it('the state machine imports nothing but itself', () => {
    expect(told(importsIn('deal').filter(({ to }) => !to.startsWith('deal/')))).toEqual([]);
  });

  it('workflows see the engine, the state machine and the clock, and activities as types only', () => {
    const allowed = ({ to, typeOnly }: Import) =>
      to === '@temporalio/workflow' ||
      /^(deal\/|shared\/clock\.ts|workflows\/)/.test(to) ||
      (typeOnly && to.startsWith('activities/'));
    expect(told(importsIn('workflows').filter(each => !allowed(each)))).toEqual([]);
  });

  it('the emulator imports nothing of the product', () => {
    expect(
      told(importsIn('emulator').filter(({ to }) => own.test(to) && !to.startsWith('emulator/'))),
    ).toEqual([]);
  });

  it('the product does not know emulator, local servers, benchmarks or tests', () => {
    expect(told(importsIn(...product).filter(({ to }) => /^(emulator|local|bench|test)\//.test(to)))).toEqual(
      [],
    );
  });

  it('api and worker meet only in shared and in the deal', () => {
    const api = importsIn('api').filter(
      ({ to }) =>
        /^(activities|worker|workflows)\//.test(to) &&
        to !== 'deal/contract/messages.ts' &&
        // What a mail says is pure, and the desk shows it before anybody gets it.
        !to.startsWith('activities/emails/'),
    );
    const worker = importsIn('activities', 'worker').filter(({ to }) => to.startsWith('api/'));
    const shared = importsIn('shared').filter(
      ({ to }) => /^(activities|api|worker|workflows)\//.test(to) && to !== 'deal/contract/messages.ts',
    );
    expect(told([...api, ...worker, ...shared])).toEqual([]);
  });
});

describe('one event in one place', () => {
  const textOf = (file: string) => readFileSync(join(root, file), 'utf8');

  it('the environment is read in the configuration alone', () => {
    const readers = product.flatMap(filesIn).filter(file => textOf(file).includes('process.env'));
    expect(readers).toEqual(['shared/config.ts']);
  });

  it('the state machine never asks the system for the time', () => {
    expect(filesIn('deal').filter(file => /Date\.now\(|new Date\(\)/.test(textOf(file)))).toEqual([]);
  });
});
