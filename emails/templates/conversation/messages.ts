import { shorten } from '../../../shared/plain-text.ts';
import { address, button, note, paragraph, quote, small } from '../../blocks.ts';
import { aboutText } from '../../facts.ts';
import { openDeal } from '../../for-staff.ts';
import type { DealMail, MailContent, Said } from '../../mail.ts';

/** What one of the staff has written to the buyer. */
export function messageToBuyer(mail: DealMail): MailContent {
  const { messages, offerPageUrl } = mail;
  const words = messages.mails.messageToBuyer;
  const { name, text } = saidIn(mail);
  return {
    subject: words.subject(aboutText(mail)),
    title: words.title,
    preheader: shorten(text, 80),
    body: [
      paragraph(words.intro(name)),
      quote(text),
      button(words.button, offerPageUrl),
      small(words.reply),
      address(messages.mails.linkFallback, offerPageUrl),
    ],
  };
}

/** What the buyer has written, for the owner. */
export function messageFromBuyer(mail: DealMail): MailContent {
  const { deal, messages } = mail;
  const words = messages.mails.messageFromBuyer;
  const { name, text, withoutAttachments = 0 } = saidIn(mail);
  const { company } = deal.inquiry;
  return {
    subject: words.subject(shorten(company, 40)),
    title: words.title,
    preheader: shorten(text, 80),
    body: [
      paragraph(words.intro({ name, company })),
      quote(text),
      withoutAttachments > 0 && note(words.withoutAttachments(withoutAttachments)),
      openDeal(mail, words.answer),
      small(words.hint),
    ],
  };
}

/** The words that the mail is about. Throws a RangeError when there are none. */
export function saidIn({ deal, said }: DealMail): Said {
  if (!said) throw new RangeError(`deal ${deal.dealId} has no message to write about`);
  return said;
}
