import type { Stuck, StuckReason } from '../../../deal/stuck.ts';
import type { DealRecord } from '../../../shared/models/deal-record.ts';
import type { DealRow } from '../../../shared/models/deal-row.ts';
import { troubleField, troubleIndexName } from '../../../shared/models/desk/trouble-keys.ts';
import { foreignCursor } from '../../cursor.ts';
import type { Deps } from '../../deps.ts';
import { failuresOf } from './failures.ts';

/** By how long it has been stuck. */
export const clockOrders = ['oldest', 'newest'] as const;
export type ClockOrder = (typeof clockOrders)[number];

/** One thing that is stuck, of one deal. */
export interface Trouble {
  row: Omit<DealRow, 'stuck'>;
  stuck: Stuck;
  /** A person may have seen to it without us. */
  byHand: boolean;
  /** How often the step has failed for good; 0 where the deal waits for somebody. */
  failures: number;
}

export interface TroublePage {
  troubles: Trouble[];
  /** Absent on the last page. */
  nextCursor?: string;
}

interface Asked {
  reason: StuckReason;
  sort: ClockOrder;
  cursor?: string;
  limit: number;
}

type Found = Pick<DealRecord, '_id' | 'row' | 'troubles'> & { deal: Pick<DealRecord['deal'], 'stuck'> };

/** Deals that are stuck for one reason, in the order of the clock. Throws the Problem badRequest for a cursor that is none of this list. */
export async function findTroubles({ db }: Pick<Deps, 'db'>, asked: Asked): Promise<TroublePage> {
  const { reason, sort, limit } = asked;
  const field = troubleField(reason);
  const onwards = sort === 'newest' ? '$lt' : '$gt';
  const from = asked.cursor ? { [onwards]: placeOf(asked.cursor, asked) } : { $gt: '' };
  const found = await db.deals
    .find({ [field]: from }, { row: 1, 'deal.stuck': 1, [field]: 1 })
    .sort({ [field]: sort === 'newest' ? -1 : 1 })
    .limit(limit + 1)
    .hint(troubleIndexName)
    .lean<Found[]>();
  const shown = found.slice(0, limit);
  const failures = await failuresOf(
    db,
    shown.map(({ _id }) => _id),
  );
  const troubles = shown.flatMap(record => troublesOf(record, reason, failures));
  const last = found.length > limit && shown.at(-1)?.troubles?.[reason];
  return { troubles, ...(last && { nextCursor: cursorOf(last, asked) }) };
}

function troublesOf(
  { row, deal }: Found,
  reason: StuckReason,
  failures: Awaited<ReturnType<typeof failuresOf>>,
): Trouble[] {
  const { stuck: known, ...rest } = row;
  return deal.stuck
    .filter(stuck => stuck.reason === reason)
    .map(stuck => ({
      row: rest,
      stuck,
      byHand: known.some(({ step, byHand }) => step === stuck.step && byHand === true),
      failures: failures(row.dealId, stuck.step),
    }));
}

const cursorOf = (key: string, { reason, sort }: Asked) =>
  Buffer.from(`${reason} ${sort} ${key}`).toString('base64url');

function placeOf(cursor: string, { reason, sort }: Asked): string {
  const written = Buffer.from(cursor, 'base64url').toString();
  const beginning = `${reason} ${sort} `;
  if (written.startsWith(beginning) && /^[ -~]{1,300}$/.test(written)) return written.slice(beginning.length);
  throw foreignCursor();
}
