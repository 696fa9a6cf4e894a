import type { BillingLinkRecord } from '../models/accounts/billing-link.ts';
import type { Database } from '../models/database.ts';
import { isDuplicateKey } from '../models/duplicate-key.ts';
import type { Accounts, BillingLink } from './accounts.ts';

/** organization ↔ agreement; that a link is the only one is guarded by the unique indexes of the model. */
export function linksIn(db: Database): Pick<Accounts, 'link' | 'endLink' | 'billingOf'> {
  return {
    link: link => createLink(db, link),
    async endLink({ agreementId, at }) {
      await db.billingLinks.updateOne({ agreementId, active: true }, { active: false, endedAt: at });
    },
    async billingOf(organizationId) {
      const record = await db.billingLinks
        .findOne({ organizationId }, { _id: 0 })
        .sort({ active: -1, linkedAt: -1 })
        .lean();
      return record ? linkFrom(record) : undefined;
    },
  };
}

const linkFrom = ({ active: _, ...link }: BillingLinkRecord): BillingLink => link;

async function createLink(db: Database, link: BillingLink): Promise<'linked' | 'taken'> {
  await endWhatIsOver(db, link);
  const { organizationId, agreementId, linkedAt, ...facts } = link;
  try {
    await db.billingLinks.updateOne(
      { organizationId, agreementId, active: true },
      { $set: facts, $setOnInsert: { linkedAt } },
      { upsert: true },
    );
    return 'linked';
  } catch (error) {
    if (isDuplicateKey(error)) return 'taken';
    throw error;
  }
}

/** Neither a returning customer's former term nor the agreement that this one renews keeps the new one out. */
async function endWhatIsOver(db: Database, { organizationId, agreementId, dealId, linkedAt }: BillingLink) {
  const former = await db.billingLinks
    .findOne({ organizationId, active: true, agreementId: { $ne: agreementId } })
    .lean();
  if (!former) return;
  const succeeded = former.dealId === dealId;
  if (!succeeded && (!former.endsAt || Date.parse(former.endsAt) > Date.parse(linkedAt))) return;
  await db.billingLinks.updateOne(
    { organizationId, agreementId: former.agreementId, active: true },
    { active: false, endedAt: succeeded ? linkedAt : former.endsAt },
  );
}
