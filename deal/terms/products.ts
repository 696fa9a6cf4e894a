import type { Amount, Currency } from './money.ts';

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
