import { Type } from 'typebox';
import { currencies } from '../../../deal/terms/money.ts';
import type { Product } from '../../../deal/terms/products.ts';
import { rowField, valuesOf } from '../../desk/settings/products/rows.ts';
import { strict, words } from '../schemas.ts';

const listPrices = Type.Object(
  Object.fromEntries(currencies.map(currency => [currency, Type.Optional(Type.String())])),
  {
    ...strict,
    description:
      'What one unit costs for the whole term. Without one in the currency of a deal an approver is asked',
  },
);
const dimension = Type.Object(
  {
    key: Type.String({ minLength: 1, maxLength: 150, description: 'AWS’s name for it' }),
    label: Type.String(),
    listPrices: Type.Optional(listPrices),
  },
  strict,
);

/** What an admin says of a product. */
export const editable = {
  title: words('As staff and buyers read it'),
  productCode: Type.String(),
  offerUrlTemplate: Type.Optional(words('Where its offers are reviewed, if not where all others are')),
  dimensions: Type.Array(dimension, { maxItems: 200, description: 'What is sold of it, each once' }),
};
export const productSchema = Type.Unsafe<Product>(Type.Object({ productId: Type.String(), ...editable }));

/** A product as the desk's form would send it. */
export const fieldsOf = (product: Product) => valuesOf(product, undefined);

/** Where in the body the fields of the desk's form stand. */
export function pointersOf({ dimensions }: Product): (field: string) => string {
  const known = new Map(
    dimensions
      .flatMap(({ key }, index) => [
        [rowField(key, 'label'), `/dimensions/${index}/label`],
        ...currencies.map(currency => [
          rowField(key, currency),
          `/dimensions/${index}/listPrices/${currency}`,
        ]),
      ])
      .map(([field = '', pointer = '']) => [field, pointer]),
  );
  return field => known.get(field) ?? (field.startsWith('dimension.') ? '/dimensions' : `/${field}`);
}
