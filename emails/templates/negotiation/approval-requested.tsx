import { agreedTermsFor, termsFacts, totalText } from '../../facts.ts';
import { Button, Facts } from '../../layout/blocks.tsx';
import { List, Paragraph, Small } from '../../layout/parts.tsx';
import { factLines, linkLine, listLines } from '../../layout/text.ts';
import { deskUrl } from '../../links.ts';
import type { DealMail, MailContent } from '../../mail.ts';
import { shorten } from '../../reader.ts';

/** An offer passes a limit, for every approver. */
export function approvalRequested(mail: DealMail): MailContent {
  const { deal, messages, vendor } = mail;
  const words = messages.mails.approvalRequested;
  const { approval, terms } = agreedTermsFor(deal);
  const name = approval.requestedBy.name ?? approval.requestedBy.id;
  const { company } = deal.inquiry;
  const reasons = approval.reasons.map(reason => messages.deal.approvalReasons[reason]);
  const facts = termsFacts(mail, terms);
  const url = deskUrl(vendor, deal.dealId);
  return {
    subject: words.subject({ company: shorten(company, 32), total: totalText(mail, terms) }),
    title: words.title,
    preheader: words.preheader(name),
    html: (
      <>
        <Paragraph>{words.intro({ name, company })}</Paragraph>
        <List items={reasons} />
        <Facts rows={facts} />
        <Button href={url}>{words.button}</Button>
        <Small>{words.fourEyes}</Small>
      </>
    ),
    text: [
      words.intro({ name, company }),
      listLines(reasons),
      factLines(facts),
      linkLine(words.button, url),
      words.fourEyes,
    ],
  };
}
