import { note, paragraph, rows } from '../../blocks.ts';
import { agreedTerms, differenceLines, totalText } from '../../facts.ts';
import { openDeal, shortDeal } from '../../for-staff.ts';
import type { DealMail, MailContent } from '../../mail.ts';
import { acceptanceRows } from '../../rows.ts';

/** AWS has an agreement, for the owner; with a warning when it is not what was agreed. */
export function accepted(mail: DealMail): MailContent {
  const { deal, messages } = mail;
  const words = messages.mails.accepted;
  const differs = deal.stuck.some(stuck => stuck.reason === 'agreementDiffers');
  return {
    subject: words.subject(shortDeal(mail)),
    title: words.title,
    preheader: words.preheader(totalText(mail, agreedTerms(deal))),
    body: [
      paragraph(words.intro(deal.inquiry.company)),
      differs
        ? note(words.differs, ...differenceLines(mail))
        : paragraph(words.next[deal.registration ? 'arrived' : 'absent']),
      rows(acceptanceRows(mail)),
      openDeal(mail),
    ],
  };
}
