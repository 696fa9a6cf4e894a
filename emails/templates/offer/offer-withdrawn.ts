import { shorten } from '../../../shared/plain-text.ts';
import { paragraph } from '../../blocks.ts';
import { productText, withdrawnOffer } from '../../facts.ts';
import type { DealMail, MailContent } from '../../mail.ts';

/** The offer is no longer there, for whoever had it. Our own reasons for it stay at the desk. */
export function offerWithdrawn(mail: DealMail): MailContent {
  const { deal, messages } = mail;
  const words = messages.mails.offerWithdrawn;
  const why = (deal.closed ?? deal.ending)?.stage === 'declined' ? 'declined' : 'withdrawn';
  const product = productText(mail);
  const effect = words.effect(withdrawnOffer(deal).offerId);
  return {
    subject: words.subject[why](shorten(product, 32)),
    title: words.title[why],
    preheader: effect,
    body: [paragraph(words.intro[why](product)), paragraph(effect), paragraph(words.unexpected)],
  };
}
