import type { Config } from '../config.ts';
import type { Database } from '../models/database.ts';
import type { RegistrationRecord } from '../models/registration.ts';
import { arrivalCommand } from './arrival.ts';
import type { Marketplace } from './clients.ts';
import { dealNamed, findDeal, withAgreement } from './find-deal.ts';
import type { Inbox } from './inbox.ts';

export interface ArrivalNeeds {
  db: Database;
  marketplace: Pick<Marketplace, 'agreement'>;
  config: Pick<Config, 'products'>;
  /** Business time, ISO. */
  now: () => string;
  signal: Inbox['signal'];
}

/**
 * Finds the deal of a registration and tells it of the arrival; gives back the id of the deal that has it or decides about
 * it, or nothing while no deal is certain. Safe to repeat. Throws the Problem temporalUnavailable; it is tried again then.
 */
export async function matchRegistration(
  needs: ArrivalNeeds,
  registrationId: string,
): Promise<string | undefined> {
  const known = await needs.db.registrations.findById(registrationId).lean();
  if (!known) return undefined;
  if (known.dealId) return ownedBy(needs, known);
  const registration = await withAgreement(needs, known);
  const dealId = await findDeal(needs, registration);
  const told = dealId && (await tellOfArrival(needs, { registration, dealId }));
  return told === 'sent' ? dealId : undefined;
}

/** The deal of a registration that has one. A set-up session that was only kept after it was applied has it as well. */
async function ownedBy(
  { db }: Pick<ArrivalNeeds, 'db'>,
  { dealId, setupSessionId: _id }: RegistrationRecord,
): Promise<string | undefined> {
  await db.setupSessions.updateOne({ _id, dealId: { $exists: false } }, { $set: { dealId } });
  return dealId;
}

/**
 * Tells a deal of an arrival, once: told is not decided, and the arrival is the deal's when its record says so
 * (activities/record/told.ts). `gone`: the deal is over, and the arrival stays without one. Throws the Problem
 * temporalUnavailable with nothing changed.
 */
export async function tellOfArrival(
  { db, signal }: Pick<ArrivalNeeds, 'db' | 'signal'>,
  { registration, dealId }: { registration: RegistrationRecord; dealId: string },
): Promise<'sent' | 'gone'> {
  if (registration.sentTo === dealId) return 'sent';
  // First the deal, then our own note: whatever fails in between is only done again.
  const told = await signal(dealId, arrivalCommand(registration));
  if (told === 'gone') return told;
  const undecided = { _id: registration._id, dealId: { $exists: false }, refusedBy: { $ne: dealId } };
  await db.registrations.updateOne(undecided, { $set: { sentTo: dealId } });
  return told;
}

const replayedDays = 30;

/**
 * Tries every recent arrival again that no deal knows of yet and nobody has dismissed. Returns how many a deal has or
 * decides about. Throws the Problem temporalUnavailable; what is left is done by the next try.
 */
export async function replayArrivals(needs: ArrivalNeeds): Promise<number> {
  const since = new Date(Date.parse(needs.now()) - replayedDays * 86_400_000);
  const waiting = await needs.db.registrations
    .find({ dealId: { $exists: false }, dismissed: { $exists: false }, at: { $gte: since } }, { _id: 1 })
    .lean();
  let matched = 0;
  for (const { _id } of waiting) if (await matchRegistration(needs, _id)) matched += 1;
  return matched;
}

const mostTold = 100;

/**
 * Tells deals of arrivals that were kept and got no further, by what AWS has named so far: it is not asked. Throws the
 * Problem temporalUnavailable.
 */
export async function tellWaitingArrivals(needs: Pick<ArrivalNeeds, 'db' | 'signal'>): Promise<void> {
  const waiting = await needs.db.registrations
    .find({ dealId: { $exists: false }, dismissed: { $exists: false } })
    .sort({ at: -1 })
    .limit(mostTold)
    .lean();
  for (const registration of waiting) {
    const dealId = registration.licenseArn && (await dealNamed(needs, registration));
    if (dealId) await tellOfArrival(needs, { registration, dealId });
  }
}
