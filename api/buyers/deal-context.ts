import type { Deal } from '../../deal/deal.ts';
import type { Person } from '../../deal/people.ts';
import { lastMomentOf } from '../../deal/terms/terms.ts';
import { formatMoment } from '../../shared/i18n/format.ts';
import { type OfferUrls, reviewOfferUrl } from '../../shared/marketplace/review-offer-url.ts';
import type { PageContext } from '../ui/pages/page-context.ts';
import { type Proposed, proposed } from './proposal/proposed.ts';
import { type BuyerStatus, buyerStatus, type Offered, offered } from './status.ts';

/** Everything the parts of the deal page are made from. */
export interface DealContext {
  context: PageContext;
  deal: Deal;
  status: BuyerStatus;
  offered?: Offered;
  proposed?: Proposed;
  /** ISO business time. */
  now: string;
  /** The reader's zone; AWS itself counts in UTC. */
  timeZone: string;
  links: DealLinks;
}

export interface DealLinks {
  /** The page itself, for forwarding, and its path, for forms. */
  page: string;
  path: string;
  reviewOffer: string;
  manage: string;
  console: string;
}

export function dealContext(given: {
  context: PageContext;
  /** Whose link has opened the page, and its path. */
  visit: { deal: Deal; person: Pick<Person, 'timeZone'>; path: string };
  now: string;
  config: OfferUrls & { PUBLIC_URL: string; MARKETPLACE_MANAGE_URL: string; PRODUCT_CONSOLE_URL: string };
}): DealContext {
  const { context, visit, now, config } = given;
  const { deal, person, path } = visit;
  const shown = offered(deal);
  const links = {
    page: `${config.PUBLIC_URL.replace(/\/+$/, '')}${path}`,
    path,
    reviewOffer: reviewOfferUrl(config, {
      productId: shown?.terms.productId ?? '',
      offerId: shown?.offer.offerId ?? '',
    }),
    manage: config.MARKETPLACE_MANAGE_URL,
    console: config.PRODUCT_CONSOLE_URL,
  };
  const status = buyerStatus(deal, now);
  const proposal = proposed(deal, now);
  return {
    context,
    deal,
    status,
    offered: shown,
    proposed: proposal,
    now,
    timeZone: person.timeZone,
    links,
  };
}

/** A moment for this reader. */
export function momentFor({ context, timeZone }: DealContext, iso: string): string {
  return formatMoment(iso, { language: context.lang, timeZone });
}

/** The last moment of the offer as the reader and as AWS write it; once when they are the same. */
export function lastMomentFor(page: DealContext, { offer }: Offered): string[] {
  const last = lastMomentOf(offer.expiresOn);
  const utc = formatMoment(last, { language: page.context.lang, timeZone: 'UTC' });
  return [...new Set([momentFor(page, last), utc])];
}
