import { answerDueAt } from '../../../deal/negotiation/deadlines.ts';
import { list, note, type Part, paragraph, section, small, steps } from '../../blocks.ts';
import { momentFor } from '../../facts.ts';
import type { DealMail, MailContent } from '../../mail.ts';
import { dealPage } from '../offer/review.ts';

/**
 * The receipt for whoever wrote. It does not repeat the inquiry: anybody can type another person's address into the
 * form, and must not be able to send words of his own from ours.
 */
export function inquiryReceived(mail: DealMail): MailContent {
  const words = mail.messages.mails.inquiryReceived;
  const due = momentFor(mail, answerDueAt(mail.deal));
  const { account, signer } = words.help;
  const { awsAccountId, withoutAttachments = 0 } = mail.deal.inquiry;
  const missing = awsAccountId ? [signer] : [account, signer];
  return {
    subject: words.subject,
    title: words.title,
    preheader: words.preheader(due),
    opening: words.opening(mail.vendor.name),
    body: [
      paragraph(words.intro),
      paragraph(words.answer(due)),
      ...(withoutAttachments > 0 ? notKept(mail, withoutAttachments) : []),
      dealPage(mail, words.page),
      section(words.nextTitle, steps(words.next)),
      section(words.helpTitle, list(missing), paragraph(words.replyHint)),
      small(words.notYou),
    ],
  };
}

/** What came along with the inquiry is not here, and what to do instead. */
function notKept({ messages }: DealMail, count: number): Part[] {
  const { missing, instead } = messages.mails.attachmentsNotKept;
  return [note(missing(count)), paragraph(instead)];
}
