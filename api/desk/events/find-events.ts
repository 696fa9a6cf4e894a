import type { Messages } from '../../../shared/i18n/messages.ts';
import type { MarketplaceEvent } from '../../../shared/models/marketplace-event.ts';
import type { RegistrationRecord } from '../../../shared/models/registration.ts';
import { Problem } from '../../../shared/problems.ts';
import type { Deps } from '../../deps.ts';
import { type Assigned, assignArrival, assignEvent, type Decision } from './assign.ts';
import { type Dismissal, dismissArrival, dismissEvent, restoreArrival, restoreEvent } from './dismiss.ts';
import { agreementOf, findDismissed, findUnmatched, leading, type Purchase } from './unmatched.ts';
import { type Facts, factsOfArrival, factsOfEvent } from './unmatched-facts.ts';
import {
  arrivalUrl,
  eventUrl,
  type UnmatchedLine,
  type UnmatchedListView,
  type UnmatchedView,
} from './view.ts';

/** Something that no deal has taken, with what a person can do about it. */
export interface Item
  extends Pick<UnmatchedView, 'url' | 'facts' | 'raw' | 'settled' | 'begun' | 'isDismissed'> {
  assign(decision: Decision): Promise<Assigned>;
  /** False: it was decided before. */
  dismiss(dismissal: Dismissal): Promise<boolean>;
  /** Takes a dismissal back. */
  restore(): Promise<void>;
}

/** The lines of the list. */
export async function linesOf(
  deps: Deps,
): Promise<Pick<UnmatchedListView, 'purchases' | 'arrivals' | 'dismissed'>> {
  const [waiting, dismissed] = await Promise.all([
    findUnmatched(deps.db, deps.now()),
    findDismissed(deps.db),
  ]);
  const ofPurchases = dismissed.purchases.map(purchase => ({
    ...lineOf(purchase, deps),
    dismissed: purchase.events[0]?.handled,
  }));
  const ofArrivals = dismissed.arrivals.map(arrival => ({
    ...lineOfArrival(arrival, deps),
    dismissed: arrival.dismissed,
  }));
  return {
    purchases: waiting.purchases.map(purchase => lineOf(purchase, deps)),
    arrivals: waiting.arrivals.map(arrival => lineOfArrival(arrival, deps)),
    dismissed: [...ofPurchases, ...ofArrivals].toSorted((a, b) =>
      (b.dismissed?.at ?? '').localeCompare(a.dismissed?.at ?? ''),
    ),
  };
}

function lineOfArrival(arrival: RegistrationRecord, { config }: Deps): UnmatchedLine {
  return { url: arrivalUrl(arrival._id), facts: [factsOfArrival(arrival, config.products)] };
}

function lineOf({ agreementId, events }: Purchase, { config }: Deps): UnmatchedLine {
  const first = leading(events);
  const others = events.filter(each => each !== first);
  const facts = [...(first ? [first] : []), ...others].map(each => factsOfEvent(each, config.products));
  return { url: eventUrl(first?._id ?? agreementId), facts };
}

/** An event of the inbox with everything else that waits for the same agreement. Throws the Problem notFound. */
export async function eventItem(deps: Deps, eventId: string): Promise<Item> {
  const event = await deps.db.events.findById(eventId).lean();
  if (!event) throw new Problem('notFound');
  const { state, dealId, handled } = event;
  const others = await waitingBeside(deps, event);
  const isWaiting = state === 'waiting' && !dealId;
  return {
    url: eventUrl(eventId),
    facts: [event, ...others].map(each => factsOfEvent(each, deps.config.products)),
    raw: event.raw,
    settled: isWaiting ? undefined : { ...handled, dealId },
    begun: isWaiting ? handled : undefined,
    isDismissed: state === 'ignored' && handled !== undefined && !handled.dealId,
    assign: decision => assignEvent(deps, { event, ...decision }),
    dismiss: dismissal => dismissEvent(deps, { event, ...dismissal }),
    restore: () => restoreEvent(deps, event),
  };
}

async function waitingBeside({ db }: Deps, event: MarketplaceEvent): Promise<MarketplaceEvent[]> {
  const agreementId = agreementOf(event);
  if (!agreementId || event.state !== 'waiting') return [];
  return db.events
    .find({ state: 'waiting', keys: agreementId, 'notice.agreementId': agreementId, _id: { $ne: event._id } })
    .sort({ receivedAt: -1 })
    .lean();
}

/** The arrival of a buyer. Throws the Problem notFound. */
export async function arrivalItem(deps: Deps, registrationId: string): Promise<Item> {
  const arrival = await deps.db.registrations.findById(registrationId).lean();
  if (!arrival) throw new Problem('notFound');
  const { dealId, dismissed } = arrival;
  return {
    url: arrivalUrl(registrationId),
    facts: [factsOfArrival(arrival, deps.config.products)],
    settled: dealId ? { dealId } : dismissed,
    isDismissed: !dealId && dismissed !== undefined,
    assign: decision => assignArrival(deps, { arrival, ...decision }),
    dismiss: dismissal => dismissArrival(deps, { arrival, ...dismissal }),
    restore: () => restoreArrival(deps, arrival),
  };
}

/** What the deal's timeline says of an assignment, in the language of whoever decides. */
export function noteFor(facts: Facts[], { events }: Messages): string {
  const [first] = facts;
  const id = first?.agreementId ?? first?.registrationId ?? '';
  return events.note({ what: events.kinds[first?.kind ?? 'other'], id });
}
