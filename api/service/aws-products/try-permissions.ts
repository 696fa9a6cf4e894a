import { SearchAgreementsCommand } from '@aws-sdk/client-marketplace-agreement';
import { DescribeEntityCommand, ListEntitiesCommand } from '@aws-sdk/client-marketplace-catalog';
import { ResolveCustomerCommand } from '@aws-sdk/client-marketplace-metering';
import { deniedAction, isDenied } from '../../../shared/marketplace/denied.ts';
import type { TriedAction } from '../../../shared/models/desk/aws-try.ts';
import type { Deps } from '../../deps.ts';

/** All are tried at the same time, and a page waits for them. */
const patienceMs = 6000;

/**
 * Tries what the api asks AWS for, with calls that change nothing: it lists products and agreements, describes a product,
 * and resolves a token that is none. That AWS looks at what was asked and finds it wrong is a yes to who asks.
 */
export async function tryPermissions({
  marketplace: { catalog, agreement, metering },
  config,
}: Pick<Deps, 'marketplace' | 'config'>): Promise<TriedAction[]> {
  const options = { abortSignal: AbortSignal.timeout(patienceMs) };
  const Catalog = 'AWSMarketplace';
  const EntityId = config.products[0]?.productId ?? 'prod-none';
  const listed = new ListEntitiesCommand({ Catalog, EntityType: 'SaaSProduct', MaxResults: 1 });
  const described = new DescribeEntityCommand({ Catalog, EntityId });
  const filters = [
    { name: 'PartyType', values: ['Proposer'] },
    { name: 'AgreementType', values: ['PurchaseAgreement'] },
  ];
  const searched = new SearchAgreementsCommand({ catalog: Catalog, filters, maxResults: 1 });
  const resolved = new ResolveCustomerCommand({ RegistrationToken: 'a-token-that-is-none' });
  return Promise.all([
    tried('ListEntities', catalog.send(listed, options)),
    tried('DescribeEntity', catalog.send(described, options)),
    tried('SearchAgreements', agreement.send(searched, options)),
    tried('ResolveCustomer', metering.send(resolved, options)),
  ]);
}

async function tried(name: string, call: Promise<unknown>): Promise<TriedAction> {
  const action = `aws-marketplace:${name}`;
  try {
    await call;
    return { action, state: 'allowed' };
  } catch (error) {
    return stateOf(action, error instanceof Error ? error : new Error(String(error)));
  }
}

function stateOf(action: string, error: Error): TriedAction {
  const detail = `${error.name}: ${error.message}`.slice(0, 500);
  if (isDenied(error)) return { action: deniedAction(error) ?? action, state: 'denied', detail };
  return hasLooked(error) ? { action, state: 'allowed' } : { action, state: 'unavailable', detail };
}

/** AWS has read the request, and says what is wrong with it. */
function hasLooked(error: Error): boolean {
  if (/Throttl|TooManyRequests/.test(error.name)) return false;
  const metadata = '$metadata' in error ? error.$metadata : undefined;
  const status =
    metadata && typeof metadata === 'object' && 'httpStatusCode' in metadata ? metadata.httpStatusCode : 0;
  return typeof status === 'number' && status >= 400 && status < 500;
}
