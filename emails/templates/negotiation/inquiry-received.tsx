import { answerDueAt } from '../../../deal/negotiation/deadlines.ts';
import { momentFor } from '../../facts.ts';
import { Heading, List, Paragraph, Small } from '../../layout/parts.tsx';
import { listLines, section } from '../../layout/text.ts';
import type { DealMail, MailContent } from '../../mail.ts';

/**
 * The receipt for whoever wrote. It does not repeat the inquiry: anybody can type another person's address into the
 * form, and must not be able to send words of his own from ours.
 */
export function inquiryReceived(mail: DealMail): MailContent {
  const words = mail.messages.mails.inquiryReceived;
  const due = momentFor(mail, answerDueAt(mail.deal));
  return {
    subject: words.subject,
    title: words.title,
    preheader: words.preheader(due),
    opening: words.opening(mail.vendor.name),
    html: (
      <>
        <Paragraph>{words.intro}</Paragraph>
        <Paragraph>{words.answer(due)}</Paragraph>
        <Heading>{words.nextTitle}</Heading>
        <List ordered items={words.next} />
        <Heading>{words.helpTitle}</Heading>
        <List items={words.help} />
        <Paragraph>{words.replyHint}</Paragraph>
        <Small>{words.notYou}</Small>
      </>
    ),
    text: [
      words.intro,
      words.answer(due),
      section(words.nextTitle, listLines(words.next, { ordered: true })),
      section(words.helpTitle, listLines(words.help), words.replyHint),
      words.notYou,
    ],
  };
}
