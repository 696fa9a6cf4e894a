import { type Fact, linkIn, productText, saleFacts } from '../../facts.ts';
import { Button, Facts } from '../../layout/blocks.tsx';
import { Paragraph } from '../../layout/parts.tsx';
import { factLines, linkLine } from '../../layout/text.ts';
import { billingUrl, deskUrl } from '../../links.ts';
import type { DealMail, MailContent } from '../../mail.ts';
import { shorten } from '../../reader.ts';

/** The agreement was amended, renewed or replaced: for the user, who keeps working, and for the owner. */
export function agreementChanged(mail: DealMail): MailContent {
  return mail.reader.role === 'owner' ? forOwner(mail) : forUser(mail);
}

function forUser(mail: DealMail): MailContent {
  const { deal, messages, vendor } = mail;
  const words = messages.mails.agreementChanged.user;
  const change = changeIn(mail);
  const product = productText(mail);
  const { organizationId, organizationName } = linkIn(deal);
  const keep = words.keep(organizationName);
  const facts = changeFacts(mail);
  const billing = billingUrl(vendor, organizationId);
  const label = messages.mails.confirmation.billing;
  return {
    subject: words.subject[change](shorten(product, 32)),
    title: words.title[change],
    preheader: keep,
    html: (
      <>
        <Paragraph>{words.intro[change](product)}</Paragraph>
        <Paragraph>{keep}</Paragraph>
        <Facts rows={facts} />
        <Button href={billing}>{label}</Button>
        <Paragraph>{words.unexpected}</Paragraph>
      </>
    ),
    text: [words.intro[change](product), keep, factLines(facts), linkLine(label, billing), words.unexpected],
  };
}

function forOwner(mail: DealMail): MailContent {
  const { deal, messages, vendor } = mail;
  const words = messages.mails.agreementChanged.owner;
  const change = changeIn(mail);
  const { company } = deal.inquiry;
  const intro = words.intro[change](company);
  const facts = changeFacts(mail);
  const url = deskUrl(vendor, deal.dealId);
  const { openDeal } = messages.mails;
  return {
    subject: words.subject[change]({
      company: shorten(company, 32),
      product: shorten(productText(mail), 28),
    }),
    title: words.title[change],
    preheader: words.effect,
    html: (
      <>
        <Paragraph>{intro}</Paragraph>
        <Paragraph>{words.effect}</Paragraph>
        <Facts rows={facts} />
        <Button href={url}>{openDeal}</Button>
      </>
    ),
    text: [intro, words.effect, factLines(facts), linkLine(openDeal, url)],
  };
}

function changeIn({ deal, change }: DealMail) {
  if (!change) throw new RangeError(`the change of deal ${deal.dealId} was not named`);
  return change;
}

/** The amount is not among them: AWS is only being asked for it. */
function changeFacts(mail: DealMail): Fact[] {
  const former = mail.deal.formerAgreements.at(-1);
  const follows = mail.change !== 'amended' && former;
  return [
    ...saleFacts(mail),
    ...(follows ? [[mail.messages.mails.labels.formerAgreement, former] as Fact] : []),
  ];
}
