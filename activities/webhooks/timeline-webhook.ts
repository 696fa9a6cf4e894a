import { ApplicationFailure, activityInfo } from '@temporalio/activity';
import type { TimelineEntry } from '../../shared/models/timeline-entry.ts';
import type { WebhookDelivery } from '../../shared/models/webhook-delivery.ts';
import { endPause, noteFailure, noteTaken, readEndpoint } from '../../shared/webhooks/endpoint.ts';
import { type Answer, codeOfAnswer, isGone, isTaken, postSigned } from '../../shared/webhooks/post.ts';
import type { WebhookDeps } from './webhook-deps.ts';
import { announcePause } from './webhook-pause.ts';

export type TimelineWebhookActivities = ReturnType<typeof createTimelineWebhookActivities>;

/** One entry, and the workflow whose turn it is to send it. */
interface Delivery {
  id: string;
  turn: string;
}

/**
 * `settled`: there is nothing more to do. `held`: the receiver is paused, or there is none. `pausedNow`: the same, and
 * staff do not know it yet.
 */
export type Delivered = 'settled' | 'held' | 'pausedNow';

/** It was not taken, and must be tried again after so many seconds at the least. */
export interface Later {
  later: number;
}

/** The vendor's webhook, told of timeline entries one by one. `id` is `<dealId>:<seq>`. */
export function createTimelineWebhookActivities(deps: WebhookDeps) {
  return {
    /**
     * Tries once. `pause`: seconds before the next attempt, unless the receiver asks for more. Throws only when MongoDB
     * fails or the timeline lacks the entry.
     */
    async deliverEntry({ pause, ...delivery }: Delivery & { pause: number }): Promise<Delivered | Later> {
      const delivered = await deliver(deps, delivery);
      return typeof delivered === 'string' ? delivered : { later: Math.max(pause, delivered.later) };
    },

    /**
     * Tries again, at first `pauses[0]` seconds after the attempt before, then after each of the others, or later if the
     * receiver asks for it. With the last one the entry is `failed`.
     */
    async deliverEntryAgain({ pauses, ...delivery }: Delivery & { pauses: number[] }): Promise<Delivered> {
      const delivered = await deliver(deps, delivery);
      if (typeof delivered === 'string') return delivered;
      const seconds = pauses[activityInfo().attempt];
      if (seconds === undefined) return giveUp(deps, delivery);
      throw ApplicationFailure.create({
        message: `${delivery.id} was not taken`,
        type: 'EntryNotDelivered',
        nextRetryDelay: Math.max(seconds, delivered.later) * 1000,
      });
    },

    /** The oldest entry that is held, unless the receiver is paused. */
    async nextHeld(): Promise<string | undefined> {
      if (await isPaused(deps)) return undefined;
      const row = await deps.db.webhookDeliveries
        .findOne({ state: 'held' }, { _id: 1 })
        .sort({ at: 1, seq: 1 })
        .lean();
      return row?._id;
    },

    /** Ends the pause that began at `pausedAt`; a later one stays. */
    endPause: ({ pausedAt }: { pausedAt: string }): Promise<void> => endPause(deps.db, pausedAt),

    /** Puts the staff's mails about the pause into the outbox and gives their keys. Can be repeated. */
    announcePause: (): Promise<{ keys: string[] }> => announcePause(deps),
  };
}

async function deliver(deps: WebhookDeps, delivery: Delivery): Promise<Delivered | Later> {
  if (await holdsFor(deps, delivery)) return whilePaused(deps);
  const row = await claim(deps, delivery);
  if (!row) return 'settled';
  const answer = await post(deps, row);
  await note(deps, row, answer);
  if (isTaken(answer)) return 'settled';
  if (await holdsFor(deps, delivery)) return whilePaused(deps);
  return { later: ('status' in answer && answer.retryAfterSeconds) || 0 };
}

/** Without a receiver everything is held, so that nothing is lost while one is being set up. */
async function isPaused({ db, config }: WebhookDeps): Promise<boolean> {
  return !config.TIMELINE_WEBHOOK_URL || (await readEndpoint(db)).pausedAt !== undefined;
}

async function whilePaused({ db }: WebhookDeps): Promise<Delivered> {
  return (await readEndpoint(db)).announced === false ? 'pausedNow' : 'held';
}

/** Holds an entry while the receiver is paused. Looks twice: the pause may have ended, and what is held been let out, before this entry was. */
async function holdsFor(deps: WebhookDeps, { id }: Delivery): Promise<boolean> {
  if (!(await isPaused(deps))) return false;
  await deps.db.webhookDeliveries.updateOne({ _id: id, state: 'waiting' }, { $set: { state: 'held' } });
  return isPaused(deps);
}

/** The row, when it is this workflow's turn. Whoever takes a held one has the turn from then on. */
async function claim({ db }: WebhookDeps, { id, turn }: Delivery): Promise<WebhookDelivery | null> {
  const free = [{ state: 'held' }, { state: 'waiting', turn: { $in: [turn, null] } }] as const;
  return db.webhookDeliveries
    .findOneAndUpdate(
      { _id: id, $or: [...free] },
      { $set: { state: 'waiting', turn }, $inc: { attempts: 1 } },
      { returnDocument: 'after' },
    )
    .lean();
}

/** The same words under the same id at every attempt: they come from the line alone. */
async function post({ db, config }: WebhookDeps, { _id, dealId }: WebhookDelivery): Promise<Answer> {
  const line = await db.timeline.findById(_id).lean<TimelineEntry>();
  if (!line) throw ApplicationFailure.retryable(`the timeline lacks ${_id}`, 'EntryNotDelivered');
  const { entry, historyLength } = line;
  const body = { type: `timeline.${entry.event.type}`, timestamp: entry.decidedAt, data: { dealId, entry } };
  return postSigned({
    url: config.TIMELINE_WEBHOOK_URL,
    secret: config.TIMELINE_WEBHOOK_SECRET,
    // Another line may come in the place of one that was delivered; see record.ts.
    id: historyLength === undefined ? _id : `${_id}:${historyLength}`,
    body: JSON.stringify(body),
  });
}

/** That it was taken is true whoever says it; anything else is not noted once another attempt has been made. */
async function note(
  { db, now }: WebhookDeps,
  { _id, turn, attempts }: WebhookDelivery,
  answer: Answer,
): Promise<void> {
  const lastAnswer = codeOfAnswer(answer);
  const answered = { lastAnswer, answeredAt: new Date(now()) };
  const taken = isTaken(answer);
  await db.webhookDeliveries.updateOne(
    { _id, turn, ...(taken ? {} : { attempts, state: { $ne: 'delivered' } }) },
    { $set: { ...answered, ...(taken && { state: 'delivered' as const }) } },
  );
  await (taken ? noteTaken(db) : noteFailure(db, { gone: isGone(answer), now: now() }));
}

async function giveUp({ db }: WebhookDeps, { id, turn }: Delivery): Promise<Delivered> {
  await db.webhookDeliveries.updateOne({ _id: id, turn, state: 'waiting' }, { $set: { state: 'failed' } });
  return 'settled';
}
