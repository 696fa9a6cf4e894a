import { describe, expect, it } from '@jest/globals';
import { readConfig } from '../../../shared/config.ts';
import { reviewOfferUrl } from '../../../shared/marketplace/review-offer-url.ts';

const product = { productCode: 'code', title: 'Example', dimensions: [{ key: 'a', label: 'A' }] };
const MARKETPLACE_PRODUCTS = JSON.stringify([
  { ...product, productId: 'prod-1' },
  {
    ...product,
    productId: 'prod-2',
    productCode: 'code2',
    offerUrlTemplate: 'https://two.example/{offerId}/{offerId}',
  },
]);

describe('the address at which a buyer reviews an offer', () => {
  it('names product and offer, as AWS does', () => {
    expect(reviewOfferUrl(readConfig({}), { productId: 'prod-1', offerId: 'offer-1' })).toBe(
      'https://aws.amazon.com/marketplace/procurement?productId=prod-1&offerId=offer-1',
    );
  });

  it('is the product’s own where it has one', () => {
    const config = readConfig({ MARKETPLACE_PRODUCTS, OFFER_URL_TEMPLATE: 'https://all.example/{offerId}' });
    const of = (productId: string) => reviewOfferUrl(config, { productId, offerId: 'o/1 &' });
    expect(of('prod-1')).toBe('https://all.example/o%2F1%20%26');
    expect(of('prod-2')).toBe('https://two.example/o%2F1%20%26/o%2F1%20%26');
    expect(of('prod-3')).toBe(of('prod-1'));
  });

  it('that leads to no offer stops the process', () => {
    const bad = MARKETPLACE_PRODUCTS.replaceAll('{offerId}', 'offer');
    expect(() => readConfig({ MARKETPLACE_PRODUCTS: bad })).toThrow(
      'MARKETPLACE_PRODUCTS: offerUrlTemplate of prod-2 leads to no offer',
    );
  });
});
