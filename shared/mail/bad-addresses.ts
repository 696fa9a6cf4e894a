import { canonicalEmail } from '../../deal/contract/email.ts';
import type { BadAddress } from '../models/bad-address.ts';
import type { Database } from '../models/database.ts';
import { isDuplicateKey } from '../models/duplicate-key.ts';

type Needs = Pick<Database, 'badAddresses'>;

const longestReason = 1000;
/** No more bad addresses are shown at once. */
export const mostListed = 200;

/** Keeps that mail does not arrive at an address. The first reason stays until `markGood`; again changes nothing. */
export async function markBad(
  { badAddresses }: Needs,
  { email, reason, ...rest }: { email: string } & Omit<BadAddress, '_id'>,
): Promise<void> {
  const fresh = { ...rest, reason: reason.slice(0, longestReason) || 'unknown' };
  await badAddresses
    .updateOne({ _id: canonicalEmail(email) }, { $setOnInsert: fresh }, { upsert: true })
    .catch(error => {
      // Two reports at the same moment: the other one has written it.
      if (!isDuplicateKey(error)) throw error;
    });
}

/** True while mail to this address is held. */
export async function isBad(db: Needs, email: string): Promise<boolean> {
  return (await badAddressOf(db, email)) !== undefined;
}

/** Since when and why an address is bad; nothing for a good one. */
export async function badAddressOf({ badAddresses }: Needs, email: string): Promise<BadAddress | undefined> {
  return (await badAddresses.findById(canonicalEmail(email)).lean()) ?? undefined;
}

/** Mail goes to this address again: one was taken, or a person says so. */
export async function markGood({ badAddresses }: Needs, email: string): Promise<void> {
  await badAddresses.deleteOne({ _id: canonicalEmail(email) });
}

/** The bad addresses, the newest first; at most `mostListed`. */
export async function listBad({ badAddresses }: Needs): Promise<BadAddress[]> {
  return badAddresses.find().sort({ since: -1 }).limit(mostListed).lean();
}
