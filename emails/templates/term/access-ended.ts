import type { AgreementStatus } from '../../../deal/acceptance/agreement-status.ts';
import type { Deal } from '../../../deal/deal.ts';
import { shorten } from '../../../shared/plain-text.ts';
import { paragraph, rows, small } from '../../blocks.ts';
import { productText } from '../../facts.ts';
import { openDeal, shortDeal } from '../../for-staff.ts';
import type { DealMail, MailContent } from '../../mail.ts';
import { saleRows } from '../../rows.ts';

type Why = 'cancelled' | 'expired' | 'terminated' | 'ended' | 'licenseTaken';

const reasons: { [status: string]: Why } = {
  CANCELLED: 'cancelled',
  EXPIRED: 'expired',
  TERMINATED: 'terminated',
} satisfies { [S in AgreementStatus]?: Why };

/** Nothing is granted any more: for user and signer, with the way to continue, and for the owner. */
export function accessEnded(mail: DealMail): MailContent {
  return mail.reader.role === 'owner' ? forOwner(mail) : forBuyer(mail);
}

function forBuyer(mail: DealMail): MailContent {
  const { deal, messages, reader } = mail;
  const words = messages.mails.accessEnded.buyer;
  const why = reasonIn(deal);
  const product = productText(mail);
  const { link } = deal;
  const next = words.next[why];
  return {
    subject: words.subject[why](shorten(product, 32)),
    title: words.title[why],
    preheader: next,
    body: [
      paragraph(words.intro[why](product)),
      link && paragraph(words.effect(link.organizationName)),
      paragraph(next),
      rows(saleRows(mail)),
      reader.role !== 'user' && link && small(words.alsoTold(link.user.name)),
    ],
  };
}

function forOwner(mail: DealMail): MailContent {
  const { deal, messages } = mail;
  const words = messages.mails.accessEnded.owner;
  const why = reasonIn(deal);
  const effect = deal.closed ? words.effect : words.ask;
  return {
    subject: words.subject[why](shortDeal(mail)),
    title: words.title[why],
    preheader: effect,
    body: [
      paragraph(words.intro[why](deal.inquiry.company)),
      paragraph(effect),
      openDeal(mail),
      rows(saleRows(mail)),
    ],
  };
}

function reasonIn({ closed }: Deal): Why {
  return closed ? (reasons[closed.reason] ?? 'ended') : 'licenseTaken';
}
