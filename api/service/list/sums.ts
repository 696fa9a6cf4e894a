import { type Amount, type Currency, currencies, fromThousandths } from '../../../deal/terms/money.ts';
import { listIndexName, worthIn } from '../../../shared/models/deal-list.ts';
import type { DealRecord } from '../../../shared/models/deal-record.ts';
import type { Deps } from '../../deps.ts';
import { familyOf, filterOf } from './filter.ts';
import { type DealNarrowing, sortOf } from './query.ts';

/** What a list amounts to. `isWhole`: false when it is longer than anybody adds up, and nothing is summed. */
export interface ListSums {
  count: number;
  isWhole: boolean;
  totals: { currency: Currency; amount: Amount }[];
}

/** As many as are added up; a longer list is narrowed first, so that no page waits for all deals there are. */
export const mostSummed = 1000;

/** The number of deals in a list and their sums by currency, from the index alone; a search's from its deals. */
export async function sumsOf(
  { db }: Pick<Deps, 'db'>,
  narrowing: DealNarrowing,
  most = mostSummed,
): Promise<ListSums> {
  const sort = sortOf(narrowing) === 'ends' ? 'ends' : 'worth';
  const asked = db.deals.find(filterOf(narrowing), { _id: 0, 'list.worth': 1 }).limit(most + 1);
  if (!narrowing.q) asked.hint(listIndexName(familyOf(narrowing), sort));
  const found = await asked.lean<Pick<DealRecord, 'list'>[]>();
  const isWhole = found.length <= most;
  const totals = isWhole ? totalsOf(found.map(({ list }) => list.worth)) : [];
  return { count: Math.min(found.length, most), isWhole, totals };
}

/** The sums by currency of what deals are worth, as lists keep it. */
export function totalsOf(written: readonly string[]): ListSums['totals'] {
  const worths = written.flatMap(worth => worthIn(worth) ?? []);
  return currencies.flatMap(currency => {
    const amounts = worths.filter(worth => worth.currency === currency);
    const sum = amounts.reduce((all, { thousandths }) => all + thousandths, 0);
    return amounts.length > 0 ? [{ currency, amount: fromThousandths(sum) }] : [];
  });
}
