import { note, paragraph, small } from '../../blocks.ts';
import { aboutText } from '../../facts.ts';
import type { DealMail, MailContent } from '../../mail.ts';
import { dealPage } from '../offer/review.ts';
import { saidIn } from './messages.ts';

/**
 * The answer to a mail with attachments. It repeats nothing of it: anybody can write in another person's name, and must not
 * be able to send him words of his own from our address.
 */
export function attachmentsNotKept(mail: DealMail): MailContent {
  const words = mail.messages.mails.attachmentsNotKept;
  const { withoutAttachments = 1 } = saidIn(mail);
  return {
    subject: words.subject(aboutText(mail)),
    title: words.title,
    preheader: words.missing(withoutAttachments),
    body: [
      paragraph(words.intro),
      note(words.missing(withoutAttachments)),
      paragraph(words.instead),
      dealPage(mail, words.page),
      small(words.once),
    ],
  };
}
