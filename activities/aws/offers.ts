import {
  type EntitySummary,
  type MarketplaceCatalogClient,
  paginateListEntities,
} from '@aws-sdk/client-marketplace-catalog';
import type { Deal, Offer } from '../../deal/deal.ts';
import { commandIds } from '../../deal/keys.ts';
import { isNews } from '../../deal/offer/offers.ts';
import { type Inbox, type Received, receiveEvent } from '../../shared/marketplace/inbox.ts';
import { makerOf } from '../../shared/marketplace/maker.ts';
import { callAws } from './aws-errors.ts';

export type OfferActivities = ReturnType<typeof createOfferActivities>;

interface Needs {
  catalog: MarketplaceCatalogClient;
  inbox: Inbox;
  now: () => string;
}

/** How far back the first look goes, and how much two looks overlap, since AWS may show a change late. */
const firstLookMs = 7 * 86_400_000;
const overlapMs = 15 * 60_000;

/** Offers that somebody has changed in AWS, of which no event names the offer. */
export function createOfferActivities({ catalog, inbox, now }: Needs) {
  return {
    /** Tells deals of every offer whose last day is not the one they know. Gives back the moment from which to look next. */
    async findOffers({ since }: { since?: string }): Promise<string> {
      const began = Date.parse(now());
      const from = since ?? inSeconds(began - firstLookMs);
      const found = await callAws(() => changedSince(catalog, from), { refusedAs: 'stepFailed' });
      for (const summary of found) await tell(inbox, summary);
      return inSeconds(began - overlapMs);
    },
  };
}

/** As the catalog writes its moments. */
const inSeconds = (moment: number) => `${new Date(moment).toISOString().slice(0, 19)}Z`;

async function changedSince(client: MarketplaceCatalogClient, since: string): Promise<EntitySummary[]> {
  const request = {
    Catalog: 'AWSMarketplace',
    EntityType: 'Offer',
    EntityTypeFilters: {
      OfferFilters: {
        State: { ValueList: ['Released' as const] },
        LastModifiedDate: { DateRange: { AfterValue: since } },
      },
    },
    MaxResults: 50,
  };
  const found: EntitySummary[] = [];
  for await (const page of paginateListEntities({ client }, request))
    found.push(...(page.EntitySummaryList ?? []));
  return found;
}

async function tell(inbox: Inbox, summary: EntitySummary): Promise<void> {
  const { EntityId: offerId = '', LastModifiedDate: changedAt = '', OfferSummary } = summary;
  const expiresOn = OfferSummary?.AvailabilityEndDate?.slice(0, 10);
  const maker = await makerOf(inbox.db, offerId);
  const known = maker && !maker.closed ? knownOffer(maker, offerId) : undefined;
  if (known && expiresOn && changedAt && isNews(known, { expiresOn, at: new Date(changedAt).toISOString() }))
    await receiveEvent(inbox, offerFound({ offerId, expiresOn, changedAt }, summary));
}

/** An offer of a deal; nothing while the deal itself is changing one. */
function knownOffer({ changeSet, offers }: Deal, offerId: string): Offer | undefined {
  return changeSet ? undefined : offers.find(offer => offer.offerId === offerId);
}

function offerFound(
  found: { offerId: string; expiresOn: string; changedAt: string },
  summary: EntitySummary,
): Received {
  const { offerId, expiresOn, changedAt } = found;
  return {
    _id: commandIds.foundOffer(found),
    detailType: 'ListEntities',
    keys: [offerId],
    occurredAt: new Date(changedAt),
    raw: JSON.parse(JSON.stringify(summary)),
    notice: { type: 'offerEvent', status: 'ListEntities', offerId, expiresOn },
  };
}
