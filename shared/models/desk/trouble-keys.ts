import type { Deal } from '../../../deal/deal.ts';
import type { Stuck, StuckReason } from '../../../deal/stuck.ts';
import type { DealRow } from '../deal-row.ts';

/**
 * What holds a deal up: for each reason its place in the list of whatever is stuck for it, `<since> <deal> <worth>`. A field
 * a reason and not a list, since MongoDB sorts by no list; one index has them all.
 */
export type TroubleKeys = Partial<Record<StuckReason, string>>;

/** The index of all reasons; a deal that is not stuck is not in it. */
export const troubleIndex = { 'troubles.$**': 1 } as const;
export const troubleIndexName = 'troubles.$**_1';
export const troubleField = (reason: StuckReason) => `troubles.${reason}` as const;

/** Nothing for a deal that goes on. `worth`: as lists keep it. */
export function troubleKeysOf(
  { stuck }: Pick<Deal, 'stuck'>,
  { dealId, worth }: Pick<DealRow, 'dealId'> & { worth: string },
): TroubleKeys | undefined {
  if (stuck.length === 0) return undefined;
  const latestFirst = stuck.toSorted((a, b) => (a.since < b.since ? 1 : -1));
  // Of several for one reason the oldest stands, being the last.
  return Object.fromEntries(latestFirst.map(each => [each.reason, keyOf(each, dealId, worth)]));
}

const keyOf = ({ since }: Stuck, dealId: string, worth: string) => `${since} ${dealId} ${worth}`;

/** Since when it is stuck, and what the deal is worth, as lists keep it. */
export function troubleIn(written: string): { since: string; worth: string } {
  const [since = '', _dealId, ...worth] = written.split(' ');
  return { since, worth: worth.join(' ') };
}
