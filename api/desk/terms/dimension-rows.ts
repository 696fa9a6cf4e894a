import { type Deal, latestTerms } from '../../../deal/deal.ts';
import type { Product } from '../../../deal/terms/products.ts';

/** One line that can be sold. Its key is AWS's name for it and cannot be typed. */
export interface DimensionRow {
  productId: string;
  key: string;
  label: string;
  listPrice?: string;
}

/** What the product has, with list prices in the deal's currency, and what the newest terms have beside it. */
export function dimensionRows(product: Product, deal: Deal): DimensionRow[] {
  const terms = latestTerms(deal)?.terms;
  const sold = terms?.productId === product.productId ? terms.dimensions : [];
  const known = new Set(product.dimensions.map(({ key }) => key));
  const others = sold.filter(({ key }) => !known.has(key));
  const currency = terms?.currency ?? 'USD';
  const own = product.dimensions.map(({ listPrices, ...each }) => ({
    ...each,
    listPrice: listPrices?.[currency],
  }));
  return [...own, ...others].map(({ key, label, listPrice }) => ({
    productId: product.productId,
    key,
    label,
    listPrice,
  }));
}

export type DimensionField = 'price' | 'units' | 'listPrice';

export function dimensionField({ productId, key }: DimensionRow, field: DimensionField): string {
  return `dimension.${productId}.${key}.${field}`;
}

export function paymentField(index: number, field: 'chargeDate' | 'amount'): string {
  return `payment.${index}.${field}`;
}
