import type { Product } from '../../deal/terms/products.ts';
import type { Database } from '../models/database.ts';
import type { RegistrationRecord } from '../models/registration.ts';
import { arrivalCommand } from './arrival.ts';
import type { Marketplace } from './clients.ts';
import { dealOfLicense, findDeal } from './find-deal.ts';
import type { Inbox } from './inbox.ts';

export interface ArrivalNeeds {
  db: Database;
  marketplace: Pick<Marketplace, 'agreement'>;
  products: Product[];
  /** Business time, ISO. */
  now: () => string;
  signal: Inbox['signal'];
}

/**
 * Finds the deal of a registration and tells it of the arrival, once and for all; gives back the deal's id, or nothing
 * while no deal is certain. Safe to repeat. Throws the Problem temporalUnavailable with nothing changed.
 */
export async function matchRegistration(
  needs: ArrivalNeeds,
  registrationId: string,
): Promise<string | undefined> {
  const registration = await needs.db.registrations.findById(registrationId).lean();
  if (!registration || registration.dealId) return registration?.dealId;
  const dealId = await findDeal(needs, registration);
  const told = dealId && (await tellOfArrival(needs, { registration, dealId }));
  return told === 'sent' ? dealId : undefined;
}

/**
 * Tells a deal of an arrival. `gone`: the deal is over, and the arrival stays without one. Safe to repeat.
 * Throws the Problem temporalUnavailable with nothing changed.
 */
export async function tellOfArrival(
  { db, signal }: Pick<ArrivalNeeds, 'db' | 'signal'>,
  { registration, dealId }: { registration: RegistrationRecord; dealId: string },
): Promise<'sent' | 'gone'> {
  // First the deal, then our own note: whatever fails in between is only done again.
  const told = await signal(dealId, arrivalCommand(registration));
  if (told === 'gone') return told;
  await db.registrations.updateOne({ _id: registration._id }, { $set: { dealId } });
  await db.setupSessions.updateOne({ _id: registration.setupSessionId }, { $set: { dealId } });
  return told;
}

const replayedDays = 30;

/**
 * Tries every recent arrival again that no deal knows of yet and nobody has dismissed. Returns how many found their deal. Throws the Problem
 * temporalUnavailable; what is left is done by the next try.
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
 * Tells deals of arrivals that were kept and got no further, by their licenses alone: AWS is not asked. Throws the Problem
 * temporalUnavailable.
 */
export async function tellWaitingArrivals(needs: Pick<ArrivalNeeds, 'db' | 'signal'>): Promise<void> {
  const waiting = await needs.db.registrations
    .find({ dealId: { $exists: false }, dismissed: { $exists: false } })
    .sort({ at: -1 })
    .limit(mostTold)
    .lean();
  for (const registration of waiting) {
    const dealId = registration.licenseArn && (await dealOfLicense(needs, registration.licenseArn));
    if (dealId) await tellOfArrival(needs, { registration, dealId });
  }
}
