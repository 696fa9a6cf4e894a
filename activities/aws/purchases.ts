import {
  DescribeAgreementCommand,
  type MarketplaceAgreementClient,
} from '@aws-sdk/client-marketplace-agreement';
import { noteProduct } from '../../shared/marketplace/other-listings.ts';
import type { Database } from '../../shared/models/database.ts';
import { callAws } from './aws-errors.ts';

export type PurchaseActivities = ReturnType<typeof createPurchaseActivities>;

interface Needs {
  agreement: MarketplaceAgreementClient;
  db: Database;
}

/** Purchases that no deal knows. */
export function createPurchaseActivities({ agreement, db }: Needs) {
  return {
    /** Notes what was bought by an agreement: one of our products, or another listing of the seller. */
    async askProduct({ agreementId }: { agreementId: string }): Promise<void> {
      const askedAt = new Date();
      await noteProduct(db, { agreementId, askedAt });
      const request = new DescribeAgreementCommand({ agreementId });
      const found = await callAws(() => agreement.send(request), { refusedAs: 'stepFailed' });
      await noteProduct(db, { agreementId, product: found.proposalSummary?.resources?.[0]?.id, askedAt });
    },
  };
}
