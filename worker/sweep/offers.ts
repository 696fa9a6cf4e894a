import type { ActivityDeps } from '../../activities/activities.ts';
import { askAwsNow } from '../../shared/marketplace/safety-net.ts';

/** Long enough for a deal to take what is news of its own change set. */
const graceMs = 5000;

/**
 * Has AWS asked at once after a change set that no deal has made: somebody may have changed an offer in AWS, and the event
 * does not say which. Throws the Problem temporalUnavailable.
 */
export async function lookForOffers({
  db,
  temporal,
  config,
}: Pick<ActivityDeps, 'db' | 'temporal' | 'config'>): Promise<void> {
  const unasked = {
    state: 'waiting',
    dealId: { $exists: false },
    askedAt: { $exists: false },
    'notice.type': 'offerEvent',
    receivedAt: { $lt: new Date(Date.now() - graceMs) },
  } as const;
  const news = await db.events.find(unasked, { _id: 1 }).lean();
  if (news.length === 0) return;
  await askAwsNow(temporal, config);
  const ids = news.map(({ _id }) => _id);
  await db.events.updateMany({ _id: { $in: ids } }, { $set: { askedAt: new Date() } });
}
