import { keysOf } from '../keys-of.ts';
import type { Person } from '../people.ts';
import { type Amount, type Currency, sumOf, times } from './money.ts';

/** What is being agreed. Limits are AWS's own (aws.amazon.com Catalog API, "Work with private offers"). */
export interface Terms {
  productId: string;
  productTitle: string;
  dimensions: TermsDimension[];
  currency: Currency;
  /** Whole months from acceptance. */
  durationMonths: number;
  /** Empty: everything is charged at acceptance. */
  paymentSchedule: Payment[];
  eula: Eula;
  /** Who may accept: AWS account ids of 12 digits. */
  buyerAwsAccountIds: string[];
  /** Last day of the offer, `YYYY-MM-DD`, until 23:59:59 UTC. */
  offerExpiresOn: string;
  signer: Person;
}

/** `price` is for one unit and the whole duration. */
export interface TermsDimension {
  key: string;
  label: string;
  price: Amount;
  units: number;
  listPrice?: Amount;
}

export interface Payment {
  /** `YYYY-MM-DD` */
  chargeDate: string;
  amount: Amount;
}

export type Eula = { type: 'standard' } | { type: 'custom'; url: string };

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
