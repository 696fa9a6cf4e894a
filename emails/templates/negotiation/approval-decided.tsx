import { agreedTermsFor, termsFacts } from '../../facts.ts';
import { Button, Facts, Quote } from '../../layout/blocks.tsx';
import { Heading, Paragraph } from '../../layout/parts.tsx';
import { factLines, linkLine, quoteLines, section } from '../../layout/text.ts';
import { deskUrl } from '../../links.ts';
import type { DealMail, MailContent } from '../../mail.ts';
import { shorten } from '../../reader.ts';

/** An approver has said yes or no, for the owner. */
export function approvalDecided(mail: DealMail): MailContent {
  const { deal, messages, vendor } = mail;
  const words = messages.mails.approvalDecided;
  const { approval, terms } = agreedTermsFor(deal);
  const answer = approval.state === 'approved' ? 'approved' : 'rejected';
  const intro = words.intro[answer](approval.decidedBy?.name ?? approval.decidedBy?.id ?? '');
  const { comment } = approval;
  const facts = termsFacts(mail, terms);
  const url = deskUrl(vendor, deal.dealId);
  const { openDeal } = messages.mails;
  return {
    subject: words.subject[answer](shorten(deal.inquiry.company, 40)),
    title: words.title[answer],
    preheader: words.next[answer],
    html: (
      <>
        <Paragraph>{intro}</Paragraph>
        {comment && <Heading>{words.comment}</Heading>}
        {comment && <Quote>{comment}</Quote>}
        <Paragraph>{words.next[answer]}</Paragraph>
        <Button href={url}>{openDeal}</Button>
        <Facts rows={facts} />
      </>
    ),
    text: [
      intro,
      comment && section(words.comment, quoteLines(comment)),
      words.next[answer],
      linkLine(openDeal, url),
      factLines(facts),
    ],
  };
}
