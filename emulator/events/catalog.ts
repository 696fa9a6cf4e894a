import type { ChangeSet } from '../engine/change-set.ts';
import { endOfDay, wholeSecond } from '../engine/dates.ts';
import { catalogArn } from '../engine/ids.ts';
import type { Marketplace } from '../engine/marketplace.ts';
import type { Offer } from '../engine/offer.ts';
import { publish } from './publish.ts';

const source = 'aws.marketplacecatalog';
const ENDED = { SUCCEEDED: 'Succeeded', FAILED: 'Failed', CANCELLED: 'Cancelled' } as const;

/** Change set events are the only ones whose detail is in Pascal case. */
export function publishChangeSetEnded(market: Marketplace, changeSet: ChangeSet): void {
  const { id, name, status, startTime, endTime, failureCode } = changeSet;
  publish(market, {
    source,
    type: `Change Set ${ENDED[status as keyof typeof ENDED]}`,
    resources: [catalogArn({ account: market.state.sellerAccountId, kind: 'ChangeSet', id })],
    detail: {
      Catalog: 'AWSMarketplace',
      ChangeSetId: id,
      ...(name && { ChangeSetName: name }),
      StartTime: startTime,
      EndTime: endTime,
      ...(failureCode && { FailureCode: failureCode }),
    },
  });
}

/** The seller is the manufacturer as well. */
export function publishOfferReleased(market: Marketplace, offer: Offer): void {
  const account = market.state.sellerAccountId;
  const seller = { accountId: account, name: market.state.sellerName };
  const product = market.state.products[offer.productId];
  const arn = catalogArn({ account, kind: 'Offer', id: offer.id });
  publish(market, {
    source,
    type: 'Offer Released',
    resources: [arn],
    detail: {
      catalog: 'AWSMarketplace',
      offer: {
        id: offer.id,
        arn,
        name: offer.name,
        expirationDate: offer.availabilityEndDate && wholeSecond(endOfDay(offer.availabilityEndDate)),
      },
      product: {
        id: offer.productId,
        arn: catalogArn({ account, kind: 'SaaSProduct', id: offer.productId }),
        title: product?.title,
      },
      manufacturer: seller,
      sellerOfRecord: seller,
      targetedBuyerAccountIds: offer.buyerAccounts ?? [],
    },
  });
}
