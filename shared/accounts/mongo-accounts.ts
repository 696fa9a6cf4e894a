import type { Database } from '../models/database.ts';
import type { Accounts } from './accounts.ts';
import { linksIn, type Place } from './mongo-links.ts';
import { organizationsIn } from './mongo-organizations.ts';
import { usersIn } from './mongo-users.ts';

/** Accounts that are kept in Offerdesk's own database. */
export function createMongoAccounts(db: Database, config: Place['config']): Accounts {
  const place = { db, config };
  return { ...usersIn(db), ...organizationsIn(place), ...linksIn(place) };
}
