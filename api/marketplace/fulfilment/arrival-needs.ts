import type { ArrivalNeeds } from '../../../shared/marketplace/arrivals.ts';
import { signalDeal } from '../../../shared/temporal/signal.ts';
import type { Deps } from '../../deps.ts';

/** What matching an arrival with its deal needs, from what the api has. */
export function arrivalNeeds({
  config,
  db,
  marketplace,
  now,
  temporal,
}: Pick<Deps, 'config' | 'db' | 'marketplace' | 'now' | 'temporal'>): ArrivalNeeds {
  return {
    db,
    marketplace,
    now,
    config,
    signal: (dealId, command) => signalDeal(temporal, dealId, command),
  };
}
