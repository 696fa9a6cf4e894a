import { DescribeEntityCommand, paginateListEntities } from '@aws-sdk/client-marketplace-catalog';
import type { Marketplace } from '../../../shared/marketplace/clients.ts';
import { type AwsTrouble, tryAws } from './aws-trouble.ts';
import { type AwsProduct, readSaasProduct } from './read-saas-product.ts';

type Needs = Pick<Marketplace, 'catalog'>;

/** A SaaS product of the seller, as the list of AWS has it. */
export interface ListedProduct {
  productId: string;
  title: string;
  /** AWS's word for who sees it, such as `Limited` or `Public`. */
  visibility: string;
}

/** A seller has few; whoever has more finds the rest by its id. */
const mostListed = 200;

/** The seller's SaaS products (ListEntities). */
export async function listAwsProducts({
  catalog,
}: Needs): Promise<{ answer: ListedProduct[] } | { trouble: AwsTrouble }> {
  return tryAws('aws-marketplace:ListEntities', async options => {
    const asked = { Catalog: 'AWSMarketplace', EntityType: 'SaaSProduct', MaxResults: 50 };
    const found: ListedProduct[] = [];
    for await (const page of paginateListEntities({ client: catalog }, asked, options)) {
      for (const { EntityId = '', Name, SaaSProductSummary } of page.EntitySummaryList ?? [])
        found.push({
          productId: EntityId,
          title: SaaSProductSummary?.ProductTitle ?? Name ?? EntityId,
          visibility: SaaSProductSummary?.Visibility ?? '',
        });
      if (found.length >= mostListed) break;
    }
    return found.slice(0, mostListed);
  });
}

/** One product with its dimensions (DescribeEntity). `unknown`: there is none by this id. */
export async function describeAwsProduct(
  { catalog }: Needs,
  productId: string,
): Promise<{ answer: AwsProduct } | { trouble: AwsTrouble }> {
  return tryAws('aws-marketplace:DescribeEntity', async options => {
    const command = new DescribeEntityCommand({ Catalog: 'AWSMarketplace', EntityId: productId });
    return readSaasProduct(await catalog.send(command, options), productId);
  });
}
