import type { Agreement } from '../../../engine/agreement.ts';
import type { Marketplace } from '../../../engine/marketplace.ts';
import { notFound } from '../errors.ts';
import type { DescribeAgreementRequest } from '../shapes.ts';
import { agreementView } from '../views.ts';

/** @throws AwsError ResourceNotFoundException */
export function findAgreement(market: Marketplace, id: string): Agreement {
  const agreement = market.state.agreements[id];
  if (!agreement) throw notFound('Agreement', id);
  return agreement;
}

/** @throws AwsError ResourceNotFoundException */
export const describeAgreement = (market: Marketplace, { agreementId }: DescribeAgreementRequest) =>
  agreementView(market, findAgreement(market, agreementId));
