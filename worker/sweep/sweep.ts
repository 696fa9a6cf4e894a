import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { ActivityDeps } from '../../activities/activities.ts';
import { tellWaitingArrivals } from '../../shared/marketplace/arrivals.ts';
import { passOnWaiting } from '../../shared/marketplace/inbox.ts';
import { tryWhenAsked } from './aws-tries.ts';
import { sendWaitingChoices } from './choices.ts';
import { tellOfDisbursements } from './disbursements.ts';
import { noteEngineTroubles } from './engine-troubles.ts';
import { forgetDetails } from './forget.ts';
import { startWaitingMails } from './mails.ts';
import { lookForOffers } from './offers.ts';
import { sortOtherListings } from './other-listings.ts';

const betweenSweepsMs = 10_000;

interface Sweeping {
  deps: Pick<ActivityDeps, 'config' | 'db' | 'temporal' | 'accounts' | 'signal' | 'now' | 'marketplace'>;
  log: Pick<Logger, 'warn' | 'error'>;
  /** Told how many deals the engine cannot run. */
  onEngineTroubles?: (deals: number) => void;
  pauseMs?: number;
}

/**
 * Every few seconds starts what lies waiting in MongoDB because a process died between two writes or Temporal was away,
 * notes which deals the engine cannot run, and forgets what has been kept for long enough. Any number of workers may: all of it can be done twice. `stop` returns
 * when nothing is under way.
 */
export function startSweeping(sweeping: Sweeping): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const { signal } = stopping;
  const { pauseMs = betweenSweepsMs } = sweeping;
  const swept = (async () => {
    while (!signal.aborted) {
      await sweep(sweeping);
      await pause(pauseMs, undefined, { signal }).catch(() => {});
    }
  })();
  return {
    async stop() {
      stopping.abort();
      await swept;
    },
  };
}

/** One that fails holds up no other; it comes again. */
async function sweep(sweeping: Sweeping): Promise<void> {
  const { deps, log } = sweeping;
  const sweeps = {
    choices: () => sendWaitingChoices(deps),
    disbursements: () => tellOfDisbursements(deps),
    mails: () => startWaitingMails(deps),
    events: () => passOnWaiting(deps),
    offers: () => lookForOffers(deps),
    otherListings: () => sortOtherListings(deps),
    arrivals: () => tellWaitingArrivals(deps),
    awsTries: () => tryWhenAsked(deps),
    details: () => forgetDetails(deps),
    engine: () => engineTroubles(sweeping),
  };
  for (const [name, run] of Object.entries(sweeps))
    await run().catch(error => log.warn({ err: error, sweep: name }, 'a sweep failed'));
}

async function engineTroubles({ deps, log, onEngineTroubles }: Sweeping): Promise<void> {
  const dealIds = await noteEngineTroubles(deps);
  onEngineTroubles?.(dealIds.length);
  if (dealIds.length > 0) log.error({ dealIds }, 'the engine cannot run these deals');
}
