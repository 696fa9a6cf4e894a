import type { Amount, Currency } from './money.ts';
import type { Terms } from './terms.ts';

/** What the vendor sells, as AWS names it. */
export interface Product {
  productId: string;
  productCode: string;
  title: string;
  dimensions: ProductDimension[];
  /** Where a buyer reviews an offer of this product, when it is not where all others are reviewed. */
  offerUrlTemplate?: string;
}

export interface ProductDimension {
  /** AWS's name for it. */
  key: string;
  label: string;
  listPrices?: ListPrices;
}

/** What one unit costs without a discount. A currency without a price here has none. */
export type ListPrices = { [currency in Currency]?: Amount };

/**
 * The terms with the vendor's own list prices, in the currency of the terms. Whoever proposes does not say what the list
 * price is: the discount, and with it the need for an approval, is counted from it.
 */
export function withListPrices(terms: Terms, products: Product[]): Terms {
  const product = products.find(({ productId }) => productId === terms.productId);
  return {
    ...terms,
    dimensions: terms.dimensions.map(({ listPrice: _claimed, ...dimension }) => {
      const sold = product?.dimensions.find(({ key }) => key === dimension.key);
      const listPrice = sold?.listPrices?.[terms.currency];
      return listPrice === undefined ? dimension : { ...dimension, listPrice };
    }),
  };
}
