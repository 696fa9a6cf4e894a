export const buyerRequest = {
  subject: {
    change: (company: string) => `${company} asks for a change`,
    moreTime: (company: string) => `${company} asks for more time`,
    message: (company: string) => `${company} has written to you`,
  },
  title: {
    change: 'The buyer asks for a change',
    moreTime: 'The buyer asks for more time',
    message: 'The buyer has written',
  },
  intro: {
    change: 'A released offer cannot be changed. Propose new terms: the new offer replaces this one.',
    moreTime: 'Extend the offer, or tell the buyer why you cannot.',
    message: 'Write back from the deal. The buyer gets it by mail and on the buyer’s page.',
  },
  message: 'What they wrote',
  /** Once the time to answer has passed. */
  overdue: {
    subject: {
      change: (company: string) => `Overdue: ${company} asked for a change`,
      moreTime: (company: string) => `Overdue: ${company} asked for more time`,
      message: (company: string) => `Overdue: ${company} waits for an answer`,
    },
    title: 'The buyer is still waiting for your answer',
    written: (asked: { company: string; moment: string }) =>
      `${asked.company} wrote to you on ${asked.moment} and has had no answer.`,
    intro: (asked: { company: string; moment: string }) =>
      `${asked.company} wrote to you on ${asked.moment}, and the offer is as it was.`,
  },
  lead: {
    subject: {
      change: (company: string) => `Escalated: ${company} asked for a change`,
      moreTime: (company: string) => `Escalated: ${company} asked for more time`,
      message: (company: string) => `Escalated: ${company} waits for an answer`,
    },
    title: 'The buyer has had no answer',
    written: (asked: { company: string; moment: string }) =>
      `${asked.company} wrote on ${asked.moment}. Sales were reminded since, and nobody has written back.`,
    intro: (asked: { company: string; moment: string }) =>
      `${asked.company} wrote on ${asked.moment}. Sales were reminded since, and the offer is still as it was.`,
    action: {
      change:
        'Ask the owner what is in the way, or propose new terms in the owner’s place: a released offer cannot be changed, only replaced.',
      moreTime:
        'Ask the owner what is in the way, or extend the offer in the owner’s place. If it cannot be extended, the buyer should hear why.',
      message: 'Ask the owner what is in the way, or write back in the owner’s place.',
    },
  },
};

export const offerDeclined = {
  subject: (deal: { company: string; product: string }) =>
    `${deal.company} declined the ${deal.product} offer`,
  title: 'The buyer has declined',
  preheader: 'The offer is being withdrawn at AWS.',
  intro: (company: string) =>
    `${company} has declined the offer. It is being withdrawn at AWS; the deal then closes automatically.`,
  reason: 'Their reason',
};

export const accepted = {
  subject: (deal: { company: string; product: string }) => `Accepted: ${deal.company}, ${deal.product}`,
  title: 'The buyer has accepted',
  preheader: (total: string) => `${total}. Next: the buyer sets up the account.`,
  intro: (company: string) => `${company} has accepted the private offer in AWS Marketplace.`,
  next: {
    absent: 'Next, the buyer sets up the account. If nobody opens the set-up page, we remind the signer.',
    arrived: 'The buyer has already opened the set-up page and is setting up the account.',
  },
  differs:
    'What was accepted differs from what was agreed. Nothing is granted before a person has looked at it.',
  difference: (difference: { part: string; agreed: string; accepted: string }) =>
    `${difference.part}: agreed ${difference.agreed}, accepted ${difference.accepted}`,
  parts: {
    account: 'AWS account',
    currency: 'Currency',
    total: 'Total',
    units: 'Units',
    term: 'End of the term',
  },
};

export const secondPurchase = {
  subject: (deal: { company: string; product: string }) =>
    `Second purchase: ${deal.company}, ${deal.product}`,
  title: 'The offer was accepted a second time',
  preheader: (account: string) => `AWS account ${account} has bought as well.`,
  intro: (bought: { company: string; account: string }) =>
    `AWS account ${bought.account} has accepted the private offer for ${bought.company} as well. In AWS this is an agreement of its own, so it has a deal of its own here, with the same terms and the same people.`,
  next: 'The two purchases are set up, billed and ended independently. If the second one was a mistake, talk to the buyer before the account is set up.',
  first: 'Open the deal of the first purchase',
};
