import { GetAgreementEntitlementsCommand } from '@aws-sdk/client-marketplace-agreement';
import {
  DescribeChangeSetCommand,
  ListChangeSetsCommand,
  ListEntitiesCommand,
} from '@aws-sdk/client-marketplace-catalog';
import { GetEntitlementsCommand } from '@aws-sdk/client-marketplace-entitlement-service';
import type { TriedAction } from '../../models/desk/aws-try.ts';
import { agreementTries, catalogName, noAgreement, type Trying } from './of-agreements.ts';
import { patienceMs, tried } from './tried.ts';

/**
 * Tries what the worker asks AWS for, with calls that change nothing. StartChangeSet, which makes offers, is not among them: there
 * is no harmless one.
 */
export async function tryAsWorker(trying: Trying): Promise<TriedAction[]> {
  const { catalog, agreement, entitlement } = trying.marketplace;
  const options = { abortSignal: AbortSignal.timeout(patienceMs) };
  const Catalog = catalogName;
  const ProductCode = trying.config.products[0]?.productCode ?? 'none';
  const offers = new ListEntitiesCommand({ Catalog, EntityType: 'Offer', MaxResults: 1 });
  const changeSets = new ListChangeSetsCommand({ Catalog, MaxResults: 1 });
  const changeSet = new DescribeChangeSetCommand({ Catalog, ChangeSetId: 'none00000000000000000000' });
  const ofAgreement = new GetAgreementEntitlementsCommand({ agreementId: noAgreement });
  const ofProduct = new GetEntitlementsCommand({ ProductCode, MaxResults: 1 });
  return Promise.all([
    tried('ListEntities', catalog.send(offers, options)),
    tried('ListChangeSets', catalog.send(changeSets, options)),
    tried('DescribeChangeSet', catalog.send(changeSet, options), { ofOne: true }),
    ...agreementTries(trying, options),
    tried('GetAgreementEntitlements', agreement.send(ofAgreement, options), { ofOne: true }),
    tried('GetEntitlements', entitlement.send(ofProduct, options)),
  ]);
}
