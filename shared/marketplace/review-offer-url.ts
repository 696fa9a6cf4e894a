import type { Product } from '../../deal/terms/products.ts';

/** Where offers are reviewed: everywhere the same, but for products that say otherwise. */
export interface OfferUrls {
  OFFER_URL_TEMPLATE: string;
  products: Pick<Product, 'productId' | 'offerUrlTemplate'>[];
}

/** AWS's page on which a buyer reviews an offer and accepts it. AWS has no API that tells its address. */
export function reviewOfferUrl(
  { OFFER_URL_TEMPLATE, products }: OfferUrls,
  ids: { productId: string; offerId: string },
): string {
  const own = products.find(({ productId }) => productId === ids.productId)?.offerUrlTemplate;
  return (own ?? OFFER_URL_TEMPLATE)
    .replaceAll('{productId}', encodeURIComponent(ids.productId))
    .replaceAll('{offerId}', encodeURIComponent(ids.offerId));
}
