import type { ActivityDeps } from '../../activities/activities.ts';
import { tryAsWorker } from '../../shared/marketplace/permissions/of-worker.ts';

/** Tries what AWS lets this worker do, once an admin has asked for it. Two workers may: it is the same answer twice. */
export async function tryWhenAsked({
  db,
  now,
  config,
  marketplace,
}: Pick<ActivityDeps, 'db' | 'now' | 'config' | 'marketplace'>): Promise<void> {
  const asked = await db.awsTries.findById('worker').lean();
  if (!asked || (asked.at && asked.at >= asked.askedAt)) return;
  const actions = await tryAsWorker({ marketplace, config });
  // As of the press that was answered: one that has come meanwhile is answered by the next sweep.
  await db.awsTries.updateOne(
    { _id: 'worker', askedAt: asked.askedAt },
    { $set: { at: new Date(now()), actions } },
  );
}
