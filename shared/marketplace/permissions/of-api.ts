import { DescribeEntityCommand, ListEntitiesCommand } from '@aws-sdk/client-marketplace-catalog';
import { ResolveCustomerCommand } from '@aws-sdk/client-marketplace-metering';
import type { TriedAction } from '../../models/desk/aws-try.ts';
import { agreementTries, catalogName, type Trying } from './of-agreements.ts';
import { patienceMs, tried } from './tried.ts';

/**
 * Tries what the api asks AWS for, with calls that change nothing: it lists and describes products and agreements, and resolves
 * a token that is none.
 */
export async function tryAsApi(trying: Trying): Promise<TriedAction[]> {
  const { catalog, metering } = trying.marketplace;
  const options = { abortSignal: AbortSignal.timeout(patienceMs) };
  const EntityId = trying.config.products[0]?.productId ?? 'prod-none';
  const listed = new ListEntitiesCommand({ Catalog: catalogName, EntityType: 'SaaSProduct', MaxResults: 1 });
  const described = new DescribeEntityCommand({ Catalog: catalogName, EntityId });
  const resolved = new ResolveCustomerCommand({ RegistrationToken: 'a-token-that-is-none' });
  return Promise.all([
    tried('ListEntities', catalog.send(listed, options)),
    tried('DescribeEntity', catalog.send(described, options)),
    tried('ResolveCustomer', metering.send(resolved, options)),
    ...agreementTries(trying, options),
  ]);
}
