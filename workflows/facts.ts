import type { LinkFacts } from '../activities/organization.ts';
import type { ProductFacts } from '../activities/product.ts';
import type { Deal } from '../deal/deal.ts';
import type { LinkedOrganization, StepOf } from '../deal/steps.ts';

// What activities are told of a deal: what they need and no more, for all of a deal's terms may be larger than an activity takes.

/** For the accounts. */
export function linkFacts(
  { dealId, entitlements = [] }: Deal,
  { link, agreement, license }: StepOf<'linkOrganization'>,
): LinkFacts {
  const { agreementId, awsAccountId, startsAt, endsAt } = agreement;
  const { licenseArn, productCode } = license;
  return {
    organizationId: link.organizationId,
    dealId,
    agreementId,
    licenseArn,
    productCode,
    awsAccountId,
    startsAt,
    ...(endsAt && { endsAt }),
    entitlements,
  };
}

/** For the vendor's product. */
export function productFacts(
  { dealId, agreement, license, formerAgreements, entitlements }: Deal,
  { organizationId, organizationName }: LinkedOrganization,
): ProductFacts {
  return {
    dealId,
    organizationId,
    organizationName,
    agreementId: agreement?.agreementId,
    formerAgreementIds: formerAgreements,
    licenseArn: license?.licenseArn,
    awsAccountId: agreement?.awsAccountId,
    startsAt: agreement?.startsAt,
    endsAt: agreement?.endsAt,
    entitlements,
  };
}
