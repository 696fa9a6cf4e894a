import type { AcceptedTerms } from '../deal.ts';
import { compareAmounts, isAmount } from './money.ts';
import { type Terms, totalOf } from './terms.ts';

/** One part in which the buyer accepted something else than was agreed. */
export interface Difference {
  part: 'account' | 'currency' | 'total' | 'units' | 'term';
  agreed: string;
  accepted: string;
}

const day = 86_400_000;
/** Months differ in length, and AWS may begin a term some hours after acceptance. */
const toleranceMs = 3 * day;

/** Everything in which agreed and accepted differ. What AWS does not tell is not compared. */
export function differencesBetween(terms: Terms, accepted: AcceptedTerms): Difference[] {
  return [
    ...account(terms, accepted),
    ...money(terms, accepted),
    ...units(terms, accepted),
    ...term(terms, accepted),
  ];
}

function account({ buyerAwsAccountIds }: Terms, { awsAccountId }: AcceptedTerms): Difference[] {
  if (buyerAwsAccountIds.includes(awsAccountId)) return [];
  return [{ part: 'account', agreed: buyerAwsAccountIds.join(', '), accepted: awsAccountId }];
}

function money(terms: Terms, { currency, total }: AcceptedTerms): Difference[] {
  if (currency && currency !== terms.currency)
    return [{ part: 'currency', agreed: terms.currency, accepted: currency }];
  const agreed = totalOf(terms);
  if (!total || !isAmount(total, 3) || compareAmounts(agreed, total) === 0) return [];
  return [{ part: 'total', agreed, accepted: total }];
}

function units(terms: Terms, accepted: AcceptedTerms): Difference[] {
  if (Object.keys(accepted.units).length === 0) return [];
  const agreedUnits = new Map(terms.dimensions.map(({ key, units }) => [key, units]));
  const keys = new Set([...agreedUnits.keys(), ...Object.keys(accepted.units)]);
  return [...keys].flatMap(key => {
    const agreed = agreedUnits.get(key) ?? 0;
    const chosen = accepted.units[key] ?? 0;
    return chosen === agreed
      ? []
      : [{ part: 'units' as const, agreed: `${key} ${agreed}`, accepted: `${key} ${chosen}` }];
  });
}

function term(terms: Terms, { startsAt, endsAt }: AcceptedTerms): Difference[] {
  if (!endsAt) return [];
  const agreed = new Date(startsAt);
  agreed.setUTCMonth(agreed.getUTCMonth() + terms.durationMonths);
  if (Math.abs(agreed.getTime() - Date.parse(endsAt)) <= toleranceMs) return [];
  return [{ part: 'term', agreed: agreed.toISOString().slice(0, 10), accepted: endsAt.slice(0, 10) }];
}

/** For the one line that staff read. */
export function inWords(differences: Difference[]): string {
  return differences
    .map(({ part, agreed, accepted }) => `${part}: agreed ${agreed}, accepted ${accepted}`)
    .join('; ');
}
