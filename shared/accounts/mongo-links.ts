import type { Config } from '../config.ts';
import type { BillingLinkRecord } from '../models/accounts/billing-link.ts';
import type { Database } from '../models/database.ts';
import { isDuplicateKey } from '../models/duplicate-key.ts';
import type { Accounts, BillingLink } from './accounts.ts';

/** Where accounts are kept, and how many agreements may bill one organization at a time. */
export interface Place {
  db: Database;
  config: Pick<Config, 'AGREEMENTS_PER_ORGANIZATION'>;
}

/** organization ↔ agreement; that a link is the only one is guarded by the unique indexes of the model. */
export function linksIn(place: Place): Pick<Accounts, 'link' | 'endLink' | 'billingOf'> {
  const { billingLinks } = place.db;
  return {
    link: link => createLink(place, link),
    async endLink({ dealId, organizationId, at }) {
      await billingLinks.updateMany({ dealId, organizationId, active: true }, { active: false, endedAt: at });
    },
    async billingOf(organizationId) {
      const records = await billingLinks
        .find({ organizationId }, { _id: 0 })
        .sort({ active: -1, linkedAt: -1 })
        .limit(mostShown)
        .lean();
      return records.map(linkFrom);
    },
  };
}

/** Nobody reads more on a page. */
const mostShown = 100;

const linkFrom = ({ active: _, exclusive: _guard, ...link }: BillingLinkRecord): BillingLink => link;

/** A link that has not ended and whose term is not over. ISO. */
export const binds = ({ active, endsAt }: BillingLinkRecord, at: string) =>
  active && (endsAt === undefined || Date.parse(endsAt) > Date.parse(at));

async function createLink(place: Place, link: BillingLink): Promise<'linked' | 'taken'> {
  const { db, config } = place;
  const exclusive = config.AGREEMENTS_PER_ORGANIZATION === 'one';
  await endFormerOf(db, link);
  // Whoever links at the same moment is kept out by the index; who has linked when several were allowed, by this look.
  if (exclusive && (await isBoundElsewhere(db, link))) return 'taken';
  const { organizationId, agreementId, linkedAt, ...facts } = link;
  try {
    await db.billingLinks.updateOne(
      { organizationId, agreementId, active: true },
      { $set: { ...facts, exclusive }, $setOnInsert: { linkedAt } },
      { upsert: true },
    );
    return 'linked';
  } catch (error) {
    if (isDuplicateKey(error)) return 'taken';
    throw error;
  }
}

/** The agreement that this one renews or replaces in the same deal passes its organization on. */
async function endFormerOf(db: Database, { dealId, agreementId, linkedAt }: BillingLink): Promise<void> {
  await db.billingLinks.updateMany(
    { dealId, agreementId: { $ne: agreementId }, active: true },
    { active: false, endedAt: linkedAt },
  );
}

/** A returning customer's former term does not keep the new one out: it ends here. */
async function isBoundElsewhere(db: Database, link: BillingLink): Promise<boolean> {
  const { organizationId, agreementId, linkedAt } = link;
  const others = await db.billingLinks
    .find({ organizationId, agreementId: { $ne: agreementId }, active: true })
    .lean();
  const over = others.filter(each => !binds(each, linkedAt));
  for (const { agreementId: former, endsAt } of over)
    await db.billingLinks.updateOne(
      { organizationId, agreementId: former, active: true },
      { active: false, endedAt: endsAt },
    );
  return over.length < others.length;
}
