import {
  type AgreementViewSummary,
  GetAgreementEntitlementsCommand,
  type MarketplaceAgreementClient,
  paginateSearchAgreements,
} from '@aws-sdk/client-marketplace-agreement';
import { ApplicationFailure } from '@temporalio/activity';
import type { AgreementStatus } from '../../deal/acceptance/agreement-status.ts';
import { type AcceptedTerms, type Deal, termsInForce } from '../../deal/deal.ts';
import { commandIds } from '../../deal/keys.ts';
import type { Config } from '../../shared/config.ts';
import { type Inbox, type Received, receiveEvent } from '../../shared/marketplace/inbox.ts';
import { acceptedIn, askForAgreement } from '../../shared/marketplace/purchases/ask-for-agreement.ts';
import { callAws } from './aws-errors.ts';

export type AgreementActivities = ReturnType<typeof createAgreementActivities>;

interface Needs {
  agreement: MarketplaceAgreementClient;
  inbox: Inbox;
  config: Pick<Config, 'products'>;
  now: () => string;
}

/** How far back the first look goes, and how much two looks overlap, since AWS may show an agreement late. */
const firstLookMs = 7 * 86_400_000;
const overlapMs = 15 * 60_000;

/** The safety net: asks AWS for what its events should have told. */
export function createAgreementActivities(deps: Needs) {
  const { agreement, inbox, now } = deps;
  return {
    /**
     * Passes on every agreement that changed since the last look. Gives back the moment from which to look next, and
     * whether a deal was told something.
     */
    async findAgreements({ since }: { since?: string }): Promise<{ next: string; notified: boolean }> {
      const began = now();
      const from = since ?? new Date(Date.parse(began) - firstLookMs).toISOString();
      const found = await callAws(() => changedSince(agreement, from), { refusedAs: 'agreementsNotFound' });
      let notified = false;
      for (const summary of found) {
        if (await isKnown(inbox, summary)) continue;
        const event = agreementFound(summary, await previousOf(inbox, summary));
        if ((await receiveEvent(inbox, event)) === 'routed') notified = true;
      }
      return { next: new Date(Date.parse(began) - overlapMs).toISOString(), notified };
    },

    /** What the buyer accepted and how it stands: the agreement and every page of its terms. */
    async readAgreement({ agreementId }: { agreementId: string }): Promise<AcceptedTerms> {
      const ask = () => askForAgreement(agreement, agreementId);
      return acceptedIn(await callAws(ask, { refusedAs: 'stepFailed' }));
    },

    /**
     * Asks for the license of every deal that has an agreement and none, be it a renewal's. AWS may not allow it to sellers;
     * then events alone tell. What AWS refuses for one deal is told at the end, and keeps no other from its license.
     */
    async findLicenses(): Promise<void> {
      const records = await inbox.db.deals.find({ awaitsLicense: true }, { deal: 1 }).lean();
      const refused: ApplicationFailure[] = [];
      for (const { deal } of records) {
        await findLicense(deps, deal).catch(error => refused.push(asRefusal(error)));
      }
      if (refused[0]) throw refused[0];
    },
  };
}

async function findLicense({ agreement, inbox, config, now }: Needs, deal: Deal): Promise<void> {
  const agreementId = deal.agreement?.agreementId ?? '';
  const request = new GetAgreementEntitlementsCommand({ agreementId });
  const { agreementEntitlements = [] } = await callAws(() => agreement.send(request), {
    refusedAs: 'licensesNotFound',
  });
  const licenseArn = agreementEntitlements.find(each => each.status === 'PROVISIONED')?.licenseArn;
  const productId = termsInForce(deal)?.terms.productId;
  const productCode = config.products.find(product => product.productId === productId)?.productCode;
  if (licenseArn && productCode)
    await receiveEvent(inbox, licenseFound({ agreementId, licenseArn, productCode, at: now() }));
}

/** Throws what may be over when it is tried again. */
function asRefusal(error: unknown): ApplicationFailure {
  if (error instanceof ApplicationFailure && error.nonRetryable) return error;
  throw error;
}

