import type { Deal } from '../../deal/deal.ts';
import { stepKey } from '../../deal/keys.ts';
import type { Accounts } from '../../shared/accounts/accounts.ts';
import type { Database } from '../../shared/models/database.ts';
import { linkFacts } from '../../workflows/facts.ts';

interface Needs {
  db: Database;
  accounts: Pick<Accounts, 'findOrganization' | 'link' | 'endLink'>;
  now: () => string;
}

/** A deal whose organization the accounts do not have, or have given to somebody else. */
export interface LostLink {
  dealId: string;
  organizationId: string;
  organizationName: string;
}

/** Ties organizations to agreements as the deals have it. Gives the links that only a person can make again. */
export async function* repairLinks(needs: Needs): AsyncGenerator<LostLink> {
  for await (const { deal } of needs.db.deals.find({}, { deal: 1 }).lean().cursor()) {
    await endOthers(needs, deal);
    const { dealId, link, closed } = deal;
    if (closed || link?.linkedRevision === undefined) continue;
    const { organizationId, organizationName } = link;
    if (!(await isLinked(needs, deal))) yield { dealId, organizationId, organizationName };
  }
}

async function endOthers({ db, accounts, now }: Needs, deal: Deal): Promise<void> {
  const { dealId, link, endingLinks } = deal;
  const own = [link, ...endingLinks].flatMap(each => each?.organizationId ?? []);
  const others = deal.closed ? {} : { organizationId: { $nin: own } };
  for (const { organizationId } of await db.billingLinks.find({ dealId, active: true, ...others }).lean())
    await accounts.endLink({ dealId, organizationId, at: now() });
}

async function isLinked({ db, accounts, now }: Needs, deal: Deal): Promise<boolean> {
  const { link, agreement, license } = deal;
  if (!link || !agreement || !license) return true;
  const { organizationId } = link;
  const { agreementId } = agreement;
  if (await db.billingLinks.exists({ organizationId, agreementId, active: true })) return true;
  if (!(await accounts.findOrganization(organizationId))) return false;
  const step = {
    name: 'linkOrganization',
    key: stepKey('linkOrganization'),
    link,
    agreement,
    license,
  } as const;
  const facts = linkFacts(deal, step);
  return (await accounts.link({ ...facts, linkedAt: link.linkedAt ?? now() })) === 'linked';
}
