import { raisedTerms } from '../agreements/renewal.ts';
import { agreementValue } from '../agreements/value.ts';
import type { Agreement } from '../engine/agreement.ts';
import { catalogArn, newId } from '../engine/ids.ts';
import { type Marketplace, secondOf } from '../engine/marketplace.ts';
import {
  agreementResources,
  endingTerm,
  lockoutStart,
  namedParties,
  parties,
  period,
  productOf,
  source,
} from '../events/agreement.ts';
import { publish } from '../events/publish.ts';

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
      agreement: { id: agreement.id },
      product: { id: agreement.productId },
      ...parties(market, agreement),
      offer: { id: agreement.offerId },
      advisory: { [moment]: secondOf(market) },
    },
  });

const worthRenewed = (agreement: Agreement) => {
  const { currency, amount } = agreementValue(raisedTerms(agreement), agreement.entitlements);
  return { tcv: amount, currency };
};

const renewal = (market: Marketplace, agreement: Agreement, renewalSummary: Detail) => ({
  detail: {
    ...CATALOG,
    agreement: endingTerm(agreement),
    renewalSummary,
    product: productOf(market, agreement),
    ...namedParties(market, agreement),
  },
});

/** After the seller's deadline for a percentage range. */
const renewalFinalized: Rare = (market, agreement) => {
  const lockoutStartTime = lockoutStart(agreement);
  const now = secondOf(market);
  return renewal(market, agreement, {
    ...worthRenewed(agreement),
    termsFinalizedTime: now,
    lockoutReached: lockoutStartTime && now >= lockoutStartTime,
    lockoutStartTime,
  });
};

/** When the lockout begins. */
const renewalUpcoming: Rare = (market, agreement) =>
  renewal(market, agreement, { lockoutReached: true, ...worthRenewed(agreement) });

const adjustment: Rare = (_market, agreement) => ({
  resources: [],
  detail: {
    ...CATALOG,
    agreement: { id: agreement.id },
    billingAdjustmentRequest: {
      id: newId.billingAdjustment(),
      adjustmentAmount: `-${agreement.value.amount}`,
      currencyCode: agreement.value.currency,
      adjustmentReasonCode: 'INCORRECT_TERMS_ACCEPTED',
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
  'Purchase Agreement Renewal Terms Finalized - Proposer': renewalFinalized,
  'Purchase Agreement Renewal Upcoming - Proposer': renewalUpcoming,
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
