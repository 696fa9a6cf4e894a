import type { Deal } from '../../../deal/deal.ts';
import type { Deps } from '../../deps.ts';
import type { FormValues } from '../../forms/fields.ts';
import type { Purchase } from '../../service/purchases/ask-purchase.ts';
import type { StaffMember } from '../staff.ts';

/** What the form shows first, and where that was found. */
export interface Prefilled {
  values: FormValues;
  from?: { kind: 'origin' | 'account'; company: string } | { kind: 'arrival' };
}

type Needs = Pick<Deps, 'db' | 'accounts'>;

/** What is known of the customer: by the deal that made the offer, the last deal of the account, or whoever has arrived. */
export async function firstValues(
  deps: Needs,
  { purchase, staff }: { purchase: Purchase; staff: StaffMember },
): Promise<Prefilled> {
  const { language, timeZone, email } = staff;
  const usual = { language, timeZone, owner: email, remind: 'yes' };
  const { origin, notice } = purchase;
  const before = origin ?? (await lastDealOf(deps, notice.awsAccountId));
  if (before) {
    const from = {
      kind: origin ? ('origin' as const) : ('account' as const),
      company: before.inquiry.company,
    };
    return { values: { ...usual, ...valuesOf(before) }, from };
  }
  const arrived = await arrivalOf(deps, notice);
  return arrived ? { values: { ...usual, ...arrived }, from: { kind: 'arrival' } } : { values: usual };
}

function valuesOf({ inquiry, link, owner }: Deal): FormValues {
  const { company, contact } = inquiry;
  const { name, email, language, timeZone } = contact;
  const organization = link?.organizationId ?? '';
  return { company, name, email, language, timeZone, organization, ...(owner && { owner }) };
}

async function lastDealOf({ db }: Needs, awsAccountId: string): Promise<Deal | undefined> {
  const [record] = await db.deals
    .find({ words: awsAccountId }, { deal: 1 })
    .sort({ updatedAt: -1 })
    .limit(1)
    .lean();
  return record?.deal;
}

/** Whoever came from AWS for this agreement, if he has signed in. */
async function arrivalOf(
  { db, accounts }: Needs,
  { awsAccountId, agreementId }: Purchase['notice'],
): Promise<FormValues | undefined> {
  const arrived = await db.registrations
    .findOne({ awsAccountId, agreementId: { $in: [agreementId, null] }, dealId: { $exists: false } })
    .sort({ at: -1 })
    .lean();
  const session = arrived && (await db.setupSessions.findById(arrived.setupSessionId).lean());
  const userId = session?.chosen?.userId ?? session?.userIds[0];
  const user = userId && (await accounts.findUser(userId));
  if (!user) return undefined;
  const { accountName: name, email, language, timeZone } = user;
  const company = session?.chosen?.organizationName ?? '';
  return { company, name, email, language, timeZone, organization: session?.chosen?.organizationId ?? '' };
}
