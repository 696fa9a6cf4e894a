import { createHash } from 'node:crypto';
import { RateLimiterMongo, RateLimiterRes } from 'rate-limiter-flexible';
import { Problem } from '../../shared/problems.ts';
import type { Deps } from '../deps.ts';

export interface Limit {
  /** Tells the limits apart. */
  name: string;
  /** So many times within so many minutes. */
  most: number;
  minutes: number;
}

/** Counts in MongoDB, so that all processes count together. Rows end by themselves. */
export function counterOf({ db }: Pick<Deps, 'db'>, { name, most, minutes }: Limit) {
  return new RateLimiterMongo({
    storeClient: db.connection,
    tableName: 'limits',
    keyPrefix: name,
    points: most,
    duration: minutes * 60,
    disableIndexesCreation: true,
  });
}

/** Finds rows by their key, and lets them end. */
export const prepareLimits = (deps: Pick<Deps, 'db'>) =>
  counterOf(deps, { name: 'any', most: 1, minutes: 1 }).createIndexes();

/** No address stands in the rows; the same person however he writes his. */
export const keyFor = (...parts: string[]) =>
  createHash('sha256').update(JSON.stringify(parts)).digest('base64url');

/** Counts one more try. Throws the Problem tooManyForAddress when there were too many. */
export async function count(counter: RateLimiterMongo, key: string): Promise<void> {
  try {
    await counter.consume(key);
  } catch (error) {
    if (error instanceof RateLimiterRes) throw new Problem('tooManyForAddress');
    throw error;
  }
}

/** A limit for each key, such as an e-mail address. The returned function throws the Problem tooManyForAddress. */
export function limitBy(deps: Pick<Deps, 'db'>, limit: Limit): (key: string) => Promise<void> {
  const counter = counterOf(deps, limit);
  return key => count(counter, keyFor(key));
}
