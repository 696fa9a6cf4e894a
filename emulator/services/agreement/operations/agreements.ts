import Type, { type Static } from 'typebox';
import type { Agreement } from '../../../agreements/agreement.ts';
import { withDates } from '../../../agreements/terms.ts';
import type { Marketplace } from '../../../engine/marketplace.ts';
import { pageOf } from '../../../wire/paging.ts';
import { notFound, validationError } from '../errors.ts';

export const AgreementId = Type.String({ minLength: 1, maxLength: 64, pattern: '^[A-Za-z0-9_/-]+$' });
export const DescribeAgreementRequest = Type.Object({ agreementId: AgreementId });

export const AgreementPageRequest = Type.Object({
  agreementId: AgreementId,
  maxResults: Type.Optional(Type.Integer({ minimum: 1, maximum: 50 })),
  nextToken: Type.Optional(Type.String()),
});
type AgreementPageRequest = Static<typeof AgreementPageRequest>;

/** @throws AwsError ResourceNotFoundException */
export function findAgreement(market: Marketplace, id: string): Agreement {
  const agreement = market.state.agreements[id];
  if (!agreement) throw notFound('Agreement', id);
  return agreement;
}

/** What every view of an agreement has. An open end is left out. */
export const agreementCore = (market: Marketplace, agreement: Agreement) => ({
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
export function endTimeBehavior({ autoRenew, terms, offerId }: Agreement) {
  if (autoRenew) return { type: 'RENEW', renewalSummary: { offerId } };
  const renewable = terms.some(term => term.renewalTerm);
  return { type: 'EXPIRE', reasonCode: renewable ? 'ACCEPTOR_RENEW_OPTED_OUT' : 'NO_RENEWAL_TERM' };
}

/** @throws AwsError ResourceNotFoundException */
export function describeAgreement(market: Marketplace, { agreementId }: { agreementId: string }) {
  const agreement = findAgreement(market, agreementId);
  return {
    ...agreementCore(market, agreement),
    estimatedCharges: { currencyCode: agreement.value.currency, agreementValue: agreement.value.amount },
    initialAgreementId: agreement.initialAgreementId,
    endTimeBehavior: endTimeBehavior(agreement),
  };
}

const page = <T>(all: T[], { maxResults = 50, nextToken }: AgreementPageRequest) =>
  pageOf(all, {
    token: nextToken,
    size: maxResults,
    invalid: () => validationError('INVALID_NEXT_TOKEN', 'nextToken is not valid.', 'nextToken'),
  });

/** What was accepted, with the buyer’s choices. @throws AwsError ResourceNotFoundException */
export function getAgreementTerms(market: Marketplace, request: AgreementPageRequest) {
  const { items, next } = page(findAgreement(market, request.agreementId).terms, request);
  return { acceptedTerms: withDates(items), nextToken: next };
}

const REASON = {
  PENDING: 'PROVISIONING_IN_PROGRESS',
  SCHEDULED: 'FUTURE_START_DATE',
  PROVISIONED: 'AGREEMENT_ACTIVE',
  FAILED: 'INVALID_PAYMENT_INSTRUMENT',
  DEPROVISIONED: 'AGREEMENT_INACTIVE',
} as const;

/** The registration token is the acceptor's only, and the caller is the proposer. */
export function getAgreementEntitlements(market: Marketplace, request: AgreementPageRequest) {
  const agreement = findAgreement(market, request.agreementId);
  const entitlement = {
    resource: { id: agreement.productId, type: 'SaaSProduct' },
    type: 'License',
    status: agreement.license,
    statusReasonCode: REASON[agreement.license],
    licenseArn: agreement.licenseArn,
  };
  const { items, next } = page([entitlement], request);
  return { agreementEntitlements: items, nextToken: next };
}
