import {
  DescribeAgreementCommand,
  GetAgreementTermsCommand,
  SearchAgreementsCommand,
} from '@aws-sdk/client-marketplace-agreement';
import type { Config } from '../../config.ts';
import type { TriedAction } from '../../models/desk/aws-try.ts';
import type { Marketplace } from '../clients.ts';
import { tried } from './tried.ts';

export interface Trying {
  marketplace: Marketplace;
  config: Pick<Config, 'products'>;
}

export const catalogName = 'AWSMarketplace';

/** As long as those of AWS, and of nothing. */
export const noAgreement = 'agmt-00000000000000000000000000';

/** What api and worker both ask of agreements. */
export function agreementTries(
  { marketplace: { agreement } }: Pick<Trying, 'marketplace'>,
  options: { abortSignal: AbortSignal },
): Promise<TriedAction>[] {
  const filters = [
    { name: 'PartyType', values: ['Proposer'] },
    { name: 'AgreementType', values: ['PurchaseAgreement'] },
  ];
  const searched = new SearchAgreementsCommand({ catalog: catalogName, filters, maxResults: 1 });
  const described = new DescribeAgreementCommand({ agreementId: noAgreement });
  const terms = new GetAgreementTermsCommand({ agreementId: noAgreement });
  return [
    tried('SearchAgreements', agreement.send(searched, options)),
    tried('DescribeAgreement', agreement.send(described, options), { ofOne: true }),
    tried('GetAgreementTerms', agreement.send(terms, options), { ofOne: true }),
  ];
}
