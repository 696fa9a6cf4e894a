import { timeLeft } from './days.ts';

export const offerExpiring = {
  signer: {
    subject: (offer: { hours: number; product: string }) =>
      `${timeLeft(offer.hours)}: your ${offer.product} offer is waiting for you`,
    title: (hours: number) => `${timeLeft(hours)} to accept your offer`,
    intro: (offer: { product: string; moment: string }) =>
      `Your private offer for ${offer.product} ends on ${offer.moment}. After that AWS no longer accepts it, and the terms may have to be agreed again.`,
    more: 'If you need more time or a change, tell us on your deal page:',
  },
  contact: {
    subject: (offer: { hours: number; product: string }) =>
      `${timeLeft(offer.hours)}: the ${offer.product} offer is not accepted yet`,
    title: (hours: number) => `${timeLeft(hours)} for your company’s offer`,
    intro: (offer: { product: string; moment: string; signer: string }) =>
      `The private offer for ${offer.product} that you asked us for ends on ${offer.moment}. ${offer.signer} can accept it, but has not done so yet.`,
    ask: (signer: string) =>
      `Could you check with ${signer} whether anything is missing? If somebody else should accept, or you need more time, tell us on the deal page.`,
    button: 'Open the deal page',
  },
  preheader: (offer: { total: string; moment: string }) => `${offer.total}, until ${offer.moment}`,
};

export const offerExpired = {
  subject: (deal: { company: string; product: string }) => `Expired: ${deal.company}, ${deal.product}`,
  title: 'The offer has expired',
  preheader: 'You can still revive it.',
  intro: (moment: string) => `Nobody accepted the offer by ${moment}.`,
  revive: (moment: string) =>
    `Extending it revives it, until ${moment}. After that the deal closes automatically as expired.`,
};

export const offerWithdrawn = {
  subject: {
    declined: (product: string) => `Your ${product} offer is closed`,
    withdrawn: (product: string) => `Your ${product} offer is withdrawn`,
  },
  title: { declined: 'The offer is closed', withdrawn: 'The offer is withdrawn' },
  intro: {
    declined: (product: string) =>
      `Our private offer for ${product} was declined on your deal page, and we have taken it back. Thank you for letting us know.`,
    withdrawn: (product: string) => `We have withdrawn our private offer for ${product}.`,
  },
  effect: (offerId: string) =>
    `Offer ${offerId} can no longer be accepted in AWS Marketplace. AWS charges you nothing for it.`,
  unexpected: 'If this is not what you expected, or you would like a new offer, reply to this mail.',
};
