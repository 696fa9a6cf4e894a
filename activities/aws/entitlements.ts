import {
  type Entitlement as AwsEntitlement,
  type GetEntitlementsRequest,
  type MarketplaceEntitlementServiceClient,
  paginateGetEntitlements,
} from '@aws-sdk/client-marketplace-entitlement-service';
import { ApplicationFailure } from '@temporalio/activity';
import { licenseKey } from '../../deal/acceptance/license-key.ts';
import type { Entitlement, License } from '../../deal/deal.ts';
import { callAws } from './aws-errors.ts';

export type EntitlementActivities = ReturnType<typeof createEntitlementActivities>;

/** What a license grants. */
export function createEntitlementActivities({
  entitlement,
}: {
  entitlement: MarketplaceEntitlementServiceClient;
}) {
  return {
    /**
     * Every entitlement of the license, every page of them; an empty page may still have a next one. None at all is
     * usual for some minutes after the purchase, so that is tried again. Fails for good when they name another
     * product or account than the agreement.
     */
    async readEntitlements({
      license,
      awsAccountId,
    }: {
      license: License;
      awsAccountId: string;
    }): Promise<Entitlement[]> {
      const request = { ProductCode: license.productCode, Filter: filterFor(license, awsAccountId) };
      const all = await callAws(() => allPages(entitlement, request), { refusedAs: 'entitlementsMissing' });
      const found = all.filter(each => isOf(license, each));
      if (found.length === 0)
        throw ApplicationFailure.retryable('AWS shows no entitlements yet', 'entitlementsMissing');
      const foreign = found.find(
        each => each.ProductCode !== license.productCode || differs(each.CustomerAWSAccountId, awsAccountId),
      );
      if (foreign) {
        const words = `entitlement of product ${foreign.ProductCode} for account ${foreign.CustomerAWSAccountId}`;
        throw ApplicationFailure.nonRetryable(words, 'entitlementsDiffer');
      }
      return found.map(readable);
    },
  };
}

/** The license as AWS documents it in its events is no ARN that can be asked for; the account can be, and then gives more. */
function filterFor({ licenseArn }: License, awsAccountId: string): GetEntitlementsRequest['Filter'] {
  return licenseArn.startsWith('arn:')
    ? { LICENSE_ARN: [licenseArn] }
    : { CUSTOMER_AWS_ACCOUNT_ID: [awsAccountId] };
}

const isOf = ({ licenseArn }: License, { LicenseArn }: AwsEntitlement) =>
  LicenseArn === undefined || licenseKey(LicenseArn) === licenseKey(licenseArn);

async function allPages(
  client: MarketplaceEntitlementServiceClient,
  request: GetEntitlementsRequest,
): Promise<AwsEntitlement[]> {
  const found: AwsEntitlement[] = [];
  for await (const page of paginateGetEntitlements({ client }, request))
    found.push(...(page.Entitlements ?? []));
  return found;
}

const differs = (told: string | undefined, expected: string) => told !== undefined && told !== expected;

function readable({ Dimension = '', Value = {}, ExpirationDate }: AwsEntitlement): Entitlement {
  const { IntegerValue, DoubleValue, BooleanValue, StringValue } = Value;
  const value = String(IntegerValue ?? DoubleValue ?? BooleanValue ?? StringValue ?? '');
  return { dimension: Dimension, value, ...(ExpirationDate && { expiresAt: ExpirationDate.toISOString() }) };
}
