import {
  type AcceptedTerm,
  DescribeAgreementCommand,
  type DescribeAgreementOutput,
  type MarketplaceAgreementClient,
  paginateGetAgreementTerms,
} from '@aws-sdk/client-marketplace-agreement';
import type { AcceptedTerms } from '../../deal/deal.ts';
import { isAmount } from '../../deal/terms/money.ts';

/** Reads an agreement, how it stands, and all its terms. Throws what the SDK throws. */
export async function acceptedTerms(
  client: MarketplaceAgreementClient,
  agreementId: string,
): Promise<AcceptedTerms> {
  const agreement = await client.send(new DescribeAgreementCommand({ agreementId }));
  const terms: AcceptedTerm[] = [];
  for await (const page of paginateGetAgreementTerms({ client }, { agreementId }))
    terms.push(...(page.acceptedTerms ?? []));
  return fromAws(agreement, terms);
}

function fromAws(
  { acceptor, status, estimatedCharges, startTime, acceptanceTime, endTime }: DescribeAgreementOutput,
  terms: AcceptedTerm[],
): AcceptedTerms {
  const total = estimatedCharges?.agreementValue;
  return {
    awsAccountId: acceptor?.accountId ?? '',
    startsAt: (startTime ?? acceptanceTime ?? new Date(0)).toISOString(),
    units: chosenUnits(terms),
    autoRenews: terms.some(term => term.renewalTerm?.configuration?.enableAutoRenew),
    ...(estimatedCharges?.currencyCode && {
      currency: estimatedCharges.currencyCode as AcceptedTerms['currency'],
    }),
    ...(total && isAmount(total, 3) && { total }),
    ...(status && { status }),
    ...(endTime && { endsAt: endTime.toISOString() }),
  };
}

/** Only offers that let the buyer choose carry what he chose. */
function chosenUnits(terms: AcceptedTerm[]): Record<string, number> {
  const chosen = terms.flatMap(term => term.configurableUpfrontPricingTerm?.configuration?.dimensions ?? []);
  return Object.fromEntries(
    chosen.map(({ dimensionKey = '', dimensionValue = 0 }) => [dimensionKey, dimensionValue]),
  );
}
