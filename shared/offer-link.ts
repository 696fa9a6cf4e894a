import type { Deal, PageLink } from '../deal/deal.ts';
import { pageLinkOf } from '../deal/page-links/page-links.ts';
import { sealedLinks, sealOf } from './sealing.ts';

const purpose = 'offer link';
const links = sealedLinks({ path: '/offers', purpose });

interface LinkSettings {
  publicUrl: string;
  secret: string;
}

/** What a token names. Who it is for is written so that nobody can read an address out of it. */
export interface PageToken {
  dealId: string;
  /** The number of the link within the deal. */
  number: number;
  /** Stands for the person's address in this deal. */
  who: string;
}

/**
 * The address of one person's link to a buyer's deal page. Every mail to him leads to it, and nobody can make one without
 * the secret. Whoever has it may see the deal: it belongs in mails, never in logs.
 */
export function offerPageUrl(
  settings: LinkSettings,
  { dealId, email, number }: Pick<PageLink, 'email' | 'number'> & { dealId: string },
): string {
  return links.urlOf(settings, [dealId, number, whoIs(settings.secret, { dealId, email })]);
}

/** The address for somebody as the deal knows him now. Whoever does not take part gets one that opens nothing. */
export function pageUrlFor(
  settings: LinkSettings,
  deal: Pick<Deal, 'dealId' | 'pageLinks'>,
  email: string,
): string {
  const number = pageLinkOf(deal, email)?.number ?? 0;
  return offerPageUrl(settings, { dealId: deal.dealId, email, number });
}

/** What a token names; nothing when it is not one of ours. No deal is looked for until that is known. */
export function readPageToken(settings: { secret: string }, token: string): PageToken | undefined {
  const [dealId, number, who] = links.partsIn(settings, token) ?? [];
  if (!dealId || !number || !who) return undefined;
  return { dealId, number: Number(number), who };
}

/** The newest link of the person whom a token was made for, while he takes part; it may have another number. */
export function linkNamed(
  { secret }: { secret: string },
  { dealId, pageLinks }: Pick<Deal, 'dealId' | 'pageLinks'>,
  { who }: PageToken,
): PageLink | undefined {
  return pageLinks.find(({ email }) => whoIs(secret, { dealId, email }) === who);
}

const whoIs = (secret: string, { dealId, email }: { dealId: string; email: string }) =>
  sealOf(purpose, secret, `${dealId} ${email.toLowerCase()}`).subarray(0, 9).toString('base64url');
