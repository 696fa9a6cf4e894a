import { SearchAgreementsCommand } from '@aws-sdk/client-marketplace-agreement';
import { type Deal, latestTerms } from '../../deal/deal.ts';
import type { Product } from '../../deal/terms/products.ts';
import type { Terms } from '../../deal/terms/terms.ts';
import type { Database } from '../models/database.ts';
import type { RegistrationRecord } from '../models/registration.ts';
import type { Marketplace } from './clients.ts';
import { licenseKey } from './license-key.ts';

const patienceMs = 4000;

interface Needs {
  db: Database;
  marketplace: Pick<Marketplace, 'agreement'>;
  products: Product[];
}

/** The deal a registration belongs to, or nothing while that is not certain. */
export async function findDeal(deps: Needs, registration: RegistrationRecord): Promise<string | undefined> {
  const { licenseArn } = registration;
  if (!licenseArn) return dealOfAccount(deps, registration);
  const byLicense = await dealOfLicense(deps, licenseArn);
  if (byLicense) return byLicense;
  const keys = await agreementKeys(deps, licenseArn);
  // AWS has named the agreement: what no deal knows then is a purchase of its own, whatever else the account buys.
  return keys.length > 0 ? dealWithKey(deps, keys) : dealOfAccount(deps, registration);
}

/** The deal that has this license, without a question to AWS. */
export const dealOfLicense = (deps: Pick<Needs, 'db'>, licenseArn: string) =>
  dealWithKey(deps, [licenseArn, licenseKey(licenseArn)]);

async function dealWithKey({ db }: Pick<Needs, 'db'>, keys: string[]): Promise<string | undefined> {
  const record = await db.deals.findOne({ keys: { $in: keys } }, { _id: 1 }).lean();
  return record?._id;
}

/** Agreement and offer of a license. Nothing when AWS does not say: it may show an agreement late, or not answer. */
async function agreementKeys({ marketplace }: Needs, licenseArn: string): Promise<string[]> {
  const filters = [
    { name: 'PartyType', values: ['Proposer'] },
    { name: 'AgreementType', values: ['PurchaseAgreement'] },
    { name: 'LicenseArn', values: [licenseArn] },
  ];
  try {
    const command = new SearchAgreementsCommand({ catalog: 'AWSMarketplace', filters });
    const found = await marketplace.agreement.send(command, { abortSignal: AbortSignal.timeout(patienceMs) });
    const agreements = found.agreementViewSummaries ?? [];
    const keys = agreements.flatMap(each => [each.agreementId, each.proposalSummary?.offerId]);
    return keys.filter(key => key !== undefined);
  } catch {
    return [];
  }
}

/** Exactly one deal that waits for this account and product. With several nobody can know which, so a person decides. */
async function dealOfAccount(
  { products, db }: Needs,
  registration: RegistrationRecord,
): Promise<string | undefined> {
  const { awsAccountId, productCode } = registration;
  const productId = products.find(product => product.productCode === productCode)?.productId;
  const isFor = (terms: Terms | undefined) =>
    terms?.productId === productId && terms?.buyerAwsAccountIds.includes(awsAccountId);
  const waiting = await db.deals
    .find({ words: awsAccountId, stage: { $in: ['offered', 'accepted', 'settingUp'] } }, { deal: 1 })
    .lean();
  const fitting = waiting.filter(({ deal }) => isFor(latestTerms(deal)?.terms) && isFree(deal, registration));
  return fitting.length === 1 ? fitting[0]?._id : undefined;
}

/** The deal has no other arrival, license or account yet. */
function isFree(deal: Deal, { _id, awsAccountId, licenseArn }: RegistrationRecord): boolean {
  const arrived = deal.registration && deal.registration.registrationId !== _id;
  const licensed = deal.license && licenseArn;
  const accepted = deal.agreement && deal.agreement.awsAccountId !== awsAccountId;
  return !arrived && !licensed && !accepted;
}
