const again = (_account: string) =>
  'Would you like to continue? Reply to this mail, and we will prepare a new offer.';

export const accessEnded = {
  buyer: {
    subject: {
      cancelled: (product: string) => `Your ${product} agreement has been cancelled`,
      expired: (product: string) => `Your ${product} agreement has ended`,
      terminated: (product: string) => `Your ${product} agreement has been terminated`,
      paymentFailed: (product: string) => `Payment failed: your ${product} access has ended`,
      ended: (product: string) => `Your ${product} agreement has ended`,
      licenseTaken: (product: string) => `Your ${product} access has ended`,
    },
    title: {
      cancelled: 'Your agreement has been cancelled',
      expired: 'Your agreement has ended',
      terminated: 'Your agreement has been terminated',
      paymentFailed: 'Your payment did not go through',
      ended: 'Your agreement has ended',
      licenseTaken: 'Your access has ended',
    },
    intro: {
      cancelled: (product: string) =>
        `Your AWS Marketplace agreement for ${product} has been cancelled. Thank you for having used it.`,
      expired: (product: string) =>
        `The term of your AWS Marketplace agreement for ${product} is over. Thank you for having used it.`,
      terminated: (product: string) =>
        `Your AWS Marketplace agreement for ${product} was ended before its term was over.`,
      paymentFailed: (product: string) =>
        `AWS could not collect the payment for ${product} and has therefore ended your agreement.`,
      ended: (product: string) => `Your AWS Marketplace agreement for ${product} has ended.`,
      licenseTaken: (product: string) => `AWS Marketplace has withdrawn your license for ${product}.`,
    },
    effect: (organization: string) =>
      `${organization} is no longer linked to AWS Marketplace billing, and what came with the agreement can no longer be used.`,
    /** To the signer, when somebody else uses the product. */
    alsoTold: (user: string) => `${user}, who set up the account, has been told as well.`,
    next: {
      cancelled: again,
      expired: again,
      terminated: again,
      paymentFailed: (account: string) =>
        `Please check the payment method of AWS account ${account}, or have it checked, then reply to this mail. We will prepare a new offer for you.`,
      ended: again,
      licenseTaken: (_account: string) =>
        'If you did not expect this, reply to this mail. We will find out what has happened.',
    },
  },
  owner: {
    subject: {
      cancelled: (deal: { company: string; product: string }) =>
        `Cancelled: ${deal.company}, ${deal.product}`,
      expired: (deal: { company: string; product: string }) => `Term over: ${deal.company}, ${deal.product}`,
      terminated: (deal: { company: string; product: string }) =>
        `Terminated: ${deal.company}, ${deal.product}`,
      paymentFailed: (deal: { company: string; product: string }) =>
        `Payment failed: ${deal.company}, ${deal.product}`,
      ended: (deal: { company: string; product: string }) => `Ended: ${deal.company}, ${deal.product}`,
      licenseTaken: (deal: { company: string; product: string }) =>
        `License withdrawn: ${deal.company}, ${deal.product}`,
    },
    title: {
      cancelled: 'The agreement was cancelled',
      expired: 'The term is over',
      terminated: 'The agreement was terminated',
      paymentFailed: 'The buyer’s payment failed',
      ended: 'The agreement has ended',
      licenseTaken: 'AWS has withdrawn the license',
    },
    intro: {
      cancelled: (company: string) => `The agreement with ${company} was cancelled in AWS Marketplace.`,
      expired: (company: string) => `The agreement with ${company} has reached its end.`,
      terminated: (company: string) => `The agreement with ${company} was ended before its term was over.`,
      paymentFailed: (company: string) =>
        `AWS could not collect the payment from ${company} and has therefore ended the agreement.`,
      ended: (company: string) => `The agreement with ${company} has ended.`,
      licenseTaken: (company: string) => `AWS has withdrawn the license of ${company}.`,
    },
    effect:
      'The deal is closed. If anything was granted, the account and the product take it back by themselves.',
    ask: 'The buyer can no longer use the product, although the agreement still runs. Ask AWS or the buyer for the reason.',
  },
};
