import { ApplicationFailure } from '@temporalio/activity';
import type { Deal } from '../deal/deal.ts';
import type { Accounts } from '../shared/accounts/accounts.ts';

export type OrganizationActivities = ReturnType<typeof createOrganizationActivities>;

/** organization ↔ agreement, in the vendor's accounts. */
export function createOrganizationActivities({ accounts, now }: { accounts: Accounts; now: () => string }) {
  return {
    /** Links once; fails for good when either side is linked elsewhere, so that the buyer can choose another organization. */
    async linkOrganization({ deal }: { deal: Deal }): Promise<void> {
      const { link, agreement, license, entitlements = [] } = deal;
      if (!link || !agreement || !license)
        throw ApplicationFailure.nonRetryable('no agreement or license to link', 'stepFailed');
      const outcome = await accounts.link({
        organizationId: link.organizationId,
        dealId: deal.dealId,
        agreementId: agreement.agreementId,
        licenseArn: license.licenseArn,
        productCode: license.productCode,
        awsAccountId: agreement.awsAccountId,
        startsAt: agreement.startsAt,
        entitlements,
        linkedAt: now(),
        ...(agreement.endsAt && { endsAt: agreement.endsAt }),
      });
      if (outcome === 'taken')
        throw ApplicationFailure.nonRetryable(
          'the organization is linked to another agreement',
          'organizationTaken',
        );
    },

    /** Ends what ties the organization to AWS billing; the record of it stays. */
    async unlinkOrganization({ deal }: { deal: Deal }): Promise<void> {
      const agreementId = deal.agreement?.agreementId ?? '';
      await accounts.endLink({ agreementId, at: now() });
    },
  };
}
