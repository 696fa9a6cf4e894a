import type { Database } from '../models/database.ts';
import type { WebhookEndpoint } from '../models/webhook-endpoint.ts';

const _id = 'timeline' as const;

/**
 * The receiver is paused after so many attempts in a row have failed, over an hour at the least: a deployment of the
 * receiver while much is going on must not need a person. An entry alone comes to as many with its last attempt.
 */
const mostFailures = 10;
const shortestTroubleMs = 3_600_000;

type WebhookDatabase = Pick<Database, 'webhookEndpoints' | 'webhookDeliveries'>;

/** How the receiver does; nothing is known of one that has taken everything so far. */
export async function readEndpoint(db: WebhookDatabase): Promise<WebhookEndpoint> {
  return (await db.webhookEndpoints.findById(_id).lean()) ?? { _id, failures: 0 };
}

/** Something was taken: whatever failed before counts no more. */
export async function noteTaken(db: WebhookDatabase): Promise<void> {
  await db.webhookEndpoints.updateOne(
    { _id, failures: { $gt: 0 } },
    { $set: { failures: 0 }, $unset: { failingSince: 1, onTrial: 1 } },
  );
}

/**
 * Counts a failure, and pauses the receiver when it was one too many or the receiver is gone; what waits is held then.
 * `now` is ISO business time. Can be repeated.
 */
export async function noteFailure(
  db: WebhookDatabase,
  { gone, now }: { gone: boolean; now: string },
): Promise<void> {
  const options = { upsert: true, updatePipeline: true, returnDocument: 'after' } as const;
  const endpoint = await db.webhookEndpoints.findOneAndUpdate({ _id }, [countFailure], options).lean();
  const pausedFor = gone ? 'gone' : endpoint && reasonToPause(endpoint);
  if (!pausedFor) return;
  const { matchedCount } = await db.webhookEndpoints.updateOne(
    // Unless something was taken meanwhile.
    { _id, pausedAt: { $exists: false }, failures: { $gt: 0 } },
    { $set: { pausedAt: new Date(now), pausedFor, announced: false } },
  );
  if (matchedCount > 0)
    await db.webhookDeliveries.updateMany({ state: 'waiting' }, { $set: { state: 'held' } });
}

function reasonToPause({ failures, failingSince, onTrial }: WebhookEndpoint): WebhookEndpoint['pausedFor'] {
  if (onTrial) return 'stillFailing';
  const trouble = failingSince ? Date.now() - failingSince.getTime() : 0;
  return failures >= mostFailures && trouble >= shortestTroubleMs ? 'failing' : undefined;
}

const countFailure = {
  $set: {
    failures: { $add: [{ $ifNull: ['$failures', 0] }, 1] },
    failingSince: { $ifNull: ['$failingSince', '$$NOW'] },
  },
};

/**
 * Ends one pause. The receiver is on trial until it takes something: one that still takes nothing is paused again at its
 * first failure instead of being posted everything that is held.
 */
export async function endPause(db: WebhookDatabase, pausedAt: string): Promise<void> {
  await db.webhookEndpoints.updateOne(
    { _id, pausedAt: new Date(pausedAt) },
    { $set: { onTrial: true }, $unset: { pausedAt: 1, pausedFor: 1, announced: 1 } },
  );
}
