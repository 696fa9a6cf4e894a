import { type ChangeSet, currentOffer, type Deal, type Offer, termsOf } from '../deal.ts';
import type { Entry, EventOf } from '../events.ts';
import { trouble, withoutStuck, withStuck } from '../stuck.ts';
import { lastMomentOf } from '../terms/terms.ts';
import { beginChange } from './change-set.ts';

/** The deal once AWS has made a change: what its offers are now, and what there is to change next. */
export function changeDone(
  deal: Deal,
  changeSet: ChangeSet,
  done: { event: EventOf<'changeSetSucceeded'>; entry: Entry },
): Deal {
  if (changeSet.purpose === 'create')
    return withoutLooseOffers(replaceOlder(released(deal, changeSet, done)));
  if (changeSet.purpose === 'extend') return withoutLooseOffers(extended(deal, changeSet, done.entry));
  const { at } = done.entry;
  const next = withoutLooseOffers(withOffer(deal, changeSet, { state: 'withdrawn', withdrawnAt: at }));
  return next.ending && !next.agreement && !next.changeSet
    ? { ...next, closed: { ...next.ending, at } }
    : next;
}

/**
 * Takes back, one after the other, what AWS still lets the buyer accept beside what counts: every offer once there is an
 * agreement or the deal is ending, and otherwise those before the newest. A buyer who accepts two offers pays twice.
 */
export function withoutLooseOffers(deal: Deal): Deal {
  if (deal.changeSet) return deal;
  const kept = deal.agreement || deal.ending ? undefined : currentOffer(deal);
  const loose = deal.offers.find(offer => offer.state === 'released' && offer !== kept);
  return loose ? beginChange(deal, { purpose: 'withdraw', offer: loose }) : deal;
}

/** What AWS shows of an offer: its last day, and when somebody last changed it there. */
interface Shown {
  expiresOn: string;
  at: string;
}

/**
 * The deal once somebody has changed the last day of its offer in AWS, beside us: the buyer can accept until another day,
 * no more, or again.
 */
export function changedInAws(deal: Deal, { offerId, ...shown }: Shown & { offerId: string }): Deal {
  const offer = deal.offers.find(each => each.offerId === offerId);
  // What we change ourselves is told by its change set.
  if (deal.changeSet || deal.agreement || !offer || !isNews(offer, shown)) return deal;
  const { expiresOn, at } = shown;
  if (lastMomentOf(expiresOn) <= at)
    return offer.state === 'released' ? endedInAws(deal, offer, { expiresOn, at }) : deal;
  const open = { state: 'released', expiresOn, extendedAt: at } as const;
  return offer.state === 'withdrawn' ? reopened(deal, offer, open) : withOffer(deal, offer, open);
}

/**
 * True when AWS shows of an offer what its deal does not know. One that was taken back counts only when it can be accepted
 * and was changed since: AWS may show for a while how it was before.
 */
export function isNews({ state, expiresOn, withdrawnAt = '' }: Offer, shown: Shown): boolean {
  if (state === 'accepted') return false;
  const isOpen = lastMomentOf(shown.expiresOn) > shown.at;
  return state === 'withdrawn' ? isOpen && shown.at > withdrawnAt : expiresOn !== shown.expiresOn;
}

/** Somebody lets the buyer accept after all; beside a newer offer it is taken back again. */
function reopened(deal: Deal, offer: Offer, open: Pick<Offer, 'state' | 'expiresOn' | 'extendedAt'>): Deal {
  const { withdrawnAt: _over, ...known } = offer;
  const offers = deal.offers.map(each => (each === offer ? { ...known, ...open } : each));
  const frozenVersion = deal.frozenVersion ?? offer.termsVersion;
  return withoutLooseOffers({ ...withoutStuck(deal, 'offer'), offers, frozenVersion });
}

/** The same terms may be offered again, so nothing is agreed on any more. */
function endedInAws(deal: Deal, offer: Offer, { expiresOn, at }: Shown): Deal {
  const ended = { state: 'withdrawn', expiresOn, withdrawnAt: at } as const;
  const { frozenVersion: _open, ...rest } = withOffer(deal, offer, ended);
  return withStuck(rest, trouble({ step: 'offer', reason: 'offerEnded' }), at);
}

function extended(deal: Deal, changeSet: ChangeSet, { at }: Entry): Deal {
  const { expiresOn } = changeSet;
  return withOffer(deal, changeSet, { state: 'released', expiresOn, extendedAt: at });
}

function released(
  deal: Deal,
  changeSet: ChangeSet,
  { event, entry }: { event: EventOf<'changeSetSucceeded'>; entry: Entry },
): Deal {
  const offer: Offer = {
    offerId: event.offerId,
    termsVersion: changeSet.termsVersion,
    changeSetId: event.changeSetId,
    releasedAt: entry.at,
    expiresOn: termsOf(deal, changeSet.termsVersion).terms.offerExpiresOn,
    state: 'released',
  };
  return { ...deal, offers: [...deal.offers, offer] };
}

/** AWS cannot change a released offer: the new one replaces it, and the old one is taken back. */
function replaceOlder(deal: Deal): Deal {
  const older = deal.offers
    .slice(0, -1)
    .find(offer => offer.state === 'released' || offer.state === 'expired');
  if (!older) return deal;
  if (older.state === 'released') return beginChange(deal, { purpose: 'withdraw', offer: older });
  return withOffer(deal, { offerId: older.offerId }, { state: 'withdrawn', withdrawnAt: deal.updatedAt });
}

function withOffer(deal: Deal, { offerId }: Pick<ChangeSet, 'offerId'>, change: Partial<Offer>): Deal {
  // An offer that was accepted meanwhile stays accepted: AWS keeps the agreement whatever becomes of the offer.
  const changed = (offer: Offer) =>
    offer.offerId === offerId && offer.state !== 'accepted' ? { ...offer, ...change } : offer;
  return { ...deal, offers: deal.offers.map(changed) };
}
