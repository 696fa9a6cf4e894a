import type { Offer, Product } from '../../engine/offer.ts';
import type { Visit } from '../visit.ts';

export type OfferView = {
  visit: Visit;
  offer: Offer;
  product: Product;
  problem?: string;
  duration?: string | undefined;
  units?: Record<string, number>;
};

export const dimensionOf = (product: Product, key: string) =>
  product.dimensions.find(each => each.key === key);
