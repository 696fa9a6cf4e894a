import type { ActivityDeps } from '../../activities/activities.ts';
import { day } from '../../deal/calendar/moments.ts';
import type { Database } from '../../shared/models/database.ts';

/** At a time; the rest comes with the next sweeps. */
const most = 500;

/**
 * Removes what was said in full so many days ago and is of no use to a deal any more: the text of mails, what AWS wrote,
 * notes of what the webhook was told, drafts that nobody has gone on with, and ticks. Who was mailed what and when, what AWS told, and timelines stay.
 */
export async function forgetDetails({ db, config }: Pick<ActivityDeps, 'db' | 'config'>): Promise<void> {
  const days = config.KEEP_DETAILS_DAYS;
  if (days === 0) return;
  const before = new Date(Date.now() - days * day);
  await forgetTexts(db, before);
  await forgetRaw(db, before);
  await forgetDeliveries(db, before);
  await forgetInbound(db, before);
  await db.termsDrafts.deleteMany({ writtenAt: { $lt: before } });
}

/** Not of those that may still be sent. */
async function forgetTexts({ outbox }: Database, before: Date): Promise<void> {
  const old = await outbox
    .find(
      { html: { $exists: true }, createdAt: { $lt: before }, state: { $nin: ['queued', 'sending'] } },
      { _id: 1 },
    )
    .limit(most)
    .lean();
  await outbox.updateMany({ _id: { $in: old.map(({ _id }) => _id) } }, { $unset: { html: 1, text: 1 } });
}

/** Not of those that wait for a deal: a person may have to read them. */
async function forgetRaw({ events }: Database, before: Date): Promise<void> {
  const old = await events
    .find({ raw: { $exists: true }, receivedAt: { $lt: before }, state: { $ne: 'waiting' } }, { _id: 1 })
    .limit(most)
    .lean();
  await events.updateMany({ _id: { $in: old.map(({ _id }) => _id) } }, { $unset: { raw: 1 } });
}

async function forgetDeliveries({ webhookDeliveries }: Database, before: Date): Promise<void> {
  const old = await webhookDeliveries
    .find({ state: 'delivered', answeredAt: { $lt: before } }, { _id: 1 })
    .limit(most)
    .lean();
  await webhookDeliveries.deleteMany({ _id: { $in: old.map(({ _id }) => _id) } });
}

/** Who wrote to us, and about what; the words are in the timelines. What waits for a person stays. */
async function forgetInbound({ inboundMails }: Database, before: Date): Promise<void> {
  const old = await inboundMails
    .find({ state: { $ne: 'held' }, receivedAt: { $lt: before } }, { _id: 1 })
    .limit(most)
    .lean();
  await inboundMails.deleteMany({ _id: { $in: old.map(({ _id }) => _id) } });
}
