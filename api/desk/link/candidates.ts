import type { Deal } from '../../../deal/deal.ts';
import type { Organization } from '../../../shared/accounts/accounts.ts';
import type { Deps } from '../../deps.ts';
import type { Candidate } from './view.ts';

type Needs = Pick<Deps, 'accounts' | 'now'>;

/** The organizations with these words; without any, those of whoever set the purchase up. */
export async function candidatesFor(
  deps: Needs,
  { deal, words }: { deal: Deal; words: string },
): Promise<Candidate[]> {
  const found = words
    ? await deps.accounts.searchOrganizations(words)
    : await organizationsOfUser(deps, deal);
  return Promise.all(found.map(organization => candidateFrom(deps, { deal, organization })));
}

async function organizationsOfUser({ accounts, now }: Needs, { link }: Deal): Promise<Organization[]> {
  return link ? accounts.organizationsOf(link.user.userId, { at: now() }) : [];
}

async function candidateFrom(
  { accounts, now }: Needs,
  { deal, organization: { organizationId, name } }: { deal: Deal; organization: Organization },
): Promise<Candidate> {
  const agreementId = deal.agreement?.agreementId;
  const [managers, links, found] = await Promise.all([
    accounts.managersOf(organizationId),
    accounts.billingOf(organizationId),
    accounts.obstacleTo(organizationId, { agreementId, at: now() }),
  ]);
  const obstacle = found ?? (managers.length === 0 ? 'nobodyManages' : undefined);
  return {
    organizationId,
    name,
    managers: managers.map(({ accountName, email }) => `${accountName} <${email}>`),
    billedBy: links.flatMap(link =>
      link.endedAt || link.agreementId === agreementId ? [] : [link.agreementId],
    ),
    isPresent: deal.link?.organizationId === organizationId && deal.link.linkedAt !== undefined,
    ...(obstacle && { obstacle }),
  };
}
