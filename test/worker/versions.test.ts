import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { dealWorkflowId } from '../../deal/contract/messages.ts';
import { workerVersions } from '../../worker/versions/worker-versions.ts';
import { inquire, offeredDeal } from '../support/deals.ts';
import { eventually } from '../support/eventually.ts';
import { reaches, staffAt } from '../support/people.ts';
import { type Product, startProduct, startWorker } from '../support/product.ts';
import { program } from '../support/programs.ts';

type Build = 'one' | 'two';

let product: Product;
let versions: ReturnType<typeof workerVersions>;
let second: { stop(): Promise<void> } | undefined;
let writing = false;

beforeAll(async () => {
  product = await startProduct({ RECONCILE_SECONDS: 86_400, WORKER_BUILD_ID: 'one' });
  versions = workerVersions({ temporal: product.deps.temporal, config: product.config });
});
afterAll(async () => {
  writing = false;
  await second?.stop();
  await product?.stop();
});

/** Turns of a deal: whose they were, and how many failed. */
async function turns(dealId: string) {
  const handle = product.deps.temporal.workflow.getHandle(dealWorkflowId(dealId));
  const { events } = await handle.fetchHistory();
  const builds = (events ?? []).flatMap(
    ({ workflowTaskCompletedEventAttributes: turn }) => turn?.deploymentVersion?.buildId ?? [],
  );
  const failed = (events ?? []).filter(each => each.workflowTaskFailedEventAttributes);
  return { last: builds.at(-1), failed: failed.length };
}

/** Waits until each deal has had a turn with the build; the notes that come all the time give it one. */
async function areTakenBy(build: Build, dealIds: string[]) {
  for (const dealId of dealIds)
    await eventually(async () => (await turns(dealId)).last === build, {
      what: `a turn with ${build}`,
    });
}

/** As fast as people write, whose requests are limited. */
const betweenNotesMs = 500;

/** Staff write notes until told to stop. Gives how each was answered, by what it said. */
function writingNotes(dealIds: string[]) {
  writing = true;
  const sales = staffAt(product, 'sales');
  const done = Promise.all(
    dealIds.map(async dealId => {
      const answers = new Map<string, number>();
      while (writing) {
        const text = `note ${randomUUID()}`;
        answers.set(text, (await sales.step(dealId, 'add-note', { text })).status);
        await pause(betweenNotesMs);
      }
      return { dealId, answers };
    }),
  );
  return () => {
    writing = false;
    return done;
  };
}

describe('workers of two releases', () => {
  it('take nothing until their version is made current', async () => {
    const dealId = await inquire(product);
    expect(await turns(dealId)).toMatchObject({ last: undefined });
    const { TEMPORAL_ADDRESS, PATH } = process.env;
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [...(await program('worker/versions')), 'current', 'one'],
      { env: { PATH, TEMPORAL_ADDRESS, TEMPORAL_TASK_QUEUE: product.name } },
    );
    expect(stdout).toContain('current: one');
    await reaches(product, dealId, 'inquiry');
    await areTakenBy('one', [dealId]);
  });

  it('hand deals on and take them back under load, and lose and refuse nothing', async () => {
    const dealIds = [(await offeredDeal(product)).dealId, await inquire(product), await inquire(product)];
    const stopWriting = writingNotes(dealIds);

    second = await startWorker({ ...product, config: { ...product.config, WORKER_BUILD_ID: 'two' } });
    await versions.ramp('two', 50);
    expect(await versions.list()).toMatchObject({ current: 'one', ramping: { buildId: 'two', percent: 50 } });
    await versions.makeCurrent('two');
    await areTakenBy('two', dealIds);
    await product.stopWorker();
    const later = await offeredDeal(product);

    await product.startWorker();
    await versions.makeCurrent('one');
    await areTakenBy('one', dealIds);
    await second.stop();
    second = undefined;

    for (const { dealId, answers } of await stopWriting()) {
      expect(answers.size).toBeGreaterThan(3);
      expect([...answers.values()].filter(status => ![200, 202].includes(status))).toEqual([]);
      await eventually(async () => (await notesOf(dealId)).length === answers.size, { what: 'every note' });
      expect((await notesOf(dealId)).sort()).toEqual([...answers.keys()].sort());
      expect((await turns(dealId)).failed).toBe(0);
    }
    await staffAt(product, 'sales').step(later.dealId, 'add-note', { text: 'goes on with the old one' });
    await areTakenBy('one', [later.dealId]);
  }, 300_000);
});

async function notesOf(dealId: string): Promise<string[]> {
  const lines = await product.db.timeline.find({ dealId, 'entry.event.type': 'addNote' }).lean();
  return lines.flatMap(({ entry }) => (entry.event.type === 'addNote' ? entry.event.text : []));
}
