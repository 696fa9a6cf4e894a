import type { Actor } from '../../../deal/people.ts';
import type { Messages } from '../../../shared/i18n/messages.ts';
import { agreementOf, type MarketplaceEvent } from '../../../shared/models/marketplace-event.ts';
import { Problem } from '../../../shared/problems.ts';
import type { Deps } from '../../deps.ts';
import { type Assigned, assignArrival, assignEvent, type Decision } from './assign.ts';
import { type Dismissal, dismissArrival, dismissEvent, restoreArrival, restoreEvent } from './dismiss.ts';
import { type Facts, factsOfArrival, factsOfEvent } from './unmatched-facts.ts';
import { arrivalUrl, eventUrl, type UnmatchedView } from './view.ts';

/** Something that no deal has taken, with what a person can do about it. */
export interface Item
  extends Pick<UnmatchedView, 'url' | 'facts' | 'raw' | 'settled' | 'begun' | 'canBeBack'> {
  assign(decision: Decision): Promise<Assigned>;
  /** False: it was decided before. */
  dismiss(dismissal: Dismissal): Promise<boolean>;
  /** Takes a dismissal back, or brings back what was set aside. */
  restore(by: Actor): Promise<void>;
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
    canBeBack: backFrom(event),
    assign: decision => assignEvent(deps, { event, ...decision }),
    dismiss: dismissal => dismissEvent(deps, { event, ...dismissal }),
    restore: by => restoreEvent(deps, { event, by }),
  };
}

function backFrom({ state, handled }: MarketplaceEvent): Item['canBeBack'] {
  if (state === 'otherListing') return 'otherListing';
  return state === 'ignored' && handled && !handled.dealId ? 'dismissed' : undefined;
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
    ...(!dealId && dismissed && { canBeBack: 'dismissed' as const }),
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

/** Why something could not be given to a deal. */
export function reasonOf(assigned: Exclude<Assigned, { state: 'told' }>, { events, deal }: Messages): string {
  return assigned.state === 'taken' ? events.problems.taken : deal.refusals[assigned.code];
}
