import { shorten } from '../../../shared/plain-text.ts';
import { button, paragraph, rows, section, small, steps } from '../../blocks.ts';
import { productText, registrationIn } from '../../facts.ts';
import { setUpUrl } from '../../links.ts';
import type { DealMail, MailContent } from '../../mail.ts';

/** The set-up goes to a colleague who may decide which organization is billed. */
export function handOver(mail: DealMail): MailContent {
  const { deal, messages, reader, vendor } = mail;
  const { labels, handOver: words } = messages.mails;
  const { company } = deal.inquiry;
  const product = productText(mail);
  const { setupSessionId, awsAccountId } = registrationIn(deal);
  return {
    subject: words.subject({ product: shorten(product, 22), company: shorten(company, 22) }),
    title: words.title,
    preheader: words.preheader,
    opening: words.opening(vendor.name),
    body: [
      paragraph(words.intro({ product, company })),
      rows([
        [labels.company, company],
        [labels.product, product],
        [labels.billedAccount, awsAccountId],
      ]),
      section(words.stepsTitle, steps(words.steps(reader.email))),
      button(words.button, setUpUrl(vendor, setupSessionId)),
      small(words.notYou),
    ],
  };
}
