import { reasonToExpire, willRenew } from '../../agreements/renewal.ts';
import type { Agreement, CancellationRequest } from '../../engine/agreement.ts';
import type { Marketplace } from '../../engine/marketplace.ts';

/** What every view of an agreement has. An open end is left out. */
const core = (market: Marketplace, agreement: Agreement) => ({
  agreementId: agreement.id,
  agreementType: 'PurchaseAgreement',
  acceptor: { accountId: agreement.acceptorAccountId },
  proposer: { accountId: market.state.sellerAccountId },
  acceptanceTime: new Date(agreement.acceptanceTime),
  startTime: new Date(agreement.startTime),
  ...(agreement.endTime && { endTime: new Date(agreement.endTime) }),
  status: agreement.status,
  proposalSummary: {
    offerId: agreement.offerId,
    resources: [{ id: agreement.productId, type: 'SaaSProduct' }],
  },
});

/** What will happen at the end of the term, and if it just ends, why. */
export const endTimeBehavior = (agreement: Agreement) =>
  willRenew(agreement)
    ? { type: 'RENEW', renewalSummary: { offerId: agreement.offerId } }
    : { type: 'EXPIRE', reasonCode: reasonToExpire(agreement) };

/** The agreement as DescribeAgreement gives it. */
export const agreementView = (market: Marketplace, agreement: Agreement) => ({
  ...core(market, agreement),
  estimatedCharges: { currencyCode: agreement.value.currency, agreementValue: agreement.value.amount },
  initialAgreementId: agreement.initialAgreementId,
  endTimeBehavior: endTimeBehavior(agreement),
});

/** The agreement as SearchAgreements lists it. */
export const agreementSummary = (market: Marketplace, agreement: Agreement) => ({
  ...core(market, agreement),
  lastUpdateTime: new Date(agreement.lastUpdateTime),
  initialAgreementId: agreement.initialAgreementId,
  entitlements: [{ licenseArn: agreement.licenseArn }],
  endTimeBehaviorType: endTimeBehavior(agreement).type,
  endTimeBehaviorReasonCode: willRenew(agreement) ? undefined : reasonToExpire(agreement),
});

const REASON = {
  PENDING: 'PROVISIONING_IN_PROGRESS',
  SCHEDULED: 'FUTURE_START_DATE',
  PROVISIONED: 'AGREEMENT_ACTIVE',
  FAILED: 'INVALID_PAYMENT_INSTRUMENT',
  DEPROVISIONED: 'AGREEMENT_INACTIVE',
} as const;

/** The registration token is the acceptor's only, and the caller is the proposer. */
export const entitlementView = (agreement: Agreement) => ({
  resource: { id: agreement.productId, type: 'SaaSProduct' },
  type: 'License',
  status: agreement.license,
  statusReasonCode: REASON[agreement.license],
  licenseArn: agreement.licenseArn,
});

export const cancellationView = (request: CancellationRequest) => ({
  agreementCancellationRequestId: request.id,
  agreementId: request.agreementId,
  reasonCode: request.reasonCode,
  description: request.description,
  status: request.status,
  statusMessage: request.statusMessage,
  createdAt: new Date(request.createdAt),
  updatedAt: new Date(request.updatedAt),
});

export function cancellationSummary(request: CancellationRequest) {
  const { description: _description, statusMessage: _message, ...summary } = cancellationView(request);
  return { ...summary, agreementType: 'PurchaseAgreement', catalog: 'AWSMarketplace' };
}
