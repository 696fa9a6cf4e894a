import type { QueryFilter } from 'mongoose';
import type { Database } from '../../../shared/models/database.ts';
import type { MarketplaceEvent } from '../../../shared/models/marketplace-event.ts';
import type { RegistrationRecord } from '../../../shared/models/registration.ts';

/** Long enough for a deal to learn the key of what came a moment too early. */
const graceMs = 60_000;
export const mostShown = 100;

type Stored = Pick<Database, 'events' | 'registrations'>;

/** All that AWS says of one purchase, and that no deal has taken. Newest first. */
export interface Purchase {
  agreementId: string;
  events: MarketplaceEvent[];
}

/** The purchases and arrivals that wait for a person, newest first. `now` is business time, ISO. */
export async function findUnmatched(
  { events, registrations }: Stored,
  now: string,
): Promise<{ purchases: Purchase[]; arrivals: RegistrationRecord[] }> {
  const [waiting, arrivals] = await Promise.all([
    events.find(unmatchedEvents()).sort({ receivedAt: -1 }).limit(mostShown).lean(),
    registrations.find(unmatchedArrivals(now)).sort({ at: -1 }).limit(mostShown).lean(),
  ]);
  return { purchases: purchasesIn(waiting), arrivals };
}

/** Of which a person has said that it belongs to no deal. */
export const isDismissed = {
  state: 'ignored',
  handled: { $exists: true },
  'handled.dealId': { $exists: false },
} as const;

/** How many of each kind are offered to be taken back. */
const dismissedShown = 20;

/** The purchases and arrivals that were dismissed last, newest first. */
export async function findDismissed({
  events,
  registrations,
}: Stored): Promise<{ purchases: Purchase[]; arrivals: RegistrationRecord[] }> {
  const [dismissed, arrivals] = await Promise.all([
    events.find(isDismissed).sort({ 'handled.at': -1, receivedAt: -1 }).limit(mostShown).lean(),
    registrations
      .find({ 'dismissed.at': { $exists: true }, dealId: { $exists: false } })
      .sort({ 'dismissed.at': -1 })
      .limit(dismissedShown)
      .lean(),
  ]);
  return { purchases: purchasesIn(dismissed).slice(0, dismissedShown), arrivals };
}

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
function unmatchedEvents(): QueryFilter<MarketplaceEvent> {
  return {
    state: 'waiting',
    receivedAt: { $lt: new Date(Date.now() - graceMs) },
    dealId: { $exists: false },
    'notice.agreementId': { $exists: true },
  };
}

/** However long it was ago, and also while a deal has been told and has not taken it. */
function unmatchedArrivals(now: string): QueryFilter<RegistrationRecord> {
  const at = { $lt: new Date(Date.parse(now) - graceMs) };
  return { dealId: { $exists: false }, dismissed: { $exists: false }, at };
}

function purchasesIn(events: MarketplaceEvent[]): Purchase[] {
  const byAgreement = new Map<string, MarketplaceEvent[]>();
  for (const event of events) {
    const agreementId = agreementOf(event) ?? event._id;
    byAgreement.set(agreementId, [...(byAgreement.get(agreementId) ?? []), event]);
  }
  return [...byAgreement].map(([agreementId, found]) => ({ agreementId, events: found }));
}

export function agreementOf({ notice }: MarketplaceEvent): string | undefined {
  return notice && notice.type !== 'offerEvent' ? notice.agreementId : undefined;
}

/** The event that tells a deal most: that the agreement is active, else whatever is known of it. */
export function leading(events: MarketplaceEvent[]): MarketplaceEvent | undefined {
  const agreements = events.filter(({ notice }) => notice?.type === 'agreementEvent');
  const active = agreements.find(
    ({ notice }) => notice?.type === 'agreementEvent' && notice.status === 'ACTIVE',
  );
  return active ?? agreements[0] ?? events[0];
}
