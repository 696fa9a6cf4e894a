import { type Amount, type Currency, currencies, fromThousandths } from '../../../deal/terms/money.ts';
import { listIndexName } from '../../../shared/models/deal-list.ts';
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
  const index = narrowing.q ? {} : { hint: listIndexName(familyOf(narrowing), sort) };
  // Added up where the deals are: a board of a dozen stages would fetch as many thousands of rows.
  const groups = await db.deals.aggregate<Group>(
    [
      { $match: filterOf(narrowing) },
      { $limit: most + 1 },
      { $group: byCurrency },
      { $set: { currency: '$_id' } },
    ],
    index,
  );
  const count = groups.reduce((all, group) => all + group.count, 0);
  const isWhole = count <= most;
  return { count: Math.min(count, most), isWhole, totals: isWhole ? totalsOf(groups) : [] };
}

interface Group {
  /** Empty for deals without terms. */
  currency: string;
  count: number;
  thousandths: number;
}

const wordOfWorth = (place: number) => ({ $arrayElemAt: [{ $split: ['$list.worth', ' '] }, place] });
const byCurrency = {
  _id: wordOfWorth(0),
  count: { $sum: 1 },
  // Behind no currency stands the deal's id.
  thousandths: { $sum: { $convert: { input: wordOfWorth(1), to: 'double', onError: 0 } } },
};

/** The sums by currency of what deals, or several of them together, are worth. */
export function totalsOf(worths: readonly { currency: string; thousandths: number }[]): ListSums['totals'] {
  return currencies.flatMap(currency => {
    const amounts = worths.filter(worth => worth.currency === currency);
    const sum = amounts.reduce((all, { thousandths }) => all + thousandths, 0);
    return amounts.length > 0 ? [{ currency, amount: fromThousandths(sum) }] : [];
  });
}
