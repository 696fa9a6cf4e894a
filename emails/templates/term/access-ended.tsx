import type { AgreementStatus, Deal } from '../../../deal/deal.ts';
import { productText, saleFacts } from '../../facts.ts';
import { Button, Facts } from '../../layout/blocks.tsx';
import { Paragraph, Small } from '../../layout/parts.tsx';
import { factLines, linkLine } from '../../layout/text.ts';
import { deskUrl } from '../../links.ts';
import type { DealMail, MailContent } from '../../mail.ts';
import { shorten } from '../../reader.ts';

type Why = 'cancelled' | 'expired' | 'terminated' | 'paymentFailed' | 'ended' | 'licenseTaken';

/** AWS names a payment that failed after the acceptance only by taking the agreement back (`AgreementStatus`). */
const reasons: { [S in AgreementStatus]?: Why } = {
  CANCELLED: 'cancelled',
  EXPIRED: 'expired',
  TERMINATED: 'terminated',
  ROLLED_BACK: 'paymentFailed',
};

/** Nothing is granted any more: for user and signer, with the way to continue, and for the owner. */
export function accessEnded(mail: DealMail): MailContent {
  return mail.reader.role === 'owner' ? forOwner(mail) : forBuyer(mail);
}

function forBuyer(mail: DealMail): MailContent {
  const { deal, messages, reader } = mail;
  const words = messages.mails.accessEnded.buyer;
  const why = reasonIn(deal);
  const product = productText(mail);
  const intro = words.intro[why](product);
  const effect = deal.link && words.effect(deal.link.organizationName);
  const alsoTold = reader.role === 'signer' && deal.link ? words.alsoTold(deal.link.user.name) : undefined;
  const next = words.next[why](deal.agreement?.awsAccountId ?? '');
  const facts = saleFacts(mail);
  return {
    subject: words.subject[why](shorten(product, 32)),
    title: words.title[why],
    preheader: next,
    html: (
      <>
        <Paragraph>{intro}</Paragraph>
        {effect && <Paragraph>{effect}</Paragraph>}
        <Paragraph>{next}</Paragraph>
        <Facts rows={facts} />
        {alsoTold && <Small>{alsoTold}</Small>}
      </>
    ),
    text: [intro, effect, next, factLines(facts), alsoTold],
  };
}

function forOwner(mail: DealMail): MailContent {
  const { deal, messages, vendor } = mail;
  const words = messages.mails.accessEnded.owner;
  const why = reasonIn(deal);
  const { company } = deal.inquiry;
  const intro = words.intro[why](company);
  const effect = deal.closed ? words.effect : words.ask;
  const facts = saleFacts(mail);
  const url = deskUrl(vendor, deal.dealId);
  const { openDeal } = messages.mails;
  return {
    subject: words.subject[why]({
      company: shorten(company, 32),
      product: shorten(productText(mail), 28),
    }),
    title: words.title[why],
    preheader: effect,
    html: (
      <>
        <Paragraph>{intro}</Paragraph>
        <Paragraph>{effect}</Paragraph>
        <Button href={url}>{openDeal}</Button>
        <Facts rows={facts} />
      </>
    ),
    text: [intro, effect, linkLine(openDeal, url), factLines(facts)],
  };
}

function reasonIn({ closed }: Deal): Why {
  return closed ? (reasons[closed.reason as AgreementStatus] ?? 'ended') : 'licenseTaken';
}