async function changedSince(
  client: MarketplaceAgreementClient,
  since: string,
): Promise<AgreementViewSummary[]> {
  const filters = [
    { name: 'PartyType', values: ['Proposer'] },
    { name: 'AgreementType', values: ['PurchaseAgreement'] },
    { name: 'AfterLastUpdateTime', values: [since] },
  ];
  const found: AgreementViewSummary[] = [];
  for await (const page of paginateSearchAgreements({ client }, { catalog: 'AWSMarketplace', filters })) {
    found.push(...(page.agreementViewSummaries ?? []));
  }
  return found;
}

/** The deal of an agreement, its present one or a former. What only names the agreement, such as a license, may be another's. */
async function dealUnder({ deals }: Inbox['db'], agreementId = ''): Promise<Deal | undefined> {
  const own = [{ 'deal.agreement.agreementId': agreementId }, { 'deal.formerAgreements': agreementId }];
  const record = await deals.findOne({ keys: agreementId, $or: own }, { deal: 1 }).lean();
  return record?.deal;
}

/** What the event has told already is not told again. */
async function isKnown(
  { db }: Inbox,
  { agreementId, status, endTime }: AgreementViewSummary,
): Promise<boolean> {
  const known = (await dealUnder(db, agreementId))?.agreement;
  return (
    known?.status === status &&
    (!endTime || known?.endsAt === undefined || Date.parse(known.endsAt) === endTime.getTime())
  );
}

/**
 * The agreement of a deal that this one follows: AWS tells which was the first of their chain, whatever renewed or
 * replaced it. Nothing for an agreement that is not newer.
 */
async function previousOf({ db }: Inbox, summary: AgreementViewSummary): Promise<string | undefined> {
  const { agreementId = '', initialAgreementId, status, acceptanceTime } = summary;
  if (!initialAgreementId || initialAgreementId === agreementId || status !== 'ACTIVE') return undefined;
  const { agreement, formerAgreements = [] } = (await dealUnder(db, initialAgreementId)) ?? {};
  if (!agreement || [agreement.agreementId, ...formerAgreements].includes(agreementId)) return undefined;
  // AWS tells whole seconds, in one of which both may have been accepted.
  const isNewer = acceptanceTime && acceptanceTime.getTime() >= Date.parse(agreement.acceptedAt);
  return isNewer ? agreement.agreementId : undefined;
}

function agreementFound(summary: AgreementViewSummary, previousAgreementId?: string): Received {
  const {
    agreementId = '',
    initialAgreementId = agreementId,
    status,
    acceptor,
    proposalSummary,
    acceptanceTime,
    startTime,
    endTime,
    lastUpdateTime,
  } = summary;
  const offerId = proposalSummary?.offerId;
  const product = proposalSummary?.resources?.[0]?.id;
  const changedAt = lastUpdateTime ?? acceptanceTime ?? new Date(0);
  return {
    _id: commandIds.foundAgreement({ agreementId, status: status ?? '', changedAt }),
    detailType: 'SearchAgreements',
    keys: [agreementId, previousAgreementId, offerId].filter(key => key !== undefined),
    occurredAt: changedAt,
    raw: JSON.parse(JSON.stringify(summary)),
    ...(product && { product }),
    notice: {
      type: 'agreementEvent',
      agreementId,
      awsAccountId: acceptor?.accountId ?? '',
      status: (status ?? 'ACTIVE') as AgreementStatus,
      learntFrom: 'search',
      // One that follows another says neither whether it renews it nor whether it replaces it.
      ...(initialAgreementId === agreementId && { intent: 'NEW' as const }),
      ...(offerId && { offerId }),
      ...(previousAgreementId && { previousAgreementId }),
      ...(acceptanceTime && { acceptedAt: acceptanceTime.toISOString() }),
      ...(startTime && { startsAt: startTime.toISOString() }),
      ...(endTime && { endsAt: endTime.toISOString() }),
    },
  };
}

function licenseFound(found: {
  agreementId: string;
  licenseArn: string;
  productCode: string;
  at: string;
}): Received {
  const { agreementId, licenseArn, productCode, at } = found;
  return {
    _id: commandIds.foundLicense(agreementId, licenseArn),
    detailType: 'GetAgreementEntitlements',
    keys: [agreementId, licenseArn],
    occurredAt: new Date(at),
    raw: found,
    notice: { type: 'licenseEvent', agreementId, licenseArn, productCode, status: 'updated' },
  };
}
