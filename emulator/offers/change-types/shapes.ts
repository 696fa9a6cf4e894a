import Type from 'typebox';

/** Patterns and limits of AWS's published shapes (aws-marketplace-catalog-api-shapes). */
export const Day = Type.String({ pattern: '^[1-9]\\d{3}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$' });
export const Duration = Type.String({ pattern: '^P(?=.)(\\d+Y)?(\\d+M)?(\\d+D)?$' });
export const Account = Type.String({ pattern: '^\\d{12}$' });
export const Currency = Type.Enum(['USD', 'AUD', 'EUR', 'GBP', 'JPY', 'CAD', 'INR']);
export const DimensionKey = Type.String({ minLength: 1, maxLength: 100 });
export const Name = Type.String({ minLength: 1, maxLength: 150, pattern: '^[^\\s\\\\<>][^\\\\<>]*$' });

/** A decimal string of at most 100,000,000. */
export const amount = (decimals: number) =>
  Type.String({ pattern: `^((100000000(\\.0{0,${decimals}})?)|(\\d{1,8}(\\.\\d{0,${decimals}})?))$` });

/** `{ Terms: [ … ] }` with as many terms as given. */
export const Terms = <T extends Type.TSchema>(term: T, { min = 1, max = 1 } = {}) =>
  Type.Object({ Terms: Type.Array(term, { minItems: min, maxItems: max }) });
