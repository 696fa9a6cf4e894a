import type { Client } from '@temporalio/client';
import type { Accounts } from '../../shared/accounts/accounts.ts';
import type { Config } from '../../shared/config.ts';
import type { Database } from '../../shared/models/database.ts';
import { reconcileFromTheBeginning } from '../reconciling.ts';
import { behindMongodb, type Known } from './behind.ts';
import { continueDeal } from './continue-deal.ts';
import { type LostLink, repairLinks } from './links.ts';
import { sendAgain } from './send-again.ts';
import { letUndecidedWait } from './wait-again.ts';

interface Needs {
  temporal: Client;
  db: Database;
  config: Config;
  accounts: Accounts;
  now: () => string;
}

/** What a person is told of a restore. */
export interface Restored {
  /** Deals of which MongoDB knew more than Temporal; they go on from there. */
  continued: string[];
  /** Deals that nobody can go on with, and why. */
  broken: { dealId: string; error: Error }[];
  lostLinks: LostLink[];
}

/**
 * Brings Temporal, MongoDB and AWS together after one of the first two, or both, were set back, once the records are
 * rebuilt: each deal goes on from where more of it is known. For while no worker and no api runs; it can be done again.
 */
export async function afterRestore(needs: Needs, known: Known): Promise<Restored> {
  const { temporal, db, config } = needs;
  const restored: Restored = { continued: [], broken: [], lostLinks: [] };
  for await (const dealId of behindMongodb(db, known))
    await continueDeal(needs, dealId).then(
      () => restored.continued.push(dealId),
      error => restored.broken.push({ dealId, error }),
    );
  await letUndecidedWait(db);
  for await (const lost of repairLinks(needs)) restored.lostLinks.push(lost);
  await sendAgain(needs);
  await reconcileFromTheBeginning(temporal, config);
  return restored;
}
