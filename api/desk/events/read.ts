import type { Messages } from '../../../shared/i18n/messages.ts';
import type { MarketplaceEvent } from '../../../shared/models/marketplace-event.ts';
import { Problem } from '../../../shared/problems.ts';
import type { Deps } from '../../deps.ts';
import { type Assigned, assignArrival, assignEvent, type Decision } from './assign.ts';
import { agreementOf, findUnmatched, leading, type Purchase } from './unmatched.ts';
import { type Facts, factsOfArrival, factsOfEvent } from './unmatched-facts.ts';
import { arrivalUrl, eventUrl, type UnmatchedLine, type UnmatchedView } from './view.ts';

/** Something that no deal has taken, with what a person can do about it. */
export interface Item extends Pick<UnmatchedView, 'url' | 'facts' | 'raw' | 'settled' | 'begun'> {
  event?: MarketplaceEvent;
  assign(decision: Decision): Promise<Assigned>;
}

/** The lines of the list. */
export async function linesOf(
  deps: Deps,
): Promise<{ purchases: UnmatchedLine[]; arrivals: UnmatchedLine[] }> {
  const { products } = deps.config;
  const { purchases, arrivals } = await findUnmatched(deps.db, deps.now());
  return {
    purchases: purchases.map(purchase => lineOf(purchase, deps)),
    arrivals: arrivals.map(arrival => ({
      url: arrivalUrl(arrival._id),
      facts: [factsOfArrival(arrival, products)],
    })),
  };
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
    event,
    url: eventUrl(eventId),
    facts: [event, ...others].map(each => factsOfEvent(each, deps.config.products)),
    raw: event.raw,
    settled: isWaiting ? undefined : { ...handled, dealId },
    begun: isWaiting ? handled : undefined,
    assign: decision => assignEvent(deps, { event, ...decision }),
  };
}

async function waitingBeside({ db }: Deps, event: MarketplaceEvent): Promise<MarketplaceEvent[]> {
  const agreementId = agreementOf(event);
  if (!agreementId || event.state !== 'waiting') return [];
  return db.events
    .find({ state: 'waiting', keys: agreementId, 'news.agreementId': agreementId, _id: { $ne: event._id } })
    .sort({ receivedAt: -1 })
    .lean();
}

/** The arrival of a buyer. Throws the Problem notFound. */
export async function arrivalItem(deps: Deps, registrationId: string): Promise<Item> {
  const arrival = await deps.db.registrations.findById(registrationId).lean();
  if (!arrival) throw new Problem('notFound');
  return {
    url: arrivalUrl(registrationId),
    facts: [factsOfArrival(arrival, deps.config.products)],
    settled: arrival.dealId ? { dealId: arrival.dealId } : undefined,
    assign: decision => assignArrival(deps, { arrival, ...decision }),
  };
}

/** What the deal's timeline says of an assignment, in the language of whoever decides. */
export function noteFor(facts: Facts[], { events }: Messages): string {
  const [first] = facts;
  const id = first?.agreementId ?? first?.registrationId ?? '';
  return events.note({ what: events.kinds[first?.kind ?? 'other'], id });
}
