import { isMaker } from '../acceptance/purchase.ts';
import { currentOffer, type Deal, termsOf } from '../deal.ts';
import { isSent } from '../negotiation/proposals.ts';
import type { Rules } from '../part.ts';
import type { Refusal } from '../refusals.ts';
import { stagesAfterInquiry } from '../stages.ts';
import { limitsBroken } from '../terms/terms-limits.ts';
import { changeSetRunning } from './change-set.ts';

export type OfferCommand =
  | 'offerSeen'
  | 'tickCheck'
  | 'extendOffer'
  | 'withdrawOffer'
  | 'askForChange'
  | 'askForMoreTime'
  | 'declineOffer'
  | 'offerEvent'
  | 'closeDeal';

/** From the frozen terms to an offer in the buyer's hands. */
export const offerRules: Rules<OfferCommand> = {
  offerSeen: {
    who: ['buyer'],
    stages: ['offered'],
    refuse: withoutOffer,
  },
  tickCheck: { who: ['buyer'], stages: ['offered'], refuse: withoutOffer },
  extendOffer: {
    who: ['sales', 'support'],
    stages: ['offered'],
    waitsForAws: true,
    refuse: ({ deal, command, now }) => wrongExpiry(deal, command.expiresOn, now.slice(0, 10)),
  },
  withdrawOffer: {
    who: ['sales'],
    // Another offer may be on its way in place of the one that the buyer has.
    stages: ['offered', 'creatingOffer'],
    waitsForAws: true,
    shown: deal => currentOffer(deal) !== undefined,
    refuse: withoutOffer,
  },
  askForChange: {
    who: ['buyer'],
    stages: ['negotiating', 'offered'],
    shown: isAsked,
    refuse: ({ deal }) => (isAsked(deal) ? undefined : { code: 'noProposal' }),
  },
  askForMoreTime: { who: ['buyer'], stages: ['offered'] },
  declineOffer: { who: ['buyer'], stages: ['offered'], waitsForAws: true, refuse: withoutOffer },
  offerEvent: {
    who: ['aws'],
    stages: stagesAfterInquiry,
    // The deal that made the offer is told of it.
    refuse: ({ deal }) => (isMaker(deal) ? undefined : { code: 'otherAgreement' }),
  },
  closeDeal: {
    who: ['sales', 'support'],
    stages: ['inquiry', 'negotiating', 'approving', 'offered', 'creatingOffer', 'settingUp', 'activating'],
    shown: deal => !isBought(deal) && !changeSetRunning(deal),
    refuse: ({ deal }) => {
      if (isBought(deal)) return { code: 'notNow' };
      return changeSetRunning(deal) ? { code: 'changeSetRunning' } : undefined;
    },
  },
};

/** The buyer has something before him that can be changed. */
function isAsked(deal: Deal): boolean {
  return deal.stage === 'offered' || isSent(deal);
}

/** Closing is for deals that nobody pays for. */
const isBought = ({ agreement }: Deal) => agreement !== undefined;

function withoutOffer({ deal }: { deal: Deal }): Refusal | undefined {
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
