import type { Agreement } from '../../../engine/agreement.ts';
import { type Marketplace, settings } from '../../../engine/marketplace.ts';
import { pageOf, pageToken } from '../../../wire/paging.ts';
import { invalidParameter } from '../errors.ts';
import type { GetEntitlementsRequest } from '../shapes.ts';
import { type EntitlementView, entitlementViews } from '../views.ts';

/** A license counts from its event on, or later when the lag is set; a deprovisioned one no longer does. */
const isEntitled = (agreement: Agreement) =>
  agreement.license === 'PROVISIONED' && (agreement.entitledFrom ?? 0) <= Date.now();

/** Values of one key are united, keys are intersected. New listings know nobody by a customer identifier. */
function matches(entitlement: EntitlementView, filter: GetEntitlementsRequest['Filter'] = {}): boolean {
  const holds = (wanted: string[] | undefined, value: string | undefined) =>
    !wanted || (value !== undefined && wanted.includes(value));
  return (
    holds(filter.CUSTOMER_IDENTIFIER, entitlement.CustomerIdentifier) &&
    holds(filter.CUSTOMER_AWS_ACCOUNT_ID, entitlement.CustomerAWSAccountId) &&
    holds(filter.DIMENSION, entitlement.Dimension) &&
    holds(filter.LICENSE_ARN, entitlement.LicenseArn)
  );
}

/** Pages of what licenses grant. @throws AwsError InvalidParameterException */
export function getEntitlements(market: Marketplace, request: GetEntitlementsRequest) {
  const { Filter, NextToken, MaxResults = 25 } = request;
  const product = Object.values(market.state.products).find(each => each.code === request.ProductCode);
  if (!product) throw invalidParameter('The product code is not valid.');
  if (Filter?.CUSTOMER_IDENTIFIER && Filter.CUSTOMER_AWS_ACCOUNT_ID) {
    throw invalidParameter('CUSTOMER_IDENTIFIER and CUSTOMER_AWS_ACCOUNT_ID cannot be used together.');
  }
  if (settings(market).emptyEntitlementPage && NextToken === undefined) {
    return { Entitlements: [], NextToken: pageToken(0) };
  }
  const all = Object.values(market.state.agreements)
    .filter(each => each.productId === product.id && isEntitled(each))
    .flatMap(each => entitlementViews(market, each))
    .filter(each => matches(each, Filter));
  const invalid = () => invalidParameter('The NextToken is not valid.');
  const page = pageOf(all, { token: NextToken, size: MaxResults, invalid });
  return { Entitlements: page.items, NextToken: page.next };
}
