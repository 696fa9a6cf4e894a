const again = 'Would you like to continue? Reply to this mail, and we will prepare a new offer.';

export const accessEnded = {
  buyer: {
    subject: {
      cancelled: (product: string) => `Your ${product} agreement has been cancelled`,
      expired: (product: string) => `Your ${product} agreement has ended`,
      terminated: (product: string) => `Your ${product} agreement has been terminated`,
      ended: (product: string) => `Your ${product} agreement has ended`,
      licenseTaken: (product: string) => `Your ${product} access has ended`,
    },
    title: {
      cancelled: 'Your agreement has been cancelled',
      expired: 'Your agreement has ended',
      terminated: 'Your agreement has been terminated',
      ended: 'Your agreement has ended',
      licenseTaken: 'Your access has ended',
    },
    intro: {
      cancelled: (product: string) =>
        `Your AWS Marketplace agreement for ${product} has been cancelled. Thank you for using it.`,
      expired: (product: string) =>
        `The term of your AWS Marketplace agreement for ${product} is over. Thank you for using it.`,
      terminated: (product: string) =>
        `Your AWS Marketplace agreement for ${product} was ended before its term was over.`,
      ended: (product: string) => `Your AWS Marketplace agreement for ${product} has ended.`,
      licenseTaken: (product: string) => `AWS Marketplace has withdrawn your license for ${product}.`,
    },
    effect: (organization: string) =>
      `${organization} is no longer linked to this agreement, and what came with it can no longer be used. If the organization has other agreements, they go on as before.`,
    /** To the signer, when somebody else uses the product. */
    alsoTold: (user: string) => `${user}, who set up the account, has been told as well.`,
    next: {
      cancelled: again,
      expired: again,
      terminated: again,
      ended: again,
      licenseTaken: 'If you did not expect this, reply to this mail. We will find out what has happened.',
    },
  },
  owner: {
    subject: {
      cancelled: (deal: { company: string; product: string }) =>
        `Cancelled: ${deal.company}, ${deal.product}`,
      expired: (deal: { company: string; product: string }) => `Term over: ${deal.company}, ${deal.product}`,
      terminated: (deal: { company: string; product: string }) =>
        `Terminated: ${deal.company}, ${deal.product}`,
      ended: (deal: { company: string; product: string }) => `Ended: ${deal.company}, ${deal.product}`,
      licenseTaken: (deal: { company: string; product: string }) =>
        `License withdrawn: ${deal.company}, ${deal.product}`,
    },
    title: {
      cancelled: 'The agreement was cancelled',
      expired: 'The term is over',
      terminated: 'The agreement was terminated',
      ended: 'The agreement has ended',
      licenseTaken: 'AWS has withdrawn the license',
    },
    intro: {
      cancelled: (company: string) => `The agreement with ${company} was cancelled in AWS Marketplace.`,
      expired: (company: string) => `The agreement with ${company} has reached its end.`,
      terminated: (company: string) => `The agreement with ${company} was ended before its term was over.`,
      ended: (company: string) => `The agreement with ${company} has ended.`,
      licenseTaken: (company: string) => `AWS has withdrawn the license of ${company}.`,
    },
    effect:
      'The deal is closed. If access was granted, the account and the product take it back automatically.',
    ask: 'The buyer can no longer use the product, although the agreement still runs. Ask AWS or the buyer for the reason.',
  },
};
