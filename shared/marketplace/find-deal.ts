import { SearchAgreementsCommand } from '@aws-sdk/client-marketplace-agreement';
import { licenseKey } from '../../deal/acceptance/license-key.ts';
import { termsInForce } from '../../deal/deal.ts';
import type { Terms } from '../../deal/terms/terms.ts';
import type { Config } from '../config.ts';
import type { Database } from '../models/database.ts';
import type { RegistrationRecord } from '../models/registration.ts';
import { arrivalCommand } from './arrival.ts';
import type { Marketplace } from './clients.ts';
import { dealsFor, isOthers } from './deals-with-key.ts';

const patienceMs = 4000;

interface Needs {
  db: Database;
  marketplace: Pick<Marketplace, 'agreement'>;
  config: Pick<Config, 'products'>;
}

/**
 * The deal that a registration may belong to, or nothing while that is not certain; the deal decides. What AWS has named is
 * surer than the account: what no deal knows then is a purchase of its own, whatever else the account buys.
 */
export async function findDeal(deps: Needs, registration: RegistrationRecord): Promise<string | undefined> {
  const found = await dealNamed(deps, registration);
  return found || registration.agreementId ? found : dealOfAccount(deps, registration);
}

/** The deal that knows what AWS has named so far, without a question to AWS. */
export async function dealNamed(
  { db }: Pick<Needs, 'db'>,
  registration: RegistrationRecord,
): Promise<string | undefined> {
  const { licenseArn, agreementId, offerId, refusedBy } = registration;
  const named = [licenseArn, licenseArn && licenseKey(licenseArn), agreementId, offerId];
  const keys = named.filter(key => key !== undefined);
  const [deal] = await dealsFor(db, { keys, ...(refusedBy && { refusedBy }) }, arrivalCommand(registration));
  return deal?.dealId;
}

/** The registration with the agreement of its license, as far as AWS names it: it may show an agreement late, or not answer. */
export async function withAgreement(
  deps: Pick<Needs, 'db' | 'marketplace'>,
  registration: RegistrationRecord,
): Promise<RegistrationRecord> {
  const { _id, licenseArn, agreementId } = registration;
  const named = licenseArn && !agreementId && (await agreementOf(deps, licenseArn));
  if (!named) return registration;
  await deps.db.registrations.updateOne({ _id }, { $set: named });
  return { ...registration, ...named };
}

async function agreementOf(
  { marketplace }: Pick<Needs, 'marketplace'>,
  licenseArn: string,
): Promise<Pick<RegistrationRecord, 'agreementId' | 'offerId'> | undefined> {
  const filters = [
    { name: 'PartyType', values: ['Proposer'] },
    { name: 'AgreementType', values: ['PurchaseAgreement'] },
    { name: 'LicenseArn', values: [licenseArn] },
  ];
  try {
    const command = new SearchAgreementsCommand({ catalog: 'AWSMarketplace', filters });
    const found = await marketplace.agreement.send(command, { abortSignal: AbortSignal.timeout(patienceMs) });
    const [first, ...others] = found.agreementViewSummaries ?? [];
    const present = [first, ...others].find(each => each?.status === 'ACTIVE') ?? first;
    const { agreementId, proposalSummary: { offerId } = {} } = present ?? {};
    return agreementId ? { agreementId, ...(offerId && { offerId }) } : undefined;
  } catch {
    return undefined;
  }
}

/** Exactly one deal that waits for this account and product. With several nobody can know which, so a person decides. */
async function dealOfAccount(
  { config, db }: Needs,
  registration: RegistrationRecord,
): Promise<string | undefined> {
  const { _id, awsAccountId, productCode, refusedBy = [] } = registration;
  const productId = config.products.find(product => product.productCode === productCode)?.productId;
  const isFor = (terms: Terms | undefined) =>
    terms?.productId === productId && terms?.buyerAwsAccountIds.includes(awsAccountId);
  const waiting = await db.deals
    .find(
      {
        words: awsAccountId,
        stage: { $in: ['offered', 'accepted', 'settingUp'] },
        _id: { $nin: refusedBy },
      },
      { deal: 1 },
    )
    .lean();
  const command = arrivalCommand(registration);
  const fitting = waiting.filter(({ deal }) => {
    const hasArrival = deal.registration && deal.registration.registrationId !== _id;
    return isFor(termsInForce(deal)?.terms) && !hasArrival && !isOthers(deal, command);
  });
  return fitting.length === 1 ? fitting[0]?._id : undefined;
}
