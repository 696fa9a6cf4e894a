import { paragraph, type Row, rows } from '../../blocks.ts';
import { momentLines } from '../../facts.ts';
import { openDeal, shortDeal } from '../../for-staff.ts';
import type { DealMail, MailContent } from '../../mail.ts';
import { saleRows } from '../../rows.ts';

/** What AWS has told of an agreement that runs, for the owner: what it means, and what there is to do. */
export function awsNotice(mail: DealMail): MailContent {
  const { deal, about, messages } = mail;
  const notice = deal.awsNotices?.find(each => each.about === about);
  if (!notice) throw new RangeError(`AWS has told deal ${deal.dealId} nothing of ${about}`);
  const { subject, ...said } = messages.mails.awsNotice;
  const { title, next } = said.kinds[notice.about];
  const { labels } = messages.mails;
  const own: Row[] = notice.detail ? [[labels.awsSays, notice.detail]] : [];
  return {
    subject: subject({ ...shortDeal(mail), title }),
    title,
    preheader: next,
    body: [
      paragraph(said.intro(deal.inquiry.company)),
      paragraph(next),
      openDeal(mail),
      rows([...own, [said.when, ...momentLines(mail, notice.at)], ...saleRows(mail)]),
    ],
  };
}
