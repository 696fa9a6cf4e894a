import { createHash, randomBytes } from 'node:crypto';
import { licenseKey } from '../../../deal/acceptance/license-key.ts';
import { isDuplicateKey } from '../../../shared/models/duplicate-key.ts';
import type { RegistrationRecord } from '../../../shared/models/registration.ts';
import type { Deps } from '../../deps.ts';
import type { Customer } from './resolve-customer.ts';

const fourHours = 4 * 60 * 60 * 1000;

type RegistrationDeps = Pick<Deps, 'db' | 'now'>;

/** The token itself is kept nowhere. */
export const tokenHashOf = (token: string) => createHash('sha256').update(token).digest('base64url');

/** The registration of a token that was sent before: a reload works even when AWS has forgotten the token. */
export async function registrationOfToken(
  { db, now }: RegistrationDeps,
  tokenHash: string,
): Promise<RegistrationRecord | undefined> {
  // As long as AWS documents a token to live, and no longer.
  const oldest = new Date(Date.parse(now()) - fourHours);
  return (await db.registrations.findOne({ tokenHash, at: { $gte: oldest } }).lean()) ?? undefined;
}

/** Keeps an arrival. The same purchase again, from whatever browser, is the same registration. */
export async function keepRegistration(
  deps: RegistrationDeps,
  { customer, tokenHash }: { customer: Customer; tokenHash: string },
): Promise<RegistrationRecord> {
  const known = await knownRegistration(deps, customer);
  return known ? arrivedAgain(deps, { known, customer, tokenHash }) : create(deps, { customer, tokenHash });
}

async function knownRegistration({ db }: RegistrationDeps, customer: Customer) {
  const { awsAccountId, productCode, licenseArn } = customer;
  const same = licenseArn && (await db.registrations.findOne({ licenseArn }).lean());
  if (same) return same;
  const unlicensed = await db.registrations
    .find({ awsAccountId, productCode, licenseArn: { $exists: false } })
    .lean();
  for (const registration of unlicensed) {
    if (await mayBeFor(db, registration, licenseArn)) return registration;
  }
  return undefined;
}

/** Without a license only the account tells one purchase from another, so a finished one is never taken for a new one. */
async function mayBeFor(
  db: RegistrationDeps['db'],
  { dealId }: RegistrationRecord,
  licenseArn: string | undefined,
) {
  const deal = dealId && (await db.deals.findById(dealId, { deal: 1 }).lean())?.deal;
  if (!deal) return true;
  const other = licenseArn && deal.license && licenseKey(deal.license.licenseArn) !== licenseKey(licenseArn);
  return !deal.link && !other;
}

/** A license that was not known before is news for the deal, so the registration is matched again. */
async function arrivedAgain(
  { db, now }: RegistrationDeps,
  { known, customer, tokenHash }: { known: RegistrationRecord; customer: Customer; tokenHash: string },
): Promise<RegistrationRecord> {
  const { licenseArn } = customer;
  const learnt = licenseArn && !known.licenseArn;
  const updated = await db.registrations
    .findByIdAndUpdate(
      known._id,
      {
        $set: { tokenHash, at: new Date(now()), ...(learnt && { licenseArn }) },
        // Somebody stands there and waits: staff see him again, and his deal is told again.
        $unset: { dismissed: '', sentTo: '', ...(learnt && { dealId: '', refusedBy: '' }) },
      },
      { returnDocument: 'after' },
    )
    .lean();
  return updated ?? known;
}

async function create(
  { db, now }: RegistrationDeps,
  { customer, tokenHash }: { customer: Customer; tokenHash: string },
): Promise<RegistrationRecord> {
  const { awsAccountId, productCode, licenseArn } = customer;
  const earlier = await db.registrations.countDocuments({ awsAccountId, productCode });
  const registration = {
    // The same for two requests at the same moment, so that only one of them can be written.
    _id: idOf([awsAccountId, productCode, licenseArn ? licenseKey(licenseArn) : String(earlier)]),
    setupSessionId: randomBytes(16).toString('base64url'),
    ...customer,
    tokenHash,
    at: new Date(now()),
  };
  try {
    await db.registrations.create(registration);
    return registration;
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    const winner = await db.registrations.findOne({ $or: [{ _id: registration._id }, { tokenHash }] }).lean();
    if (!winner) throw error;
    return winner;
  }
}

const idOf = (parts: string[]) =>
  `reg-${createHash('sha256').update(parts.join(' ')).digest('hex').slice(0, 24)}`;
