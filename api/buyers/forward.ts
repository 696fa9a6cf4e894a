import { totalOf } from '../../deal/terms/terms.ts';
import { formatMoney } from '../../shared/i18n/format.ts';
import { type DealContext, lastMomentFor } from './deal-context.ts';
import { withHyphens } from './status.ts';

/** A mailto: address with a prepared mail for whoever may accept in AWS. It is sent by the reader, not by us. */
export function forwardMail(page: DealContext): string | undefined {
  const { context, offered, links } = page;
  if (!offered) return undefined;
  const { forward } = context.messages.offers;
  const { terms } = offered;
  const total = formatMoney(totalOf(terms), { currency: terms.currency, language: context.lang });
  const lines = [
    forward.greeting,
    '',
    forward.what(terms.productTitle, context.vendorName),
    '',
    `${forward.page} ${links.page}`,
    `${forward.total} ${total}`,
    `${forward.until} ${lastMomentFor(page, offered).join(' / ')}`,
    `${forward.accounts} ${terms.buyerAwsAccountIds.map(withHyphens).join(', ')}`,
    forward.permissions,
    '',
    forward.after,
  ];
  const subject = forward.subject(terms.productTitle, context.vendorName);
  // RFC 6068 wants CRLF between the lines of a body.
  return `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(lines.join('\r\n'))}`;
}
