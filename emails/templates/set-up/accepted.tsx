import type { Fact } from '../../facts.ts';
import {
  agreedTerms,
  agreementIn,
  momentLines,
  productText,
  signerFact,
  termsFacts,
  totalText,
} from '../../facts.ts';
import { Button, Facts, Note } from '../../layout/blocks.tsx';
import { Paragraph } from '../../layout/parts.tsx';
import { factLines, linkLine } from '../../layout/text.ts';
import { deskUrl } from '../../links.ts';
import type { DealMail, MailContent } from '../../mail.ts';
import { shorten } from '../../reader.ts';

/** AWS has an agreement, for the owner; with a warning when it is not what was agreed. */
export function accepted(mail: DealMail): MailContent {
  const { deal, messages, vendor } = mail;
  const words = messages.mails.accepted;
  const { company } = deal.inquiry;
  const terms = agreedTerms(deal);
  const facts = acceptanceFacts(mail);
  const next = words.next[deal.registration ? 'arrived' : 'absent'];
  const difference = deal.stuck.find(stuck => stuck.reason === 'agreementDiffers');
  const warning = difference && `${messages.deal.stuck.agreementDiffers}: ${difference.detail}`;
  const url = deskUrl(vendor, deal.dealId);
  const { openDeal } = messages.mails;
  return {
    subject: words.subject({ company: shorten(company, 32), product: shorten(productText(mail), 28) }),
    title: words.title,
    preheader: words.preheader(totalText(mail, terms)),
    html: (
      <>
        <Paragraph>{words.intro(company)}</Paragraph>
        {warning ? (
          <Note>
            {words.differs}
            <br />
            {warning}
          </Note>
        ) : (
          <Paragraph>{next}</Paragraph>
        )}
        <Facts rows={facts} />
        <Button href={url}>{openDeal}</Button>
      </>
    ),
    text: [
      words.intro(company),
      warning ? `${words.differs}\n${warning}` : next,
      factLines(facts),
      linkLine(openDeal, url),
    ],
  };
}

function acceptanceFacts(mail: DealMail): Fact[] {
  const { labels } = mail.messages.mails;
  const agreement = agreementIn(mail.deal);
  const terms = agreedTerms(mail.deal);
  return [
    [labels.agreementId, agreement.agreementId],
    [labels.billedAccount, agreement.awsAccountId],
    [labels.acceptedAt, ...momentLines(mail, agreement.acceptedAt)],
    signerFact(mail),
    ...termsFacts(mail, terms),
  ];
}
