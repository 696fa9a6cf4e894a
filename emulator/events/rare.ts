import type { Agreement } from '../engine/agreement.ts';
import { catalogArn, newId } from '../engine/ids.ts';
import { type Marketplace, timestamp } from '../engine/marketplace.ts';
import { agreementResources, parties, period, productOf, source } from './agreement.ts';
import { publish } from './publish.ts';

type Detail = Record<string, unknown>;
type Rare = (
  market: Marketplace,
  agreement: Agreement,
) => { detail: Detail; source?: string; resources?: string[] };

const CATALOG = { catalog: 'AWSMarketplace' };

const asManufacturer: Rare = (market, agreement) => ({
  detail: {
    ...CATALOG,
    agreement: period(agreement),
    resaleAuthorization: { id: null },
    ...parties(market, agreement),
    offer: { id: agreement.offerId },
  },
});

const advisory =
  (moment: 'issuedAt' | 'resolvedAt'): Rare =>
  (market, agreement) => ({
    detail: {
      ...CATALOG,
      agreement: { id: agreement.id, status: agreement.status },
      ...parties(market, agreement),
      offer: { id: agreement.offerId },
      product: { id: agreement.productId },
      advisory: { [moment]: timestamp(market) },
    },
  });

const renewal: Rare = (market, agreement) => ({
  detail: {
    ...CATALOG,
    agreement: { ...period(agreement), autoRenewalEnabled: agreement.autoRenew },
    ...parties(market, agreement),
    offer: { id: agreement.offerId },
    product: productOf(market, agreement),
    renewalSummary: { tcv: agreement.value.amount, currency: agreement.value.currency },
  },
});

const adjustment: Rare = (market, agreement) => ({
  detail: {
    ...CATALOG,
    agreement: { id: agreement.id },
    ...parties(market, agreement),
    billingAdjustmentRequest: {
      id: `bar-${newId.request()}`,
      adjustmentAmount: agreement.value.amount,
      currencyCode: agreement.value.currency,
      adjustmentReasonCode: 'OTHER',
    },
    invoice: { originalInvoiceId: String(Date.now()) },
  },
});

const offerSetReleased: Rare = (market, agreement) => {
  const account = market.state.sellerAccountId;
  const offer = market.state.offers[agreement.offerId];
  const id = `offerset-${newId.offer().slice('offer-'.length)}`;
  const arn = catalogArn({ account, kind: 'OfferSet', id });
  const offerArn = catalogArn({ account, kind: 'Offer', id: agreement.offerId });
  return {
    source: 'aws.marketplacecatalog',
    resources: [arn],
    detail: {
      ...CATALOG,
      offerSet: { id, arn, name: offer?.name },
      associatedOffers: [{ offer: { id: agreement.offerId, arn: offerArn, name: offer?.name } }],
    },
  };
};

const disbursementPaused: Rare = market => ({
  source: 'aws.marketplace',
  resources: [`arn:aws:payments:us-east-1:${market.state.sellerAccountId}:paymentinstrument:123`],
  detail: CATALOG,
});

/** Events that nothing in the emulator causes by itself; the control API publishes them for an agreement. */
const rareEvents = {
  'Purchase Agreement Created - Manufacturer': asManufacturer,
  'Purchase Agreement Amended - Manufacturer': asManufacturer,
  'Purchase Agreement Ended - Manufacturer': (market, agreement) => ({
    detail: {
      ...CATALOG,
      agreement: { id: agreement.id, status: agreement.status },
      ...parties(market, agreement),
    },
  }),
  'Purchase Agreement Advisory Issued - Manufacturer': advisory('issuedAt'),
  'Purchase Agreement Advisory Resolved - Manufacturer': advisory('resolvedAt'),
  'Purchase Agreement Renewal Terms Finalized - Proposer': renewal,
  'Purchase Agreement Renewal Upcoming - Proposer': renewal,
  'Purchase Agreement Billing Adjustment Completed - Proposer': adjustment,
  'Purchase Agreement Billing Adjustment Failed - Proposer': adjustment,
  'OfferSet Released': offerSetReleased,
  'Disbursement Paused': disbursementPaused,
} satisfies Record<string, Rare>;

export type RareEvent = keyof typeof rareEvents;
export const RARE_EVENTS = Object.keys(rareEvents) as RareEvent[];

/** Publishes one of the rare events as if it were about this agreement. */
export function publishRare(market: Marketplace, type: RareEvent, agreement: Agreement): void {
  const made = rareEvents[type](market, agreement);
  publish(market, { source, resources: agreementResources(agreement), ...made, type });
}
