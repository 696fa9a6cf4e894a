import type { PipelineStage, QueryFilter } from 'mongoose';
import type { Database } from '../../../../shared/models/database.ts';
import { agreementOf, type MarketplaceEvent } from '../../../../shared/models/marketplace-event.ts';
import type { RegistrationRecord } from '../../../../shared/models/registration.ts';
import { cursorOf, placeOf } from '../../../cursor.ts';
import { isDismissed, isSetAside, type Purchase, unmatchedArrivals, unmatchedEvents } from '../unmatched.ts';
import type { List } from './view.ts';

/** Rows of each kind on one page. */
export const pageSize = 25;

export interface Page<T> {
  found: T[];
  /** Absent on the last page. */
  nextCursor?: string;
}

type Stored = Pick<Database, 'events' | 'registrations'>;
interface Asked {
  list: List;
  cursor?: string;
  /** Business time, ISO. */
  now: string;
}

/** Which events are in a list, and by which moment it is sorted; a moment is kept as a date or as text. */
const eventsIn: Record<List, () => { filter: QueryFilter<MarketplaceEvent>; moment: string }> = {
  unmatched: () => ({ filter: unmatchedEvents(), moment: 'receivedAt' }),
  otherListings: () => ({ filter: isSetAside, moment: 'receivedAt' }),
  dismissed: () => ({ filter: isDismissed, moment: 'handled.at' }),
};

/** A page of purchases, newest first, each with all that AWS has said of it. */
export async function findPurchases({ events }: Stored, asked: Asked): Promise<Page<Purchase>> {
  const { filter, moment } = eventsIn[asked.list]();
  const rows = await events.aggregate<Row>([
    { $match: filter },
    { $group: { _id: { $ifNull: ['$notice.agreementId', '$_id'] }, at: { $max: `$${moment}` } } },
    ...pageAt(asked, moment),
  ]);
  const { found, nextCursor } = cut(rows);
  const ids = found.map(({ _id }) => _id);
  const told = await events
    .find({ ...filter, $and: [{ $or: [{ 'notice.agreementId': { $in: ids } }, { _id: { $in: ids } }] }] })
    .sort({ [moment]: -1 })
    .lean();
  const ofPurchase = (id: string) => told.filter(event => (agreementOf(event) ?? event._id) === id);
  return { found: ids.map(agreementId => ({ agreementId, events: ofPurchase(agreementId) })), nextCursor };
}

const arrivalsIn: Record<
  List,
  (now: string) => { filter: QueryFilter<RegistrationRecord>; moment: string } | undefined
> = {
  unmatched: now => ({ filter: unmatchedArrivals(now), moment: 'at' }),
  // Nobody arrives here for what is none of our products.
  otherListings: () => undefined,
  dismissed: () => ({
    filter: { 'dismissed.at': { $exists: true }, dealId: { $exists: false } },
    moment: 'dismissed.at',
  }),
};

/** A page of buyers who arrived, newest first. */
export async function findArrivals(
  { registrations }: Stored,
  asked: Asked,
): Promise<Page<RegistrationRecord>> {
  const which = arrivalsIn[asked.list](asked.now);
  if (!which) return { found: [] };
  const rows = await registrations.aggregate<Row & { arrival: RegistrationRecord }>([
    { $match: which.filter },
    { $project: { at: `$${which.moment}`, arrival: '$$ROOT' } },
    ...pageAt(asked, which.moment),
  ]);
  const { found, nextCursor } = cut(rows);
  return { found: found.map(({ arrival }) => arrival), nextCursor };
}

interface Row {
  _id: string;
  at: Date | string;
}

function pageAt({ cursor }: Asked, moment: string): PipelineStage[] {
  return [
    ...(cursor ? [{ $match: after(cursor, moment) }] : []),
    { $sort: { at: -1, _id: -1 } },
    { $limit: pageSize + 1 },
  ];
}

function after(cursor: string, moment: string) {
  const { at, id } = placeOf(cursor);
  const kept = isKeptAsText(moment) ? at.toISOString() : at;
  return { $or: [{ at: { $lt: kept } }, { at: kept, _id: { $lt: id } }] };
}

/** Decisions are kept as business time, in ISO. */
const isKeptAsText = (moment: string) => moment.endsWith('.at');

function cut<R extends Row>(rows: R[]): Page<R> {
  const found = rows.slice(0, pageSize);
  const last = rows.length > pageSize && found.at(-1);
  return { found, ...(last && { nextCursor: cursorOf({ at: new Date(last.at), id: last._id }) }) };
}
