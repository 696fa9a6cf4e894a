import { shorten } from '../../../shared/plain-text.ts';
import { button, link, note, paragraph, rows, section, steps } from '../../blocks.ts';
import { linkIn, productText } from '../../facts.ts';
import { billingUrl } from '../../links.ts';
import type { DealMail, MailContent } from '../../mail.ts';
import { linkRows } from '../../rows.ts';

/** Everything is set up: the confirmation AWS asks sellers for, with clear next steps. For the user, and the signer. */
export function confirmation(mail: DealMail): MailContent {
  const { deal, messages, reader, vendor } = mail;
  const words = messages.mails.confirmation;
  const { organizationId, organizationName: organization, user, moved } = linkIn(deal);
  const product = productText(mail);
  const role = reader.role === 'user' ? 'user' : 'signer';
  return {
    subject: words.subject(shorten(product, 32)),
    title: words.title,
    preheader: words.preheader(organization),
    body: [
      paragraph(words.intro[moved ? 'moved' : role]({ organization, product, user: user.name })),
      rows(linkRows(mail)),
      role === 'user' && section(words.stepsTitle, steps(words.steps(product))),
      button(words.button(product), vendor.consoleUrl),
      link({ label: words.billing, url: billingUrl(vendor, organizationId) }),
      note(words.invoices(product)),
      paragraph(words.keep),
    ],
  };
}
