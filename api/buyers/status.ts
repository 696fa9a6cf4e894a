import { currentOffer, type Deal, type Offer, offerInForce, termsOf } from '../../deal/deal.ts';
import { type StepName, stepNameIn } from '../../deal/keys.ts';
import { buyersYes, openProposal } from '../../deal/negotiation/proposals.ts';
import { isTaken } from '../../deal/stages.ts';
import { isStuckFor } from '../../deal/stuck.ts';
import { lastMomentOf, type Terms } from '../../deal/terms/terms.ts';
import type { Messages } from '../../shared/i18n/messages.ts';

/** Where the deal stands, as the buyer needs to know it. */
export type BuyerStatus = keyof Messages['offers']['status'];

/** Pure; `now` is ISO business time, because an offer is over the moment AWS ends it and not when we notice. */
export function buyerStatus(deal: Deal, now: string): BuyerStatus {
  switch (deal.stage) {
    case 'approving':
    case 'creatingOffer':
      return 'preparing';
    case 'offered':
      return offeredStatus(deal, now);
    case 'negotiating':
      // Somebody has ended it in AWS, and nobody has made another one yet.
      return isStuckFor(deal, 'offerEnded') ? 'withdrawn' : negotiatingStatus(deal, now);
    case 'accepted':
    case 'settingUp':
    case 'activating':
      return acceptedStatus(deal, now);
    case 'ended':
      // AWS takes an agreement back when it cannot collect the payment.
      return deal.agreement?.status === 'ROLLED_BACK' ? 'paymentFailed' : 'ended';
    default:
      return deal.stage;
  }
}

function negotiatingStatus(deal: Deal, now: string): BuyerStatus {
  if (openProposal(deal, now)) return 'proposed';
  return buyersYes(deal) ? 'agreed' : 'negotiating';
}

function acceptedStatus(deal: Deal, now: string): BuyerStatus {
  if (isTaken(deal)) return 'accessEnded';
  if (waitsForUs(deal)) return 'delayed';
  const { agreement, registration } = deal;
  if (agreement && !registration && agreement.startsAt > now) return 'startsLater';
  return deal.stage === 'settingUp' || deal.stage === 'activating' ? deal.stage : 'accepted';
}

function offeredStatus(deal: Deal, now: string): BuyerStatus {
  if (deal.ending) return 'takingBack';
  const offer = currentOffer(deal);
  const over = offer?.state === 'expired' || (offer && lastMomentOf(offer.expiresOn) < now);
  return over ? 'offerExpired' : 'offered';
}

/** Not for the buyer to wait for: mails, offers and the purchases of others are ours to worry about. */
const withoutHim: readonly (StepName | undefined)[] = [
  'sendMails',
  'startChangeSet',
  'followChangeSet',
  'openSecondDeal',
];

/** The buyer can do nothing until one of us has done something. While he is absent he holds up us. */
export function waitsForUs({ stuck }: Deal): boolean {
  return stuck.some(({ reason, step }) => reason !== 'buyerAbsent' && !withoutHim.includes(stepNameIn(step)));
}

/** What the buyer can see: an offer that was released, never terms that are still being discussed among staff. */
export interface Offered {
  offer: Offer;
  terms: Terms;
}

/** The offer the page is about. The one that was accepted goes before every other. */
export function offered(deal: Deal): Offered | undefined {
  const offer = offerInForce(deal);
  return offer && { offer, terms: termsOf(deal, offer.termsVersion).terms };
}

/** AWS writes account ids with hyphens in its console: 1111-2222-3333. */
export const withHyphens = (accountId: string) => accountId.replace(/(\d{4})(?=\d)/g, '$1-');
