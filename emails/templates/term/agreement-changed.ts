import { shorten } from '../../../shared/plain-text.ts';
import { button, given, paragraph, type Row, rows } from '../../blocks.ts';
import { linkIn, productText } from '../../facts.ts';
import { openDeal, shortDeal } from '../../for-staff.ts';
import { billingUrl } from '../../links.ts';
import type { DealMail, MailContent } from '../../mail.ts';
import { saleRows } from '../../rows.ts';

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
  return {
    subject: words.subject[change](shorten(product, 32)),
    title: words.title[change],
    preheader: keep,
    body: [
      paragraph(words.intro[change](product)),
      paragraph(keep),
      rows(changeRows(mail)),
      button(messages.mails.confirmation.billing, billingUrl(vendor, organizationId)),
      paragraph(words.unexpected),
    ],
  };
}

function forOwner(mail: DealMail): MailContent {
  const words = mail.messages.mails.agreementChanged.owner;
  const change = changeIn(mail);
  return {
    subject: words.subject[change](shortDeal(mail)),
    title: words.title[change],
    preheader: words.effect,
    body: [
      paragraph(words.intro[change](mail.deal.inquiry.company)),
      paragraph(words.effect),
      rows(changeRows(mail)),
      openDeal(mail),
    ],
  };
}

function changeIn({ deal, change }: DealMail) {
  if (!change) throw new RangeError(`the change of deal ${deal.dealId} was not named`);
  return change;
}

/** The amount is not among them: AWS is only being asked for it. */
function changeRows(mail: DealMail): Row[] {
  const former = mail.change === 'amended' ? undefined : mail.deal.formerAgreements.at(-1);
  return given<Row>([...saleRows(mail), former && [mail.messages.mails.labels.formerAgreement, former]]);
}
