import type { Static } from '../contract/schema.ts';
import type { dimensionSchema, eulaSchema, paymentSchema, termsSchema } from '../contract/terms.ts';
import { keysOf } from '../keys-of.ts';
import { type Amount, sumOf, times } from './money.ts';

/** What is being agreed; `contract/terms.ts` says what each part is. */
export type Terms = Static<typeof termsSchema>;
export type TermsDimension = Static<typeof dimensionSchema>;
export type Payment = Static<typeof paymentSchema>;
export type Eula = Static<typeof eulaSchema>;

/** What the buyer pays over the whole duration. */
export function totalOf(terms: Terms): Amount {
  return sumOf(terms.dimensions.map(each => times(each.price, each.units)));
}

/** The last moment at which AWS lets the buyer accept. */
export function lastMomentOf(date: string): string {
  return `${date}T23:59:59.000Z`;
}

/** The names of the parts in which two versions of terms differ, for showing what changed. */
export function differences(before: Terms, after: Terms): (keyof Terms)[] {
  return keysOf(after).filter(part => JSON.stringify(before[part]) !== JSON.stringify(after[part]));
}
