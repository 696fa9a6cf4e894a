import { Type } from 'typebox';
import Value from 'typebox/value';
import type { Product } from '../../deal/terms/products.ts';
import { offerUrlTemplate } from './reading/url-template.ts';

/** AWS refuses these marks in what buyers see; a line break comes along with what is copied. */
const seen = '^(?=.*\\S)[^\\\\<>\\u0000-\\u001f]*$';
const words = (maxLength: number) => Type.String({ minLength: 1, maxLength, pattern: seen });
const idOf = (maxLength: number) => Type.String({ minLength: 1, maxLength, pattern: '^[\\w.:/-]+$' });
const money = Type.Optional(Type.String({ pattern: '^(?=.*[1-9])\\d{1,9}(\\.\\d{1,3})?$' }));
const yen = Type.Optional(Type.String({ pattern: '^(?=.*[1-9])\\d{1,9}$' }));
const strict = { additionalProperties: false };

const dimension = Type.Object(
  {
    key: words(100),
    label: words(150),
    listPrices: Type.Optional(
      Type.Object({ USD: money, AUD: money, EUR: money, GBP: money, JPY: yen }, strict),
    ),
  },
  strict,
);

/** One product, as the environment, the desk and the JSON API write it. */
export const productSchema = Type.Object(
  {
    productId: idOf(50),
    productCode: idOf(150),
    title: words(150),
    dimensions: Type.Array(dimension, { minItems: 1, maxItems: 200 }),
    offerUrlTemplate: Type.Optional(words(150)),
  },
  strict,
);

const productList = Type.Array(productSchema, { minItems: 1 });

/** A vendor that does not exist, for a first look at Offerdesk. */
export const defaultProducts: Product[] = [
  {
    productId: 'prod-examplecloud01',
    productCode: 'examplecloud0000000000001',
    title: 'Example Cloud',
    dimensions: [
      { key: 'committed_spend', label: 'Committed spend', listPrices: { USD: '12000.00', JPY: '1800000' } },
      { key: 'premium_support', label: 'Premium support', listPrices: { USD: '2400.00', JPY: '360000' } },
    ],
  },
];

const form =
  'Write it as [{"productId":"prod-…","productCode":"…","title":"…","dimensions":[{"key":"…","label":"…","listPrices":{"USD":"12000.00","JPY":"1800000"}}]}].';

/** What is sold. Throws one Error that names everything in it that does not hold. */
export const productsFrom = (written: string, name: string): Product[] =>
  checkedProducts(parse(written, name), name);

/** What is sold, from the environment or from the desk. Throws one Error that names everything in it that does not hold. */
export function checkedProducts(given: unknown, name: string): Product[] {
  if (!Value.Check(productList, given))
    throw new Error(`${name} does not hold: ${wrongIn(given).join('; ')}. ${form}`);
  const twice = [
    ...repeated(given.map(({ productId }) => productId)),
    ...repeated(given.map(({ productCode }) => productCode)),
    ...given.flatMap(({ dimensions }) => repeated(dimensions.map(({ key }) => key))),
  ];
  if (twice.length > 0) throw new Error(`${name} names ${twice.join(', ')} twice.`);
  for (const { productId, offerUrlTemplate: own } of given)
    if (own !== undefined) offerUrlTemplate(own, `${name}: offerUrlTemplate of ${productId}`);
  return given;
}

function parse(written: string, name: string): unknown {
  try {
    return JSON.parse(written);
  } catch (error) {
    throw new Error(`${name} is not JSON. ${form}`, { cause: error });
  }
}

/** The schema's words, but for those that only a program understands. */
function wrongIn(given: unknown): string[] {
  return Value.Errors(productList, given)
    .filter(({ keyword }) => keyword !== 'boolean')
    .map(error => {
      const at = error.instancePath.slice(1).replaceAll('/', '.') || 'the whole';
      if (error.keyword === 'additionalProperties')
        return `${at} has ${error.params.additionalProperties.join(', ')}, which is not known`;
      if (error.keyword !== 'pattern') return `${at} ${error.message}`;
      return /\.listPrices\./.test(at)
        ? `${at} must be an amount above 0 such as 12000.00, without separators, yen without a fraction`
        : `${at} must have words, in one line, and none of \\ < >; an id has no spaces either`;
    });
}

const repeated = (names: string[]) => names.filter((name, index) => names.indexOf(name) < index);
