import { after } from '../calendar/moments.ts';
import type { ChangeSet, Deal, Offer } from '../deal.ts';
import { changeSetName } from '../keys.ts';
import { type Stuck, withoutTroubleOf } from '../stuck.ts';

/** True when AWS refused the change set and a person must correct it. */
export function changeSetFailed(deal: Deal): boolean {
  return withoutChangeSetTrouble(deal).length < deal.stuck.length;
}

/** What is stuck on anything else than the change set. */
export function withoutChangeSetTrouble({ changeSet, stuck }: Deal): Stuck[] {
  return withoutTroubleOf(stuck, changeSet);
}

/** AWS locks an offer while a change set works on it. */
export function changeSetRunning(deal: Deal): boolean {
  return deal.changeSet !== undefined && !isHeld(deal);
}

/** AWS is not at work on the change set: it has refused it, or is asked again later. Something else may take its place. */
const isHeld = (deal: Deal) => changeSetFailed(deal) || deal.changeSet?.waitsUntil !== undefined;

/** True when AWS has failed to make the offer in the first place. */
export function offerFailed(deal: Deal): boolean {
  return deal.changeSet?.purpose === 'create' && isHeld(deal);
}

/** Starts the private offer of the frozen terms. */
export function beginOffer(deal: Deal): Deal {
  const termsVersion = deal.frozenVersion ?? deal.terms.length;
  return { ...withoutEnding(deal), ...nextChangeSet(deal, { purpose: 'create', termsVersion }) };
}

/** An end that AWS refused to make is given up by whoever goes on with the offer. */
export function withoutEnding(deal: Deal): Deal {
  const { ending: _givenUp, ...rest } = deal;
  return rest;
}

type Wanted = Pick<ChangeSet, 'purpose' | 'termsVersion'> &
  Partial<Pick<ChangeSet, 'offerId' | 'expiresOn' | 'faults' | 'waitsUntil'>>;

/** After a fault of its own AWS asks us to try again: so long is waited before each try (ms), and after the last a person is asked. */
export const pausesAfterFaults: readonly number[] = [5_000, 60_000, 600_000];

/** The next try of what AWS has failed at by its own fault, after a pause; nothing when it was tried often enough. */
export function triedAgain(deal: Deal, at: string): Deal | undefined {
  const faults = (deal.changeSet?.faults ?? 0) + 1;
  const pause = pausesAfterFaults[faults - 1];
  return deal.changeSet && pause !== undefined
    ? { ...deal, ...nextChangeSet(deal, { ...deal.changeSet, faults, waitsUntil: after(at, pause) }) }
    : undefined;
}

/** The pause before the next try is over. */
export function withoutPause(deal: Deal): Deal {
  if (!deal.changeSet) return deal;
  const { waitsUntil: _over, ...changeSet } = deal.changeSet;
  return { ...deal, changeSet };
}

/** A new attempt under a new name, since AWS remembers a failed change set by its name. What was stuck on the old one is over. */
export function nextChangeSet(
  deal: Deal,
  wanted: Wanted,
): Pick<Deal, 'changeSet' | 'changeSetAttempts' | 'stuck'> {
  const { purpose, termsVersion, offerId, expiresOn, faults, waitsUntil } = wanted;
  const attempt = deal.changeSetAttempts + 1;
  const name = changeSetName({ dealId: deal.dealId, termsVersion, purpose, attempt });
  return {
    changeSetAttempts: attempt,
    stuck: withoutChangeSetTrouble(deal),
    changeSet: {
      purpose,
      termsVersion,
      name,
      attempt,
      offerId,
      expiresOn,
      ...(faults && { faults }),
      ...(waitsUntil && { waitsUntil }),
    },
  };
}

/** Starts the change of an offer that AWS has. */
export function beginChange(
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

/** Once there is an agreement, a change set that AWS is not at work on is of no more use, and nobody has to cure it. */
export function withoutUselessChange(deal: Deal): Deal {
  if (!deal.agreement || !isHeld(deal)) return deal;
  const { changeSet } = deal;
  const isOpen = deal.offers.some(
    offer => offer.offerId === changeSet?.offerId && offer.state === 'released',
  );
  return changeSet?.purpose === 'withdraw' && isOpen ? deal : withoutHeldChange(deal);
}

/** Nobody waits any more for a change set that AWS is not at work on. */
export function withoutHeldChange(deal: Deal): Deal {
  if (!isHeld(deal)) return deal;
  const { changeSet: _givenUp, ...rest } = deal;
  return { ...rest, stuck: withoutChangeSetTrouble(deal) };
}
