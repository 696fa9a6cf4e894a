import { currentOffer, type Deal, termsOf } from '../deal.ts';
import type { Evolution } from '../evolve.ts';
import type { Refusal } from '../refusals.ts';
import type { Rules } from '../rules.ts';
import type { ClosedStage } from '../stages.ts';
import { limitsBroken } from '../terms/terms-limits.ts';
import { beginChange, changeSetRunning, withoutEnding } from './change-set.ts';
import { changeDone } from './offers.ts';

type Commands =
  | 'extendOffer'
  | 'withdrawOffer'
  | 'askForChange'
  | 'askForMoreTime'
  | 'declineOffer'
  | 'offerEvent'
  | 'closeDeal';

/** From the frozen terms to an offer in the buyer's hands. */
export const offerRules: Rules<Commands> = {
  extendOffer: {
    who: ['sales', 'support'],
    stages: ['offered'],
    refuse: ({ deal, command, now }) =>
      cannotChange(deal) ?? wrongExpiry(deal, command.expiresOn, now.slice(0, 10)),
  },
  withdrawOffer: { who: ['sales'], stages: ['offered'], refuse: ({ deal }) => cannotChange(deal) },
  askForChange: { who: ['buyer'], stages: ['offered'] },
  askForMoreTime: { who: ['buyer'], stages: ['offered'] },
  declineOffer: { who: ['buyer'], stages: ['offered'], refuse: ({ deal }) => cannotChange(deal) },
  offerEvent: {
    who: ['aws'],
    stages: ['creatingOffer', 'offered', 'accepted', 'settingUp', 'activating', 'active'],
  },
  closeDeal: {
    who: ['sales', 'support'],
    stages: ['inquiry', 'negotiating', 'approving', 'offered', 'creatingOffer', 'settingUp', 'activating'],
    refuse: ({ deal }) => {
      if (isBought(deal)) return { code: 'notNow' };
      return changeSetRunning(deal) ? { code: 'changeSetRunning' } : undefined;
    },
  },
};

/**
 * Closing is for deals that nobody pays for. A deal that was opened before an agreement could be missed keeps the rule
 * of its day: whoever had come from AWS had bought.
 */
export function isBought({ agreement, registration, policy }: Deal): boolean {
  return agreement !== undefined || (registration !== undefined && policy.agreementWithinHours === undefined);
}

function cannotChange(deal: Deal): Refusal | undefined {
  if (changeSetRunning(deal)) return { code: 'changeSetRunning' };
  return currentOffer(deal) ? undefined : { code: 'noOffer' };
}

function wrongExpiry(deal: Deal, expiresOn: string, today: string): Refusal | undefined {
  const offer = currentOffer(deal);
  if (!offer) return { code: 'noOffer' };
  if (expiresOn < today) return { code: 'expiryInPast' };
  if (expiresOn <= offer.expiresOn) return { code: 'expiryNotLater' };
  const terms = { ...termsOf(deal, offer.termsVersion).terms, offerExpiresOn: expiresOn };
  const fields = limitsBroken(terms, today).filter(
    each => each.pointer.startsWith('/paymentSchedule') || each.pointer === '/offerExpiresOn',
  );
  return fields.length > 0 ? { code: 'termsInvalid', fields } : undefined;
}

export const offerEvolution: Evolution<Commands | 'changeSetStarted' | 'changeSetSucceeded'> = {
  changeSetStarted: (deal, { name, changeSetId }) =>
    deal.changeSet?.name === name ? { ...deal, changeSet: { ...deal.changeSet, changeSetId } } : deal,

  changeSetSucceeded: (deal, event, entry) => {
    const { changeSet, ...rest } = deal;
    return changeSet?.name === event.name ? changeDone(rest as Deal, changeSet, { event, entry }) : deal;
  },

  extendOffer: (deal, { expiresOn }) => {
    const offer = currentOffer(deal);
    const { request: _answered, ...rest } = withoutEnding(deal);
    return offer ? beginChange(rest, { purpose: 'extend', offer, expiresOn }) : deal;
  },
  withdrawOffer: (deal, { reason }, { at }) => finish(deal, { stage: 'withdrawn', reason, at }),
  declineOffer: (deal, { reason }, { at }) => finish(deal, { stage: 'declined', reason, at }),
  closeDeal: (deal, { reason }, { at }) => {
    const { approval: _asked, changeSet: _failed, ...rest } = deal;
    return finish({ ...rest, stuck: [] }, { stage: 'lost', reason, at });
  },

  askForChange: (deal, { message }, { at }) => ({ ...deal, request: { kind: 'change', message, at } }),
  askForMoreTime: (deal, { message }, { at }) => ({ ...deal, request: { kind: 'moreTime', message, at } }),
  // AWS's notice says no more than the change set that is being followed; it is kept for the timeline.
  offerEvent: deal => deal,
};

/** Ends the deal; an offer that AWS still shows to the buyer is withdrawn first. */
function finish(deal: Deal, end: { stage: ClosedStage; reason: string; at: string }): Deal {
  const offer = deal.offers.findLast(each => each.state === 'released');
  return offer
    ? beginChange({ ...deal, ending: end }, { purpose: 'withdraw', offer })
    : { ...deal, closed: end };
}
