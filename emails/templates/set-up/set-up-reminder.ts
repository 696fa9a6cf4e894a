import { shorten } from '../../../shared/plain-text.ts';
import { button, link, paragraph, section, steps } from '../../blocks.ts';
import { agreementIn, dayFor, productText } from '../../facts.ts';
import { setUpUrl } from '../../links.ts';
import type { DealMail, MailContent } from '../../mail.ts';

/** Accepted but not linked, for the signer: the exact way back, whether he never came or left half-way. */
export function setUpReminder(mail: DealMail): MailContent {
  const { deal, messages, vendor } = mail;
  const words = messages.mails.setUpReminder;
  const { acceptedAt, awsAccountId: account } = agreementIn(deal);
  const product = productText(mail);
  const session = deal.registration?.setupSessionId;
  const why = session ? 'left' : 'absent';
  const { subject, title, intro } = words[why];
  const throughAws = { label: words.manage, url: vendor.manageUrl };
  return {
    subject: subject(shorten(product, 32)),
    title,
    preheader: words.preheader,
    body: [
      paragraph(intro({ product, day: dayFor(mail, acceptedAt) })),
      session ? button(words.resume, setUpUrl(vendor, session)) : button(throughAws.label, throughAws.url),
      section(words.stepsTitle[why], steps(words.steps({ account, product }))),
      session && link(throughAws),
      paragraph(words.forward),
    ],
  };
}
