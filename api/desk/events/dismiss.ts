import type { Actor } from '../../../deal/people.ts';
import { type Inbox, receiveEvent } from '../../../shared/marketplace/inbox.ts';
import { agreementOf, type MarketplaceEvent } from '../../../shared/models/marketplace-event.ts';
import type { RegistrationRecord } from '../../../shared/models/registration.ts';
import { signalDeal } from '../../../shared/temporal/signal.ts';
import type { Deps } from '../../deps.ts';
import { claimedFor } from './assign.ts';
import { isDismissed, isSetAside } from './unmatched.ts';

/** A person's word that something belongs to no deal, and why. */
export interface Dismissal {
  by: Actor;
  reason: string;
}

/** What AWS says of one agreement is decided together. */
function alike(event: MarketplaceEvent) {
  const agreementId = agreementOf(event);
  return agreementId ? { 'notice.agreementId': agreementId } : { _id: event._id };
}

/** Notes that a purchase belongs to no deal, for everything that AWS says of its agreement. False: it was decided before. */
export async function dismissEvent(
  deps: Deps,
  { event, by, reason }: Dismissal & { event: MarketplaceEvent },
): Promise<boolean> {
  const { db, now } = deps;
  if (await claimedFor(deps, { event })) return false;
  const dismissed = await db.events.updateMany(
    { ...alike(event), state: 'waiting', handled: { $exists: false } },
    { $set: { state: 'ignored', handled: { by, at: now(), reason } } },
  );
  return dismissed.matchedCount > 0;
}

/**
 * Takes a dismissal back, or brings back what was set aside as of another listing: everything of the agreement waits again,
 * and goes to the deal that has learnt its key meanwhile. Safe to repeat. Throws the Problem temporalUnavailable; then it
 * waits all the same.
 */
export async function restoreEvent(
  deps: Deps,
  { event, by }: { event: MarketplaceEvent; by: Actor },
): Promise<void> {
  const { db, temporal, now } = deps;
  const which = { ...alike(event), $or: [isDismissed, isSetAside] };
  const restored = await db.events.find(which).sort({ occurredAt: 1 }).lean();
  const broughtBack = { by, at: now() };
  await db.events.updateMany(which, { $set: { state: 'waiting', broughtBack }, $unset: { handled: '' } });
  const signal: Inbox['signal'] = (dealId, command) => signalDeal(temporal, dealId, command);
  for (const each of restored) await receiveEvent({ db, signal }, each);
}

/** Notes that an arrival belongs to no deal, until its buyer comes again. False: it was decided before. */
export async function dismissArrival(
  { db, now }: Deps,
  { arrival, by, reason }: Dismissal & { arrival: RegistrationRecord },
): Promise<boolean> {
  const open = { _id: arrival._id, dealId: { $exists: false }, dismissed: { $exists: false } };
  const dismissed = await db.registrations.updateOne(open, {
    $set: { dismissed: { by, at: now(), reason } },
  });
  return dismissed.matchedCount > 0;
}

/** Takes a dismissal back: the arrival waits again. */
export async function restoreArrival({ db }: Deps, { _id }: RegistrationRecord): Promise<void> {
  await db.registrations.updateOne({ _id }, { $unset: { dismissed: '' } });
}
