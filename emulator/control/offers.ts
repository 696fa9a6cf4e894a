import type { ChangeSet } from '../engine/change-set.ts';
import { dayOf } from '../engine/dates.ts';
import type { Marketplace } from '../engine/marketplace.ts';
import { finishChangeSet, prepareChangeSet } from '../offers/process.ts';
import { startChangeSet } from '../services/catalog/operations/start-change-set.ts';
import { found } from './found.ts';

const day = 86_400_000;

/** What the seller does with an offer in AWS's console, and AWS with his changes. */
export function offerControl(market: Marketplace) {
  return {
    endOffer(offerId: string): ChangeSet {
      const { id } = found(market.state.offers[offerId], `offer ${offerId}`);
      const yesterday = dayOf(new Date(market.clock.now().getTime() - day));
      const started = startChangeSet(market, {
        Catalog: 'AWSMarketplace',
        ChangeSetName: 'Ended in the console',
        ChangeSet: [
          {
            ChangeType: 'UpdateAvailability',
            Entity: { Type: 'Offer@1.0', Identifier: id },
            DetailsDocument: { AvailabilityEndDate: yesterday },
          },
        ],
      });
      return found(market.state.changeSets[started.ChangeSetId], 'such change set');
    },
    finishChangeSets(): void {
      // Whatever still waits for its turn finds it done.
      for (const id of Object.keys(market.state.changeSets)) {
        prepareChangeSet(market, id);
        finishChangeSet(market, id);
      }
    },
  };
}
