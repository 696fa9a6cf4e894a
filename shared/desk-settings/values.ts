import { checkedProducts } from '../config/products.ts';
import type { Config } from '../config.ts';

/** What admins decide at the desk. The environment has the first value of each. */
export type DeskValues = Pick<Config, 'products'>;
export type DeskValueName = keyof DeskValues;

/** Each with what it may be. `read` throws an Error that says what does not hold. */
export const deskValues: { [Name in DeskValueName]: { read: (kept: unknown) => DeskValues[Name] } } = {
  products: { read: kept => checkedProducts(kept, 'The products of the desk') },
};
