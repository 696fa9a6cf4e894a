import { lastMomentOf } from '../../../deal/terms/terms.ts';
import { paragraph, rows } from '../../blocks.ts';
import { momentFor, offerIn } from '../../facts.ts';
import { openDeal, shortDeal } from '../../for-staff.ts';
import type { DealMail, MailContent } from '../../mail.ts';
import { offerRows, signerRow } from '../../rows.ts';

const day = 86_400_000;

/** Nobody accepted in time, for the owner. */
export function offerExpired(mail: DealMail): MailContent {
  const { deal, messages } = mail;
  const words = messages.mails.offerExpired;
  const end = lastMomentOf(offerIn(deal).expiresOn);
  const closes = new Date(Date.parse(end) + deal.policy.reviveWithinDays * day).toISOString();
  return {
    subject: words.subject(shortDeal(mail)),
    title: words.title,
    preheader: words.preheader,
    body: [
      paragraph(words.intro(momentFor(mail, end))),
      paragraph(words.revive(momentFor(mail, closes))),
      openDeal(mail),
      rows([signerRow(mail), ...offerRows(mail)]),
    ],
  };
}
