import { matchRegistration } from '../../../shared/marketplace/arrivals.ts';
import type { RegistrationRecord } from '../../../shared/models/registration.ts';
import type { SetupSession } from '../../../shared/models/setup-session.ts';
import type { Deps } from '../../deps.ts';
import { arrivalNeeds } from './arrival-needs.ts';
import { keepRegistration, registrationOfToken, tokenHashOf } from './record.ts';
import { resolveCustomer } from './resolve-customer.ts';

type ArrivalDeps = Pick<Deps, 'config' | 'db' | 'marketplace' | 'now' | 'temporal'>;
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
  deps: ArrivalDeps,
  { token, log }: { token: string; log: Warn },
): Promise<Arrival> {
  const tokenHash = tokenHashOf(token);
  const known = await registrationOfToken(deps, tokenHash);
  if (known) return { outcome: 'arrived', session: await welcome(deps, { registration: known, log }) };
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
  return { outcome: 'arrived', session: await welcome(deps, { registration, log }) };
}

async function welcome(
  deps: ArrivalDeps,
  { registration, log }: { registration: RegistrationRecord; log: Warn },
): Promise<SetupSession> {
  const session = await keepSession(deps, registration);
  try {
    await matchRegistration(arrivalNeeds(deps), registration._id);
  } catch (error) {
    log.warn(
      { err: error, registrationId: registration._id },
      'arrival not passed on; it will be tried again',
    );
  }
  return session;
}

async function keepSession(
  { db, now }: ArrivalDeps,
  registration: RegistrationRecord,
): Promise<SetupSession> {
  const { _id: registrationId, setupSessionId, awsAccountId, productCode, licenseArn } = registration;
  const first = { registrationId, awsAccountId, productCode, createdAt: new Date(now()) };
  return db.setupSessions
    .findByIdAndUpdate(
      setupSessionId,
      { $setOnInsert: first, ...(licenseArn && { $set: { licenseArn } }) },
      { upsert: true, returnDocument: 'after' },
    )
    .lean();
}
