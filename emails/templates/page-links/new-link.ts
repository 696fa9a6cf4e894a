import { address, button, paragraph, small } from '../../blocks.ts';
import { aboutText } from '../../facts.ts';
import type { DealMail, MailContent } from '../../mail.ts';

/** A person's new link to the deal's page. It says nothing of the deal that the page does not. */
export function newLink(mail: DealMail): MailContent {
  const { messages, offerPageUrl, deal } = mail;
  const words = messages.mails.newLink;
  return {
    subject: words.subject(aboutText(mail)),
    title: words.title,
    preheader: words.preheader,
    body: [
      paragraph(words.intro(deal.inquiry.company)),
      button(words.button, offerPageUrl),
      paragraph(words.keep),
      small(words.notYou),
      address(messages.mails.linkFallback, offerPageUrl),
    ],
  };
}
