import { type Deal, latestTerms } from '../../../deal/deal.ts';
import type { ListPrices, Product } from '../../../deal/terms/products.ts';

/** One line that can be sold. Its key is AWS's name for it and cannot be typed. */
export interface DimensionRow {
  productId: string;
  key: string;
  label: string;
  listPrices?: ListPrices;
}

/** What the product has, and what the newest terms have beside it. */
export function dimensionRows(product: Product, deal: Deal): DimensionRow[] {
  const terms = latestTerms(deal)?.terms;
  const sold = terms?.productId === product.productId ? terms.dimensions : [];
  const known = new Set(product.dimensions.map(({ key }) => key));
  const others = sold.filter(({ key }) => !known.has(key)).map(({ key, label }) => ({ key, label }));
  return [...product.dimensions, ...others].map(each => ({ ...each, productId: product.productId }));
}

export type DimensionField = 'price' | 'units';

export function dimensionField({ productId, key }: DimensionRow, field: DimensionField): string {
  return `dimension.${productId}.${key}.${field}`;
}

export function paymentField(index: number, field: 'chargeDate' | 'amount'): string {
  return `payment.${index}.${field}`;
}
