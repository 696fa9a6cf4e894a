import type { Offer } from '../deal.ts';

const soonMs = 5 * 60_000;

/** When the last mail with the page's link went, as far as the deal knows. */
export const lastMailOf = ({ mailedAt, releasedAt }: Offer): string => mailedAt ?? releasedAt;

/**
 * True for an opening so soon after a mail with the page's link that it may have been a program which looks for harmful
 * links, and not a reader. It says nothing of the buyer. Such a program may be there before the deal has noted that the
 * mail went.
 */
export function mayBeScanner(offer: Offer, at: string): boolean {
  return Math.abs(Date.parse(at) - Date.parse(lastMailOf(offer))) < soonMs;
}
