import { setTimeout as pause } from 'node:timers/promises';
import type { Part } from '../../local/parts/part.ts';
import { waitFor } from '../../local/story/wait.ts';
import type { Database } from '../../shared/models/database.ts';
import type { Product } from '../product.ts';
import { type Sample, watchBacklog } from './backlog.ts';
import { keepWriting, type Step } from './people.ts';

/** What happened after the opening; moments in epoch ms. */
export interface Waking {
  from: number;
  until: number;
  restartedAt: number;
  /** All workers are ready again. */
  backAt: number;
  /** And few tasks wait for them. */
  caughtUpAt: number;
  backlog: Sample[];
  steps: Step[];
}

const minute = 60_000;
/** With as few tasks waiting, workers keep up with what comes. */
const few = 20;

/** From the opening until every deal has had its reminder. */
export async function wake(
  product: Product,
  { db, dealIds, workers, spreadMs }: { db: Database; dealIds: string[]; workers: Part[]; spreadMs: number },
): Promise<Waking> {
  const from = Date.now();
  const watch = await watchBacklog({ address: product.temporalAddress, taskQueue: 'deals' });
  const people = keepWriting(product, dealIds);
  await pause(spreadMs / 4);
  const restartedAt = Date.now();
  await Promise.all(workers.map(worker => worker.restart()));
  const backAt = Date.now();
  const allSent = async () =>
    (await db.outbox.countDocuments({ template: 'negotiationIdle', state: 'sent' })) >= dealIds.length;
  await waitFor('all reminders', allSent, { withinMs: spreadMs + 15 * minute, pauseMs: 1000 });
  const steps = await people.end();
  const backlog = await watch.end();
  const caughtUpAt = backlog.find(({ at, tasks }) => at > backAt && tasks <= few)?.at ?? Date.now();
  return { from, until: Date.now(), restartedAt, backAt, caughtUpAt, backlog, steps };
}
