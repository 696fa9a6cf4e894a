import { type ChangeSet, currentOffer, type Deal, type Offer, type Stuck, termsOf } from '../deal.ts';
import type { Entry, FactOf } from '../entries.ts';
import type { Evolution } from '../evolve.ts';
import { hasEdition } from '../policy.ts';
import type { Refusal } from '../refusals.ts';
import type { Rules } from '../rules.ts';
import type { ClosedStage } from '../stages.ts';
import { limitsBroken } from '../terms-limits.ts';

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

/** True when AWS refused the change set and a person must correct it. */
export function changeSetFailed(deal: Deal): boolean {
  return withoutChangeSetTrouble(deal).length < deal.stuck.length;
}

/** What is stuck on anything else than the change set. */
export function withoutChangeSetTrouble({ changeSet, stuck }: Deal): Stuck[] {
  return changeSet ? stuck.filter(each => !each.step.endsWith(`:${changeSet.name}`)) : stuck;
}

/** AWS locks an offer while a change set works on it. */
export function changeSetRunning(deal: Deal): boolean {
  return deal.changeSet !== undefined && !changeSetFailed(deal);
}

/** True when AWS refused to make the offer in the first place. */
export function offerFailed(deal: Deal): boolean {
  return deal.changeSet?.purpose === 'create' && changeSetFailed(deal);
}

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

  changeSetSucceeded: (deal, fact, entry) => {
    const { changeSet, ...rest } = deal;
    return changeSet?.name === fact.name ? purposeDone(rest as Deal, changeSet, { fact, entry }) : deal;
  },

  extendOffer: (deal, { expiresOn }) => {
    const offer = currentOffer(deal);
    const { request: _answered, ...rest } = withoutEnding(deal);
    return offer ? begin(rest, { purpose: 'extend', offer, expiresOn }) : deal;
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

/** Starts the private offer of the frozen terms. */
export function beginOffer(deal: Deal): Deal {
  const termsVersion = deal.frozenVersion ?? deal.terms.length;
  return { ...withoutEnding(deal), ...nextChangeSet(deal, { purpose: 'create', termsVersion }) };
}

/** An end that AWS refused to make is given up by whoever goes on with the offer. */
function withoutEnding(deal: Deal): Deal {
  if (!hasEdition(deal.policy, 2)) return deal;
  const { ending: _givenUp, ...rest } = deal;
  return rest;
}

type Wanted = Pick<ChangeSet, 'purpose' | 'termsVersion'> & Partial<Pick<ChangeSet, 'offerId' | 'expiresOn'>>;

/** A new attempt under a new name, since AWS remembers a failed change set by its name. What was stuck on the old one is over. */
export function nextChangeSet(
  deal: Deal,
  wanted: Wanted,
): Pick<Deal, 'changeSet' | 'changeSetAttempts' | 'stuck'> {
  const { purpose, termsVersion, offerId, expiresOn } = wanted;
  const attempt = deal.changeSetAttempts + 1;
  const name = `deal-${deal.dealId}-v${termsVersion}-${purpose}-${attempt}`;
  return {
    changeSetAttempts: attempt,
    stuck: withoutChangeSetTrouble(deal),
    changeSet: { purpose, termsVersion, name, attempt, offerId, expiresOn },
  };
}

function begin(
  deal: Deal,
  change: { purpose: 'extend' | 'withdraw'; offer: Offer; expiresOn?: string },
): Deal {
  const { purpose, offer, expiresOn } = change;
  const wanted = {
    purpose,
    termsVersion: offer.termsVersion,
    offerId: offer.offerId,
    ...(expiresOn && { expiresOn }),
  };
  return { ...deal, ...nextChangeSet(deal, wanted) };
}

/** Ends the deal; an offer that AWS still shows to the buyer is withdrawn first. */
function finish(deal: Deal, end: { stage: ClosedStage; reason: string; at: string }): Deal {
  const offer = deal.offers.findLast(each => each.state === 'released');
  return offer ? begin({ ...deal, ending: end }, { purpose: 'withdraw', offer }) : { ...deal, closed: end };
}

function purposeDone(
  deal: Deal,
  changeSet: ChangeSet,
  done: { fact: FactOf<'changeSetSucceeded'>; entry: Entry },
): Deal {
  if (changeSet.purpose === 'create')
    return withoutLooseOffers(replaceOlder(released(deal, changeSet, done)));
  if (changeSet.purpose === 'extend') return withoutLooseOffers(extended(deal, changeSet, done.entry));
  const next = withoutLooseOffers(withOffer(deal, changeSet, { state: 'withdrawn' }));
  return next.ending && !next.agreement && !next.changeSet
    ? { ...next, closed: { ...next.ending, at: done.entry.at } }
    : next;
}

/**
 * Takes back, one after the other, what AWS still lets the buyer accept beside what counts: every offer once there is an
 * agreement or the deal is ending, and otherwise those before the newest. A buyer who accepts two offers pays twice.
 */
export function withoutLooseOffers(deal: Deal): Deal {
  if (!hasEdition(deal.policy, 2) || deal.changeSet) return deal;
  const kept = deal.agreement || deal.ending ? undefined : currentOffer(deal);
  const loose = deal.offers.find(offer => offer.state === 'released' && offer !== kept);
  return loose ? begin(deal, { purpose: 'withdraw', offer: loose }) : deal;
}

/** Once there is an agreement, nobody has to cure a change set for which there is no more use. */
export function withoutUselessChange(deal: Deal): Deal {
  if (!hasEdition(deal.policy, 2) || !deal.agreement || !changeSetFailed(deal)) return deal;
  const { changeSet, ...rest } = deal;
  const isOpen = deal.offers.some(
    offer => offer.offerId === changeSet?.offerId && offer.state === 'released',
  );
  if (changeSet?.purpose === 'withdraw' && isOpen) return deal;
  return { ...rest, stuck: withoutChangeSetTrouble(deal) };
}

function extended(deal: Deal, changeSet: ChangeSet, { at }: Entry): Deal {
  const { expiresOn } = changeSet;
  return withOffer(deal, changeSet, { state: 'released', expiresOn, extendedAt: at });
}

function released(
  deal: Deal,
  changeSet: ChangeSet,
  { fact, entry }: { fact: FactOf<'changeSetSucceeded'>; entry: Entry },
): Deal {
  const offer: Offer = {
    offerId: fact.offerId,
    termsVersion: changeSet.termsVersion,
    changeSetId: fact.changeSetId,
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
  if (older.state === 'released') return begin(deal, { purpose: 'withdraw', offer: older });
  return withOffer(deal, { offerId: older.offerId }, { state: 'withdrawn' });
}

function withOffer(deal: Deal, { offerId }: Pick<ChangeSet, 'offerId'>, change: Partial<Offer>): Deal {
  // An offer that was accepted meanwhile stays accepted: AWS keeps the agreement whatever becomes of the offer.
  const changed = (offer: Offer) =>
    offer.offerId === offerId && offer.state !== 'accepted' ? { ...offer, ...change } : offer;
  return { ...deal, offers: deal.offers.map(changed) };
}
