import type { Agreement } from '../../engine/agreement.ts';
import { legacyIdentifier } from '../../engine/customer-identifier.ts';
import { END_OF_TIME } from '../../engine/dates.ts';
import type { Marketplace } from '../../engine/marketplace.ts';

/** An entitlement for each dimension of the agreement. */
export const entitlementViews = (market: Marketplace, agreement: Agreement) =>
  agreement.entitlements.map(({ dimension, quantity }) => ({
    ProductCode: market.state.products[agreement.productId]?.code,
    Dimension: dimension,
    CustomerIdentifier: legacyIdentifier(market, agreement),
    CustomerAWSAccountId: agreement.acceptorAccountId,
    Value: { IntegerValue: quantity },
    ExpirationDate: agreement.endTime ? new Date(agreement.endTime) : END_OF_TIME,
    LicenseArn: agreement.licenseArn,
  }));

export type EntitlementView = ReturnType<typeof entitlementViews>[number];
