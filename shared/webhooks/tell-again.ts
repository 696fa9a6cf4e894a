import type { Database } from '../models/database.ts';
import { letOutHeld } from './deliver.ts';
import { endPause } from './endpoint.ts';

type Deliveries = Pick<Database, 'webhookDeliveries'>;
const toHeld = { $set: { state: 'held' } } as const;

/** One entry is to be told again. False: it is none that was ever told. */
export async function holdOne({ webhookDeliveries }: Deliveries, id: string): Promise<boolean> {
  const { matchedCount } = await webhookDeliveries.updateOne({ _id: id }, toHeld);
  return matchedCount > 0;
}

/** All entries since a moment (ISO, business time) are to be told again. */
export async function holdSince({ webhookDeliveries }: Deliveries, moment: string): Promise<void> {
  await webhookDeliveries.updateMany({ at: { $gte: new Date(moment) } }, toHeld);
}

/**
 * Lets out what is held and ends a pause. The workflow ends it too, in case this process ends before it does; here, whoever
 * looks next sees it ended. Throws as `letOutHeld` does.
 */
export async function letOut(
  deps: Parameters<typeof letOutHeld>[0] & { db: Parameters<typeof endPause>[0] },
  asked: Parameters<typeof letOutHeld>[1],
): Promise<void> {
  await letOutHeld(deps, asked);
  if (asked.pausedAt) await endPause(deps.db, asked.pausedAt);
}
