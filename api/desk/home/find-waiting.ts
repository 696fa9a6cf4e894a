import type { QueryFilter } from 'mongoose';
import { type Need, type NeedKind, needKinds } from '../../../deal/needs.ts';
import type { DealRecord } from '../../../shared/models/deal-record.ts';
import type { DealRow } from '../../../shared/models/deal-row.ts';
import type { Deps } from '../../deps.ts';
import type { StaffMember } from '../staff.ts';

export type Whose = 'mine' | 'team';

/** One thing that waits, of one deal. */
export interface Waiting {
  row: DealRow;
  need: Need;
}

/** Who looks, and for whom he does what waits. A program has no stand-ins. */
export type Reader = Pick<StaffMember, 'email' | 'roles' | 'standsInFor' | 'approvesFor'>;

interface Asked {
  staff: Reader;
  whose: Whose;
  /** Business time, ISO. */
  now: string;
  /** All kinds without it. */
  kind?: NeedKind | undefined;
}

/** As many of each kind as anybody works off before he looks again. */
const most = 50;
const week = 7 * 86_400_000;

/** What waits for this reader or his team, what is due first before the rest; `isWhole`: there is no more than this. */
export async function findWaiting(
  db: Deps['db'],
  asked: Asked,
): Promise<{ waiting: Waiting[]; isWhole: boolean }> {
  const ofKinds = await Promise.all(kindsFor(asked).map(kind => findKind(db, kind, asked)));
  const waiting = ofKinds.flat().toSorted((a, b) => Date.parse(a.need.due) - Date.parse(b.need.due));
  return { waiting, isWhole: ofKinds.every(({ length }) => length < most) };
}

/** What waits of one kind, what is due first before the rest; as many as anybody works off. */
export async function findKind(db: Deps['db'], kind: NeedKind, asked: Asked): Promise<Waiting[]> {
  const found = await db.deals
    .find(filterFor(kind, asked), { row: 1 })
    .sort({ 'row.needs.due': 1, _id: 1 })
    .limit(most)
    .lean<Pick<DealRecord, '_id' | 'row'>[]>();
  return found.flatMap(({ row }) => {
    const need = row.needs.find(each => each.kind === kind);
    return need ? [{ row, need }] : [];
  });
}

/** How much waits for this reader himself, and no more than `atMost`. */
export async function countWaiting(db: Deps['db'], asked: Asked, atMost: number): Promise<number> {
  const $or = kindsFor(asked).map(kind => filterFor(kind, asked));
  return $or.length === 0 ? 0 : db.deals.countDocuments({ $or }, { limit: atMost });
}

/** What somebody may not do does not wait for him. */
function kindsFor({ staff, whose, kind: only }: Asked): NeedKind[] {
  const decides = whose === 'team' || staff.roles.includes('approver');
  const sells = whose === 'team' || staff.roles.some(role => role !== 'approver');
  const asked = only ? [only] : needKinds;
  return asked.filter(kind => (kind === 'decideApproval' ? decides : sells));
}

function filterFor(kind: NeedKind, asked: Asked): QueryFilter<DealRecord> {
  // An offer that has weeks to go waits for its buyer, and for nobody here.
  const due = kind === 'offerEnds' && { due: { $lte: new Date(Date.parse(asked.now) + week).toISOString() } };
  return { 'row.needs': { $elemMatch: { kind, ...due } }, ...whoseDeals(kind, asked) };
}

/** Nobody's deals are everybody's, and those of who is away his stand-in's; support cures them all; nobody approves of what he has asked for himself, and no stand-in of what is his own. */
function whoseDeals(kind: NeedKind, { staff, whose }: Asked): QueryFilter<DealRecord> {
  if (whose === 'team') return {};
  const { email, standsInFor = [], approvesFor } = staff;
  if (kind === 'decideApproval')
    return { 'row.approvalAskedBy': { $ne: email }, ...(approvesFor && { owner: { $ne: email } }) };
  if (kind === 'cure' && staff.roles.includes('support')) return {};
  return { owner: { $in: [email, ...standsInFor.map(away => away.email), null] } };
}
