import { MarketplaceAgreementClient } from '@aws-sdk/client-marketplace-agreement';
import { MarketplaceCatalogClient } from '@aws-sdk/client-marketplace-catalog';
import { MarketplaceEntitlementServiceClient } from '@aws-sdk/client-marketplace-entitlement-service';
import { MarketplaceMeteringClient } from '@aws-sdk/client-marketplace-metering';

/** The four AWS services a seller talks to. */
export interface Marketplace {
  catalog: MarketplaceCatalogClient;
  agreement: MarketplaceAgreementClient;
  entitlement: MarketplaceEntitlementServiceClient;
  metering: MarketplaceMeteringClient;
}

/** The one region in which AWS Marketplace answers sellers, wherever the platform runs us. */
const region = 'us-east-1';

/**
 * The unmodified SDK clients. Credentials and endpoints come from the SDK's own settings (`AWS_…`), so that the real
 * AWS and a local one differ by environment alone. Attempts are few: Temporal retries with longer pauses.
 */
export function createMarketplace({
  requestTimeoutMs = 10_000,
}: {
  requestTimeoutMs?: number;
} = {}): Marketplace {
  const settings = {
    region,
    maxAttempts: 2,
    // Without the last setting the SDK only warns of a request that takes too long, and waits on.
    requestHandler: {
      connectionTimeout: 2000,
      requestTimeout: requestTimeoutMs,
      throwOnRequestTimeout: true,
    },
  };
  return {
    catalog: new MarketplaceCatalogClient(settings),
    agreement: new MarketplaceAgreementClient(settings),
    entitlement: new MarketplaceEntitlementServiceClient(settings),
    metering: new MarketplaceMeteringClient(settings),
  };
}
