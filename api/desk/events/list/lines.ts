import type { RegistrationRecord } from '../../../../shared/models/registration.ts';
import type { Deps } from '../../../deps.ts';
import { leading, type Purchase } from '../unmatched.ts';
import { factsOfArrival, factsOfEvent } from '../unmatched-facts.ts';
import { arrivalUrl, eventUrl } from '../view.ts';
import { findArrivals, findPurchases } from './find-list.ts';
import { boxOf, type Place, type UnmatchedLine, type UnmatchedListView } from './view.ts';

/** The lines of a list, at a place in it. */
export async function linesOf(
  deps: Deps,
  { list, purchases, arrivals }: Place,
): Promise<Pick<UnmatchedListView, 'purchases' | 'arrivals'>> {
  const now = deps.now();
  const [bought, arrived] = await Promise.all([
    findPurchases(deps.db, { list, now, cursor: purchases }),
    findArrivals(deps.db, { list, now, cursor: arrivals }),
  ]);
  return {
    purchases: { ...bought, lines: bought.found.map(purchase => lineOf(purchase, deps)) },
    arrivals: { ...arrived, lines: arrived.found.map(arrival => lineOfArrival(arrival, deps)) },
  };
}

function lineOfArrival(arrival: RegistrationRecord, { config }: Deps): UnmatchedLine {
  const { _id: id, dismissed } = arrival;
  const facts = [factsOfArrival(arrival, config.products)];
  return { url: arrivalUrl(id), box: boxOf('arrival', id), facts, dismissed };
}

function lineOf({ agreementId, events }: Purchase, { config }: Deps): UnmatchedLine {
  const first = leading(events);
  const others = events.filter(each => each !== first);
  const facts = [...(first ? [first] : []), ...others].map(each => factsOfEvent(each, config.products));
  const id = first?._id ?? agreementId;
  return { url: eventUrl(id), box: boxOf('purchase', id), facts, dismissed: first?.handled };
}
