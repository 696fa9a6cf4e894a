import {
  type AcceptedTerm,
  DescribeAgreementCommand,
  type DescribeAgreementOutput,
  type MarketplaceAgreementClient,
  paginateGetAgreementTerms,
} from '@aws-sdk/client-marketplace-agreement';
import type { AcceptedTerms } from '../../../deal/deal.ts';
import { currencies, isAmount } from '../../../deal/terms/money.ts';

/** An agreement and every page of its terms, as AWS answers. */
export interface AskedAgreement {
  agreement: DescribeAgreementOutput;
  terms: AcceptedTerm[];
}

/** Asks AWS for an agreement, how it stands, and all its terms. Throws what the SDK throws. */
export async function askForAgreement(
  client: MarketplaceAgreementClient,
  agreementId: string,
  options: { abortSignal?: AbortSignal } = {},
): Promise<AskedAgreement> {
  const agreement = await client.send(new DescribeAgreementCommand({ agreementId }), options);
  const terms: AcceptedTerm[] = [];
  for await (const page of paginateGetAgreementTerms({ client }, { agreementId }, options))
    terms.push(...(page.acceptedTerms ?? []));
  return { agreement, terms };
}

/** What the buyer accepted, and how the agreement stands. */
export function acceptedIn({ agreement, terms }: AskedAgreement): AcceptedTerms {
  const { acceptor, status, estimatedCharges, startTime, acceptanceTime, endTime } = agreement;
  const total = estimatedCharges?.agreementValue;
  const currency = currencies.find(each => each === estimatedCharges?.currencyCode);
  return {
    awsAccountId: acceptor?.accountId ?? '',
    startsAt: (startTime ?? acceptanceTime ?? new Date(0)).toISOString(),
    units: chosenUnits(terms),
    autoRenews: terms.some(term => term.renewalTerm?.configuration?.enableAutoRenew),
    ...(currency && { currency }),
    ...(total && isAmount(total, 3) && { total }),
    ...(status && { status }),
    ...(endTime && { endsAt: endTime.toISOString() }),
  };
}

/** Only offers that let the buyer choose carry what he chose. */
export function chosenUnits(terms: AcceptedTerm[]): Record<string, number> {
  const chosen = terms.flatMap(term => term.configurableUpfrontPricingTerm?.configuration?.dimensions ?? []);
  return Object.fromEntries(
    chosen.map(({ dimensionKey = '', dimensionValue = 0 }) => [dimensionKey, dimensionValue]),
  );
}
