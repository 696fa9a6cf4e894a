import { productText, withdrawnOffer } from '../../facts.ts';
import { Paragraph } from '../../layout/parts.tsx';
import type { DealMail, MailContent } from '../../mail.ts';
import { shorten } from '../../reader.ts';

/** The offer is no longer there, for the signer. Our own reasons for it stay at the desk. */
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
    html: (
      <>
        <Paragraph>{words.intro[why](product)}</Paragraph>
        <Paragraph>{effect}</Paragraph>
        <Paragraph>{words.unexpected}</Paragraph>
      </>
    ),
    text: [words.intro[why](product), effect, words.unexpected],
  };
}
