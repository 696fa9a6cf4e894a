import { RateLimiterMongo } from 'rate-limiter-flexible';
import type { Database } from './models/database.ts';

export interface Limit {
  /** Tells the limits apart. */
  name: string;
  /** So many times within so many seconds. */
  most: number;
  seconds: number;
}

/** Counts in MongoDB, so that all processes count together. Rows end by themselves. */
export function counterOf({ db }: { db: Database }, { name, most, seconds }: Limit): RateLimiterMongo {
  return new RateLimiterMongo({
    storeClient: db.connection,
    tableName: 'limits',
    keyPrefix: name,
    points: most,
    duration: seconds,
    disableIndexesCreation: true,
  });
}

/** Finds rows by their key, and lets them end. Two rows of one key would count apart, so this comes first. */
export const prepareLimits = (deps: { db: Database }) =>
  counterOf(deps, { name: 'any', most: 1, seconds: 1 }).createIndexes();
