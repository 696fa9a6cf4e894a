import type { Agreement } from '../../engine/agreement.ts';
import { legacyIdentifier } from '../../engine/customer-identifier.ts';
import type { Marketplace } from '../../engine/marketplace.ts';
import type { Product } from '../../engine/offer.ts';

/** What ResolveCustomer tells. New listings have no customer identifier: the license is the key. */
export const customerView = (market: Marketplace, agreement: Agreement, product: Product) => ({
  CustomerIdentifier: legacyIdentifier(market, agreement),
  CustomerAWSAccountId: agreement.acceptorAccountId,
  ProductCode: product.code,
  LicenseArn: agreement.licenseArn,
  Metadata: { AgreementId: agreement.id },
});
