import { ApplicationFailure } from '@temporalio/activity';
import type { Accounts, BillingLink } from '../shared/accounts/accounts.ts';

export type OrganizationActivities = ReturnType<typeof createOrganizationActivities>;

/** All that the accounts learn of a link. */
export type LinkFacts = Omit<BillingLink, 'linkedAt' | 'endedAt'>;

/** organization ↔ agreement, in the vendor's accounts. */
export function createOrganizationActivities({ accounts, now }: { accounts: Accounts; now: () => string }) {
  return {
    /** Links once; fails for good when either side is linked elsewhere, so that another organization can be chosen. */
    async linkOrganization(link: LinkFacts): Promise<void> {
      const outcome = await accounts.link({ ...link, linkedAt: now() });
      if (outcome === 'taken')
        throw ApplicationFailure.nonRetryable(
          'the organization is linked to another agreement',
          'organizationTaken',
        );
    },

    /** Ends what ties the organization to AWS billing by this deal; the record of it stays. */
    async unlinkOrganization(ended: Pick<BillingLink, 'dealId' | 'organizationId'>): Promise<void> {
      await accounts.endLink({ ...ended, at: now() });
    },
  };
}
