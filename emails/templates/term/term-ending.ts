import { shorten } from '../../../shared/plain-text.ts';
import { link, paragraph, rows } from '../../blocks.ts';
import { agreementIn, dayFor, hoursUntil, productText } from '../../facts.ts';
import { openDeal } from '../../for-staff.ts';
import type { DealMail, MailContent } from '../../mail.ts';
import { saleRows, signerRow } from '../../rows.ts';

/** The term is over soon, or renews by itself: the signer decides what comes next, the owner looks after it. */
export function termEnding(mail: DealMail): MailContent {
  return mail.reader.role === 'owner' ? forOwner(mail) : forSigner(mail);
}

function forSigner(mail: DealMail): MailContent {
  const { messages, vendor } = mail;
  const { how, hours, day } = endOf(mail);
  const words = messages.mails.termEnding.signer[how];
  const product = productText(mail);
  const { manage } = messages.mails.setUpReminder;
  return {
    subject: words.subject({ product: shorten(product, 28), hours }),
    title: words.title(hours),
    preheader: words.next,
    body: [
      paragraph(words.intro({ product, day })),
      paragraph(words.next),
      how === 'renews' && link({ label: manage, url: vendor.manageUrl }),
      rows(saleRows(mail)),
    ],
  };
}

function forOwner(mail: DealMail): MailContent {
  const { deal, messages } = mail;
  const { how, hours, day } = endOf(mail);
  const words = messages.mails.termEnding.owner[how];
  const { company } = deal.inquiry;
  return {
    subject: words.subject({ company: shorten(company, 24), product: shorten(productText(mail), 24), hours }),
    title: words.title(hours),
    preheader: words.next,
    body: [
      paragraph(words.intro({ company, day })),
      paragraph(words.next),
      openDeal(mail),
      rows([...saleRows(mail), signerRow(mail)]),
    ],
  };
}

function endOf(mail: DealMail) {
  const { endsAt } = agreementIn(mail.deal);
  if (!endsAt) throw new RangeError(`the agreement of deal ${mail.deal.dealId} has no end to write about`);
  return {
    how: mail.deal.accepted?.autoRenews ? ('renews' as const) : ('ends' as const),
    hours: hoursUntil(mail, endsAt),
    day: dayFor(mail, endsAt),
  };
}
