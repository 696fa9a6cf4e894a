import type { Language } from '../../shared/deal/people.ts';
import { arrivalCommand } from '../../shared/marketplace/arrival.ts';
import type { RegistrationRecord } from '../../shared/models/registration.ts';
import type { SetupSession } from '../../shared/models/setup-session.ts';
import { signalDeal } from '../../shared/temporal/signal.ts';
import type { Deps } from '../deps.ts';
import { findDeal } from './register-match.ts';
import { keepRegistration, registrationOfToken, tokenHashOf } from './register-record.ts';
import { resolveCustomer } from './resolve-customer.ts';

type Needs = Pick<Deps, 'config' | 'db' | 'marketplace' | 'now' | 'temporal'>;
type Warn = { warn: (facts: object, message: string) => void };

/** What became of a token that a buyer's browser brought. */
export type Arrival =
  | { outcome: 'arrived'; session: SetupSession }
  | { outcome: 'expired' | 'invalid' | 'unavailable' | 'unknownProduct' };

/**
 * Resolves the token at once, keeps the registration, and gives the set-up session that belongs to it. The deal is told
 * as well; when it cannot be found or told now, it will be later, and the buyer goes on.
 */
export async function arrive(
  deps: Needs,
  { token, language, log }: { token: string; language: Language; log: Warn },
): Promise<Arrival> {
  const tokenHash = tokenHashOf(token);
  const known = await registrationOfToken(deps, tokenHash);
  if (known)
    return { outcome: 'arrived', session: await welcome(deps, { registration: known, language, log }) };
  const resolution = await resolveCustomer(deps.marketplace.metering, token);
  if (resolution.outcome !== 'resolved') {
    log.warn({ resolution }, 'registration token not resolved');
    return { outcome: resolution.outcome };
  }
  const { customer } = resolution;
  if (!deps.config.products.some(product => product.productCode === customer.productCode)) {
    log.warn({ customer }, 'registration for a product that is not in MARKETPLACE_PRODUCTS');
    return { outcome: 'unknownProduct' };
  }
  const registration = await keepRegistration(deps, { customer, tokenHash });
  return { outcome: 'arrived', session: await welcome(deps, { registration, language, log }) };
}

async function welcome(
  deps: Needs,
  { registration, language, log }: { registration: RegistrationRecord; language: Language; log: Warn },
): Promise<SetupSession> {
  const session = await keepSession(deps, { registration, language });
  try {
    await matchRegistration(deps, registration._id);
  } catch (error) {
    log.warn(
      { err: error, registrationId: registration._id },
      'arrival not passed on; it will be tried again',
    );
  }
  return session;
}

async function keepSession(
  { db, now }: Needs,
  { registration, language }: { registration: RegistrationRecord; language: Language },
): Promise<SetupSession> {
  const { _id: registrationId, setupSessionId, awsAccountId, productCode, licenseArn } = registration;
  const first = { registrationId, awsAccountId, productCode, language, createdAt: new Date(now()) };
  return db.setupSessions
    .findByIdAndUpdate(
      setupSessionId,
      { $setOnInsert: first, ...(licenseArn && { $set: { licenseArn } }) },
      { upsert: true, returnDocument: 'after' },
    )
    .lean();
}

/**
 * Finds the deal of a registration and tells it of the arrival, once and for all; gives back the deal's id, or nothing
 * while no deal is certain. Safe to repeat. Throws the Problem temporalUnavailable with nothing changed.
 */
export async function matchRegistration(deps: Needs, registrationId: string): Promise<string | undefined> {
  const registration = await deps.db.registrations.findById(registrationId).lean();
  if (!registration || registration.dealId) return registration?.dealId;
  const dealId = await findDeal(deps, registration);
  if (!dealId) return undefined;
  // First the deal, then our own note: whatever fails in between is only done again.
  await signalDeal(deps.temporal, dealId, arrivalCommand(registration));
  await deps.db.registrations.updateOne({ _id: registrationId }, { $set: { dealId } });
  await deps.db.setupSessions.updateOne({ _id: registration.setupSessionId }, { $set: { dealId } });
  return dealId;
}

const replayedDays = 30;

/**
 * Tries every recent arrival again that no deal knows of yet. Returns how many found their deal. Throws the Problem
 * temporalUnavailable; what is left is done by the next try.
 */
export async function replayArrivals(deps: Needs): Promise<number> {
  const since = new Date(Date.parse(deps.now()) - replayedDays * 86_400_000);
  const waiting = await deps.db.registrations
    .find({ dealId: { $exists: false }, at: { $gte: since } }, { _id: 1 })
    .lean();
  let matched = 0;
  for (const { _id } of waiting) if (await matchRegistration(deps, _id)) matched += 1;
  return matched;
}
