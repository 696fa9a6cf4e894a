import { type Agreement, type CancellationRequest, renewalTermOf } from '../engine/agreement.ts';
import { END_OF_TIME, subtractDuration, wholeSecond } from '../engine/dates.ts';
import type { Marketplace } from '../engine/marketplace.ts';
import { publish } from './publish.ts';

export const source = 'aws.agreement-marketplace';
export const agreementResources = ({ id }: Agreement) => [`arn:aws:aws-marketplace::aws:agreement:${id}`];

export const parties = (market: Marketplace, agreement: Agreement) => ({
  acceptor: { accountId: agreement.acceptorAccountId },
  proposer: { accountId: market.state.sellerAccountId },
});

/** What is about a renewal names the seller as well. */
export const namedParties = (market: Marketplace, agreement: Agreement) => ({
  acceptor: { accountId: agreement.acceptorAccountId },
  proposer: { name: market.state.sellerName, accountId: market.state.sellerAccountId },
});

/** An open end is the end of time. */
const endOf = ({ endTime }: Agreement) => endTime ?? wholeSecond(END_OF_TIME);

export const period = (agreement: Agreement) => ({
  id: agreement.id,
  intent: agreement.intent,
  status: agreement.status,
  acceptanceTime: agreement.acceptanceTime,
  startTime: agreement.startTime,
  endTime: endOf(agreement),
});

/** The term that ends, in the events before its end. */
export const endingTerm = (agreement: Agreement) => ({
  id: agreement.id,
  startTime: agreement.startTime,
  endTime: endOf(agreement),
});

export const productOf = (market: Marketplace, { productId }: Agreement) => ({
  id: productId,
  title: market.state.products[productId]?.title,
});

const isRenewing = (agreement: Agreement) => agreement.autoRenew && renewalTermOf(agreement) !== undefined;

/** From when on nobody can change his mind about the renewal; null without such a time. */
export function lockoutStart(agreement: Agreement): string | null {
  const period = renewalTermOf(agreement)?.lockoutPeriod;
  return period ? wholeSecond(subtractDuration(new Date(endOf(agreement)), period)) : null;
}

const renewalSummary = (agreement: Agreement) => ({
  lockoutStartTime: lockoutStart(agreement),
  disabledBy: renewalTermOf(agreement) && !agreement.autoRenew ? 'ACCEPTOR' : null,
});

/** The seller is manufacturer and proposer at once, and then gets the Proposer's event only. */
export function publishAgreementCreated(market: Marketplace, agreement: Agreement): void {
  const renewed = agreement.intent === 'RENEW';
  publish(market, {
    source,
    type: 'Purchase Agreement Created - Proposer',
    resources: agreementResources(agreement),
    detail: {
      catalog: 'AWSMarketplace',
      agreement: {
        ...period(agreement),
        ...(renewed && { previousAgreementId: agreement.previousAgreementId }),
      },
      ...(renewed
        ? { product: productOf(market, agreement), ...namedParties(market, agreement) }
        : { resaleAuthorization: { id: null }, ...parties(market, agreement) }),
      offer: { id: agreement.offerId },
    },
  });
}

/** The agreement keeps its id; only the event’s intent is AMEND. */
export function publishAgreementAmended(market: Marketplace, agreement: Agreement): void {
  publish(market, {
    source,
    type: 'Purchase Agreement Amended - Proposer',
    resources: agreementResources(agreement),
    detail: {
      catalog: 'AWSMarketplace',
      agreement: { ...period(agreement), intent: 'AMEND', autoRenewalEnabled: isRenewing(agreement) },
      renewalSummary: renewalSummary(agreement),
      product: productOf(market, agreement),
      resaleAuthorization: { id: null },
      ...parties(market, agreement),
      offer: { id: agreement.offerId },
    },
  });
}

/** AWS documents an `offer` here; the real event has none. */
export function publishAgreementEnded(market: Marketplace, agreement: Agreement): void {
  publish(market, {
    source,
    type: 'Purchase Agreement Ended - Proposer',
    resources: agreementResources(agreement),
    detail: {
      catalog: 'AWSMarketplace',
      agreement: { id: agreement.id, status: agreement.status },
      ...parties(market, agreement),
    },
  });
}

/** The notice `days` days before the end of the term. */
export function publishAgreementEnding(market: Marketplace, agreement: Agreement, days: number): void {
  publish(market, {
    source,
    type: 'Purchase Agreement Ending - Proposer',
    resources: agreementResources(agreement),
    detail: {
      catalog: 'AWSMarketplace',
      agreement: {
        ...endingTerm(agreement),
        status: agreement.status,
        daysBeforeEndTime: days,
        autoRenewalEnabled: isRenewing(agreement),
      },
      renewalSummary: renewalSummary(agreement),
      product: productOf(market, agreement),
      ...namedParties(market, agreement),
      offer: { id: agreement.offerId },
    },
  });
}

/** License events come to the manufacturer only, and alone carry both the agreement and the license. */
export function publishLicense(
  market: Marketplace,
  agreement: Agreement,
  what: 'Updated' | 'Deprovisioned',
): void {
  publish(market, {
    source,
    type: `License ${what} - Manufacturer`,
    resources: agreementResources(agreement),
    detail: {
      catalog: 'AWSMarketplace',
      agreement: { id: agreement.id },
      product: { code: market.state.products[agreement.productId]?.code, id: agreement.productId },
      license: { arn: agreement.licenseArn },
      ...parties(market, agreement),
      offer: { id: agreement.offerId },
    },
  });
}

const STATUS = {
  PENDING_APPROVAL: 'Pending Approval',
  APPROVED: 'Approved',
  REJECTED: 'Rejected',
  CANCELLED: 'Cancelled',
  VALIDATION_FAILED: 'Validation Failed',
} as const;

/** These events alone describe the agreement by `acceptorId`, `productId` and `offerId`. */
export function publishCancellation(
  market: Marketplace,
  agreement: Agreement,
  request: CancellationRequest,
): void {
  publish(market, {
    source,
    type: `Agreement Cancellation Request ${STATUS[request.status]} - Proposer`,
    resources: [],
    detail: {
      catalog: 'AWSMarketplace',
      agreement: {
        id: agreement.id,
        acceptorId: agreement.acceptorAccountId,
        productId: agreement.productId,
        offerId: agreement.offerId,
      },
      agreementCancellationRequest: {
        id: request.id,
        reasonCode: request.reasonCode,
        reasonMessage: request.description ?? '',
        statusCode: request.status,
        statusMessage: request.statusMessage ?? '',
        createdAt: wholeSecond(request.createdAt),
        updatedAt: wholeSecond(request.updatedAt),
      },
    },
  });
}
