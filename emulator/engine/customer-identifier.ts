import { createHash } from 'node:crypto';
import type { Agreement } from './agreement.ts';
import { type Marketplace, settings } from './marketplace.ts';

/** The identifier that AWS gave a buyer of a product until June 2026; stable for the account and the product. */
export const customerIdentifier = ({
  acceptorAccountId,
  productId,
}: Pick<Agreement, 'acceptorAccountId' | 'productId'>) =>
  createHash('sha256')
    .update(`${acceptorAccountId}/${productId}`)
    .digest('base64url')
    .replace(/\W|_/g, '')
    .slice(0, 11);

/** Only listings of before June 2026 have it. */
export const legacyIdentifier = (market: Marketplace, agreement: Agreement): string | undefined =>
  settings(market).legacyListings ? customerIdentifier(agreement) : undefined;
