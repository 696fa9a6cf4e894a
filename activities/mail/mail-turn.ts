import { setTimeout as pause } from 'node:timers/promises';
import { type RateLimiterMongo, RateLimiterRes } from 'rate-limiter-flexible';
import type { Config } from '../../shared/config.ts';
import { counterOf, prepareLimits } from '../../shared/limits.ts';
import type { Database } from '../../shared/models/database.ts';

interface Needs {
  db: Database;
  config: Pick<Config, 'MAIL_PER_SECOND'>;
}

const counters = new WeakMap<Database, Promise<RateLimiterMongo>>();
/** Those who wait for the next second do not all ask in its first millisecond. */
const spreadMs = 100;

/**
 * Waits until one more mail may be sent: all workers together send `MAIL_PER_SECOND`, however many they are. Throws when
 * MongoDB fails.
 */
export async function takeMailTurn(needs: Needs): Promise<void> {
  const counter = await counterFor(needs);
  for (;;) {
    const waitMs = await counter.consume('all').then(() => 0, waitIn);
    if (waitMs === 0) return;
    await pause(waitMs + Math.random() * spreadMs);
  }
}

function waitIn(refused: unknown): number {
  if (refused instanceof RateLimiterRes) return Math.max(1, refused.msBeforeNext);
  throw refused;
}

function counterFor({ db, config }: Needs): Promise<RateLimiterMongo> {
  const known = counters.get(db);
  if (known) return known;
  const limit = { name: 'mails', most: config.MAIL_PER_SECOND, seconds: 1 };
  const counter = prepareLimits({ db }).then(() => counterOf({ db }, limit));
  counters.set(db, counter);
  // The next mail tries again.
  counter.catch(() => counters.delete(db));
  return counter;
}
