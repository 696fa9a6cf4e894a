import { createHash } from 'node:crypto';
import { type RateLimiterMongo, RateLimiterRes } from 'rate-limiter-flexible';
import { counterOf, type Limit } from '../../shared/limits.ts';
import { Problem } from '../../shared/problems.ts';
import type { Deps } from '../deps.ts';

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
export function limitBy(
  deps: Pick<Deps, 'db'>,
  { minutes, ...limit }: Omit<Limit, 'seconds'> & { minutes: number },
): (key: string) => Promise<void> {
  const counter = counterOf(deps, { ...limit, seconds: minutes * 60 });
  return key => count(counter, keyFor(key));
}
