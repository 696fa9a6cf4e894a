import { type Currency, currencies } from '../../../../deal/terms/money.ts';
import type { Product, ProductDimension } from '../../../../deal/terms/products.ts';
import type { FormValues } from '../../../forms/fields.ts';
import type { AwsProduct } from '../../../service/aws-products/read-saas-product.ts';

/** One dimension on the page of a product. */
export interface PriceRow {
  /** AWS's name for it. */
  key: string;
  /** As AWS has it; nothing when AWS was not asked or has none. */
  atAws?: string;
  state: 'known' | 'new' | 'gone';
  /** Sold now, or about to be. */
  isSold: boolean;
  label: string;
  listPrices: NonNullable<ProductDimension['listPrices']>;
}

/** What can be sold: what AWS has now, and what is sold that AWS has no more. Without AWS's word, what is sold. */
export function priceRows(product?: Product, aws?: AwsProduct): PriceRow[] {
  const sold = product?.dimensions ?? [];
  const soldAhead = aws?.dimensions.filter(({ isSoldAhead }) => isSoldAhead) ?? [];
  const known = new Set(soldAhead.map(({ key }) => key));
  return [
    ...soldAhead.map(({ key, label }): PriceRow => {
      const own = sold.find(each => each.key === key);
      const row = { key, atAws: label, label: own?.label ?? label, listPrices: own?.listPrices ?? {} };
      return { ...row, state: own ? 'known' : 'new', isSold: own !== undefined || !product };
    }),
    ...sold
      .filter(({ key }) => !known.has(key))
      .map(({ key, label, listPrices = {} }): PriceRow => {
        const row = { key, label, listPrices, isSold: !aws };
        return { ...row, state: aws ? 'gone' : 'known' };
      }),
  ];
}

/** Fields are named by the dimension: what AWS lists may have changed when the form comes back. */
export const rowField = (key: string, part: 'key' | 'label' | 'sold' | Currency) =>
  `dimension.${key}.${part}`;

/** The dimensions that a form has sent, in its order. */
export const keysIn = (values: FormValues): string[] =>
  Object.entries(values).flatMap(([name, key]) => (key && name === rowField(key, 'key') ? [key] : []));

/** The form of a product as it is. */
export function valuesOf(product: Product | undefined, aws: AwsProduct | undefined): FormValues {
  const rows = priceRows(product, aws).flatMap(({ key, label, isSold, listPrices }) => [
    [rowField(key, 'key'), key],
    [rowField(key, 'label'), label],
    [rowField(key, 'sold'), isSold ? 'yes' : ''],
    ...currencies.map(currency => [rowField(key, currency), listPrices[currency] ?? '']),
  ]);
  return {
    title: product?.title ?? aws?.title ?? '',
    productCode: aws?.productCode ?? product?.productCode ?? '',
    offerUrlTemplate: product?.offerUrlTemplate ?? '',
    ...Object.fromEntries(rows),
  };
}
