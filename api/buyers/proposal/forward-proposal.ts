import { lastMomentOf } from '../../../deal/terms/terms.ts';
import { type DealContext, momentFor } from '../deal-context.ts';
import { withHyphens } from '../status.ts';
import { totalOfTerms } from '../terms-card.tsx';
import type { Proposed } from './proposed.ts';

/** A mailto: address with a prepared mail for whoever decides. It is sent by the reader, not by us. */
export function forwardProposal(page: DealContext, { version: { terms } }: Proposed): string {
  const { context, links } = page;
  const { forward } = context.messages.offers;
  const words = context.messages.proposal.forward;
  const lines = [
    forward.greeting,
    '',
    words.what(terms.productTitle, context.vendorName),
    '',
    links.page,
    `${forward.total} ${totalOfTerms(page, terms)}`,
    `${words.until} ${momentFor(page, lastMomentOf(terms.offerExpiresOn))}`,
    `${forward.accounts} ${terms.buyerAwsAccountIds.map(withHyphens).join(', ')}`,
  ];
  const subject = words.subject(terms.productTitle, context.vendorName);
  // RFC 6068 wants CRLF between the lines of a body.
  return `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(lines.join('\r\n'))}`;
}
