import type { Agreement, CancellationRequest } from '../engine/agreement.ts';
import { END_OF_TIME } from '../engine/dates.ts';
import type { Marketplace } from '../engine/marketplace.ts';
import { publish } from './publish.ts';

export const source = 'aws.agreement-marketplace';
export const agreementResources = ({ id }: Agreement) => [`arn:aws:aws-marketplace::aws:agreement:${id}`];

export const parties = (market: Marketplace, agreement: Agreement) => ({
  acceptor: { accountId: agreement.acceptorAccountId },
  proposer: { accountId: market.state.sellerAccountId },
});

export const period = (agreement: Agreement) => ({
  id: agreement.id,
  intent: agreement.intent,
  status: agreement.status,
  acceptanceTime: agreement.acceptanceTime,
  startTime: agreement.startTime,
  endTime: agreement.endTime ?? `${END_OF_TIME.toISOString().slice(0, 19)}Z`,
});

export const productOf = (market: Marketplace, { productId }: Agreement) => ({
  id: productId,
  title: market.state.products[productId]?.title,
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
      resaleAuthorization: { id: null },
      ...parties(market, agreement),
      offer: { id: agreement.offerId },
      ...(renewed && { product: productOf(market, agreement) }),
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
      agreement: { ...period(agreement), intent: 'AMEND', autoRenewalEnabled: agreement.autoRenew },
      resaleAuthorization: { id: null },
      ...parties(market, agreement),
      offer: { id: agreement.offerId },
      product: productOf(market, agreement),
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
      agreement: { ...period(agreement), daysBeforeEndTime: days, autoRenewalEnabled: agreement.autoRenew },
      ...parties(market, agreement),
      offer: { id: agreement.offerId },
      product: productOf(market, agreement),
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
        reasonMessage: request.description ?? null,
        statusCode: request.status,
        statusMessage: request.statusMessage ?? null,
        createdAt: request.createdAt,
        updatedAt: request.updatedAt,
      },
    },
  });
}
