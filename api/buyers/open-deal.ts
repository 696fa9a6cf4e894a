import { after, day, isAfter } from '../../deal/calendar/moments.ts';
import type { Deal, PageLink } from '../../deal/deal.ts';
import { opensPage, personOfPage } from '../../deal/page-links/page-links.ts';
import type { Actor, Person } from '../../deal/people.ts';
import { linkNamed, type PageToken, readPageToken } from '../../shared/offer-link.ts';
import { Problem } from '../../shared/problems.ts';
import type { Deps } from '../deps.ts';
import { findDeal } from '../service/read.ts';

/** How long a link still opens a deal that is closed, so that its buyer can read how it ended. */
export const readableFor = 30 * day;

/** A deal, and the person whose link has opened its page. */
export interface OpenedDeal {
  deal: Deal;
  link: PageLink;
  person: Person;
  /** The page's own path. */
  path: string;
}

/** A link that opens nothing: forged, withdrawn, older than another, or of somebody or a deal that is gone. */
export class LinkEnded extends Problem {
  readonly token: string;
  constructor(token: string) {
    super('notFound');
    this.token = token;
  }
}

type Needs = Pick<Deps, 'config' | 'db' | 'now'>;

/** The deal that a token opens. Throws LinkEnded, which says the same of every link that opens nothing. */
export async function openDeal(deps: Needs, token: string): Promise<OpenedDeal> {
  const found = await findNewest(deps, token);
  if (!found || !opensPage(found.link, found.named.number)) throw new LinkEnded(token);
  const { deal, link, person } = found;
  return { deal, link, person, path: `/offers/${token}` };
}

/** Whoever an authentic token was made for, as long as he takes part in a deal that can be read, with his newest link. */
export async function findNewest(
  { config, db, now }: Needs,
  token: string,
): Promise<(Omit<OpenedDeal, 'path'> & { named: PageToken }) | undefined> {
  const secret = { secret: config.SESSION_SECRET };
  const named = readPageToken(secret, token);
  const deal = named && (await findDeal({ db }, named.dealId));
  if (!deal || hasEnded(deal, now())) return undefined;
  const link = linkNamed(secret, deal, named);
  const person = link && personOfPage(deal, link.email);
  return person && { deal, link, person, named };
}

const hasEnded = ({ closed }: Deal, now: string) =>
  closed !== undefined && isAfter(now, after(closed.at, readableFor));

/** Who did something on the page: the person whose link it is. */
export const actorAt = ({ person: { email, name } }: Pick<OpenedDeal, 'person'>): Actor => ({
  kind: 'buyer',
  id: email,
  name,
});
