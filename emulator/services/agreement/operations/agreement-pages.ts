import { withDates } from '../../../agreements/terms.ts';
import type { Marketplace } from '../../../engine/marketplace.ts';
import { pageOf } from '../../../wire/paging.ts';
import { invalidToken } from '../errors.ts';
import type { AgreementPageRequest } from '../shapes.ts';
import { entitlementView } from '../views.ts';
import { findAgreement } from './describe-agreement.ts';

const page = <T>(all: T[], { maxResults = 50, nextToken }: AgreementPageRequest) =>
  pageOf(all, { token: nextToken, size: maxResults, invalid: invalidToken });

/** What was accepted, with the buyer’s choices. @throws AwsError ResourceNotFoundException */
export function getAgreementTerms(market: Marketplace, request: AgreementPageRequest) {
  const { items, next } = page(findAgreement(market, request.agreementId).terms, request);
  return { acceptedTerms: withDates(items), nextToken: next };
}

/** @throws AwsError ResourceNotFoundException */
export function getAgreementEntitlements(market: Marketplace, request: AgreementPageRequest) {
  const { items, next } = page([entitlementView(findAgreement(market, request.agreementId))], request);
  return { agreementEntitlements: items, nextToken: next };
}
