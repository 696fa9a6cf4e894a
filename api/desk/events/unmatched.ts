import type { QueryFilter } from 'mongoose';
import type { Database } from '../../../shared/models/database.ts';
import type { MarketplaceEvent } from '../../../shared/models/marketplace-event.ts';
import type { RegistrationRecord } from '../../../shared/models/registration.ts';

/** Long enough for a deal to learn the key of what came a moment too early. */
const graceMs = 60_000;

type Stored = Pick<Database, 'events' | 'registrations'>;

/** All that AWS says of one purchase, newest first. */
export interface Purchase {
  agreementId: string;
  events: MarketplaceEvent[];
}

/** Of which a person has said that it belongs to no deal. */
export const isDismissed = {
  state: 'ignored',
  handled: { $exists: true },
  // By it the index of the few that a person has decided about is found.
  'handled.at': { $exists: true },
  'handled.dealId': { $exists: false },
} as const;

/** What was bought is another listing of the seller. */
export const isSetAside = { state: 'otherListing' } as const;

/** How many purchases and arrivals wait for a person. */
export async function countUnmatched({ events, registrations }: Stored, now: string): Promise<number> {
  const [agreements, arrivals] = await Promise.all([
    events.distinct('notice.agreementId', unmatchedEvents()),
    registrations.countDocuments(unmatchedArrivals(now)),
  ]);
  return agreements.length + arrivals;
}

/**
 * A notice of a change set is left out: without its deal nothing follows from it, and every change of the catalog that
 * is made elsewhere causes one.
 */
export function unmatchedEvents(): QueryFilter<MarketplaceEvent> {
  return {
    state: 'waiting',
    receivedAt: { $lt: new Date(Date.now() - graceMs) },
    dealId: { $exists: false },
    'notice.agreementId': { $exists: true },
  };
}

/** For how many seconds more something that AWS has just told of an agreement is left to the deals; nothing once that is over. */
export async function stillMatched(
  { events }: Pick<Stored, 'events'>,
  agreementId: string,
): Promise<number | undefined> {
  const fresh = await events
    .findOne({ ...isFresh(), 'notice.agreementId': agreementId, 'handled.dealId': { $exists: false } })
    .sort({ receivedAt: -1 })
    .lean();
  if (!fresh) return undefined;
  return Math.max(1, Math.ceil((fresh.receivedAt.getTime() + graceMs - Date.now()) / 1000));
}

const isFresh = (): QueryFilter<MarketplaceEvent> => ({
  ...unmatchedEvents(),
  receivedAt: { $gte: new Date(Date.now() - graceMs) },
});

/** How many purchases and arrivals are too new to be in the list. */
export async function countMatching({ events, registrations }: Stored, now: string): Promise<number> {
  const since = new Date(Date.parse(now) - graceMs);
  const [agreements, arrivals] = await Promise.all([
    events.distinct('notice.agreementId', isFresh()),
    registrations.countDocuments({ ...unmatchedArrivals(now), at: { $gte: since } }),
  ]);
  return agreements.length + arrivals;
}

/** However long it was ago, and also while a deal has been told and has not taken it. */
export function unmatchedArrivals(now: string): QueryFilter<RegistrationRecord> {
  const at = { $lt: new Date(Date.parse(now) - graceMs) };
  return { dealId: { $exists: false }, dismissed: { $exists: false }, at };
}

/** The event that tells a deal most: that the agreement is active, else whatever is known of it. */
export function leading(events: MarketplaceEvent[]): MarketplaceEvent | undefined {
  const agreements = events.filter(({ notice }) => notice?.type === 'agreementEvent');
  const active = agreements.find(
    ({ notice }) => notice?.type === 'agreementEvent' && notice.status === 'ACTIVE',
  );
  return active ?? agreements[0] ?? events[0];
}
