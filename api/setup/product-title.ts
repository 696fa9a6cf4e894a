import type { Config } from '../../shared/config.ts';

/** The name of a product as the vendor lists it, else the code that AWS told. */
export function productTitle({ products }: Config, productCode: string): string {
  return products.find(each => each.productCode === productCode)?.title ?? productCode;
}
