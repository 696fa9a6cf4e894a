import type { Agreement } from '../../engine/agreement.ts';
import type { Product } from '../../engine/offer.ts';

/** New SaaS products get no customer identifier: the license is the key. */
export const customerView = (agreement: Agreement, product: Product) => ({
  CustomerAWSAccountId: agreement.acceptorAccountId,
  ProductCode: product.code,
  LicenseArn: agreement.licenseArn,
});
