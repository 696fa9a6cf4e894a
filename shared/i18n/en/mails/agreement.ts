import { inTime, timeLeft } from './days.ts';

export const agreementChanged = {
  user: {
    subject: {
      amended: (product: string) => `Your ${product} agreement has changed`,
      renewed: (product: string) => `Your ${product} agreement has been renewed`,
      replaced: (product: string) => `Your new ${product} agreement is in place`,
    },
    title: {
      amended: 'Your agreement has changed',
      renewed: 'Your agreement has been renewed',
      replaced: 'Your new agreement is in place',
    },
    intro: {
      amended: (product: string) =>
        `Your AWS Marketplace agreement for ${product} has been changed. This is what it says now:`,
      renewed: (product: string) => `Your AWS Marketplace agreement for ${product} has been renewed.`,
      replaced: (product: string) =>
        `A new AWS Marketplace agreement for ${product} has replaced your earlier one.`,
    },
    keep: (organization: string) =>
      `${organization} stays linked to this agreement. There is nothing for you to do.`,
    unexpected: 'If you did not expect this, reply to this mail.',
  },
  owner: {
    subject: {
      amended: (deal: { company: string; product: string }) => `Amended: ${deal.company}, ${deal.product}`,
      renewed: (deal: { company: string; product: string }) => `Renewed: ${deal.company}, ${deal.product}`,
      replaced: (deal: { company: string; product: string }) => `Replaced: ${deal.company}, ${deal.product}`,
    },
    title: {
      amended: 'The agreement was amended',
      renewed: 'The agreement was renewed',
      replaced: 'The agreement was replaced',
    },
    intro: {
      amended: (company: string) => `The agreement with ${company} was changed in AWS Marketplace.`,
      renewed: (company: string) => `The agreement with ${company} was renewed in AWS Marketplace.`,
      replaced: (company: string) =>
        `A new agreement with ${company} has replaced the earlier one in AWS Marketplace.`,
    },
    effect:
      'The new terms are read from AWS and passed on to the account and the product automatically. You will hear from us again if they differ from what was agreed.',
  },
};

export const termEnding = {
  signer: {
    ends: {
      subject: (term: { product: string; hours: number }) =>
        `${timeLeft(term.hours)}: your ${term.product} agreement is ending`,
      title: (hours: number) => `${timeLeft(hours)} until your agreement ends`,
      intro: (term: { product: string; day: string }) =>
        `Your AWS Marketplace agreement for ${term.product} ends on ${term.day}. It does not renew automatically, so you need a new agreement to keep using ${term.product}.`,
      next: 'Would you like to continue? Reply to this mail, and we will prepare your next offer.',
    },
    renews: {
      subject: (term: { product: string; hours: number }) =>
        `Your ${term.product} agreement renews ${inTime(term.hours)}`,
      title: (hours: number) => `Your agreement renews ${inTime(hours)}`,
      intro: (term: { product: string; day: string }) =>
        `Your AWS Marketplace agreement for ${term.product} renews automatically on ${term.day}. To continue as before, there is nothing for you to do.`,
      next: 'To stop the renewal, open “Manage subscriptions” in the AWS console before that day. If you would like other terms, reply to this mail.',
    },
  },
  owner: {
    ends: {
      subject: (term: { company: string; product: string; hours: number }) =>
        `${timeLeft(term.hours)} in the term: ${term.company}, ${term.product}`,
      title: (hours: number) => `${timeLeft(hours)} in the term`,
      intro: (term: { company: string; day: string }) =>
        `The agreement with ${term.company} ends on ${term.day} and does not renew automatically.`,
      next: 'Agree on the next term with the buyer, and have a new private offer ready in time.',
    },
    renews: {
      subject: (term: { company: string; product: string; hours: number }) =>
        `Renews ${inTime(term.hours)}: ${term.company}, ${term.product}`,
      title: (hours: number) => `The agreement renews ${inTime(hours)}`,
      intro: (term: { company: string; day: string }) =>
        `The agreement with ${term.company} renews automatically on ${term.day}.`,
      next: 'Check with the buyer whether the terms still fit.',
    },
  },
};
