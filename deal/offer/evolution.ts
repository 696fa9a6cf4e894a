import { asked, withoutRequest } from '../conversation/request.ts';
import { currentOffer, type Deal, type Offer } from '../deal.ts';
import type { Evolution, Passing } from '../part.ts';
import type { ClosedStage } from '../stages.ts';
import { beginChange, withoutEnding, withoutHeldChange, withoutPause } from './change-set.ts';
import { changeDone, changedInAws } from './offers.ts';
import type { OfferCommand } from './rules.ts';
import { mayBeScanner } from './scanner.ts';
import { withTick } from './ticks.ts';

export const offerEvolution: Evolution<OfferCommand | 'changeSetStarted' | 'changeSetSucceeded'> = {
  changeSetStarted: (deal, { name, changeSetId }) => {
    const known = { ...deal, changeSetIds: [...deal.changeSetIds, changeSetId] };
    return deal.changeSet?.name === name
      ? { ...known, changeSet: { ...deal.changeSet, changeSetId } }
      : known;
  },

  changeSetSucceeded: (deal, event, entry) => {
    const { changeSet, ...rest } = deal;
    return changeSet?.name === event.name ? changeDone(rest, changeSet, { event, entry }) : deal;
  },

  extendOffer: (deal, { expiresOn }) => {
    const offer = currentOffer(deal);
    const rest = withoutRequest(withoutEnding(deal));
    return offer ? beginChange(rest, { purpose: 'extend', offer, expiresOn }) : deal;
  },
  withdrawOffer: (deal, { reason }, { at }) => finish(deal, { stage: 'withdrawn', reason, at }),
  declineOffer: (deal, { reason }, { at }) => finish(deal, { stage: 'declined', reason, at }),
  closeDeal: (deal, { reason }, { at }) => {
    const { approval: _asked, changeSet: _failed, ...rest } = deal;
    return finish({ ...rest, stuck: [] }, { stage: 'lost', reason, at });
  },

  askForChange: (deal, { message }, { at }) => asked(deal, { kind: 'change', message, at }),
  askForMoreTime: (deal, { message }, { at }) => asked(deal, { kind: 'moreTime', message, at }),
  tickCheck: withTick,
  offerSeen: (deal, _seen, { at }) => {
    const seen = currentOffer(deal);
    const offers = deal.offers.map(offer => (offer === seen ? withSeen(offer, at) : offer));
    return { ...deal, offers };
  },

  // AWS's notice says no more than the change set that is being followed; it is kept for the timeline. What it answers
  // when it is asked may be news.
  offerEvent: (deal, { offerId, expiresOn }, { at }) =>
    offerId && expiresOn ? changedInAws(deal, { offerId, expiresOn, at }) : deal,
};

const withSeen = (offer: Offer, at: string): Offer =>
  mayBeScanner(offer, at)
    ? { ...offer, scannedAt: offer.scannedAt ?? at }
    : { ...offer, seenAt: offer.seenAt ?? at };

export const offerPassing: Passing<'changeSetAgain' | 'offerExpires' | 'revivalEnds'> = {
  changeSetAgain: withoutPause,
  offerExpires: deal => ({
    ...deal,
    offers: deal.offers.map(offer => (offer.state === 'released' ? { ...offer, state: 'expired' } : offer)),
  }),
  revivalEnds: (deal, at) => ({
    ...withoutHeldChange(deal),
    closed: { stage: 'expired', reason: 'nobody accepted', at },
  }),
};

/** Ends the deal; an offer that AWS still shows to the buyer is withdrawn first. */
function finish(deal: Deal, end: { stage: ClosedStage; reason: string; at: string }): Deal {
  const offer = deal.offers.findLast(each => each.state === 'released');
  return offer
    ? beginChange({ ...deal, ending: end }, { purpose: 'withdraw', offer })
    : { ...deal, closed: end };
}
