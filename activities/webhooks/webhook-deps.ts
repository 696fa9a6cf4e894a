import type { Config } from '../../shared/config.ts';
import type { Database } from '../../shared/models/database.ts';

/** What the activities for the vendor's webhook need. */
export interface WebhookDeps {
  db: Database;
  config: Config;
  /** ISO business time. */
  now: () => string;
}
