export const paymentFailed = {
  buyer: {
    subject: (product: string) => `Your payment for ${product} did not go through`,
    title: 'Your payment did not go through',
    intro: {
      signer: (deal: { product: string; signer: string }) =>
        `AWS could not collect the payment for ${deal.product}, and has therefore cancelled the agreement that you accepted.`,
      other: (deal: { product: string; signer: string }) =>
        `AWS could not collect the payment for ${deal.product}, and has therefore cancelled the agreement that ${deal.signer} accepted.`,
    },
    effect: (product: string) =>
      `${product} cannot be used at the moment, and the cancelled offer cannot be accepted again.`,
    causesTitle: 'Please check in AWS',
    causes: {
      method: (account: string) =>
        `Payment method: has AWS account ${account} a valid default payment method, whose limit covers the amount? You find it in the AWS console under “Billing and Cost Management”, “Payment preferences”.`,
      region:
        'Region: is the payment method accepted in the country of the account, and is the billing address complete?',
      currency: (currency: string) =>
        `Currency: can the payment method be charged in ${currency}? Some cards and bank transfers work in one currency only.`,
    },
    next: 'Once this is settled, reply to this mail, and we will send you a new offer.',
  },
  owner: {
    subject: (deal: { company: string; product: string }) =>
      `Payment failed: ${deal.company}, ${deal.product}`,
    title: 'The buyer’s payment failed',
    intro: (company: string) =>
      `AWS could not collect the payment from ${company}, and has therefore cancelled the agreement.`,
    effect:
      'The buyer has been told to check payment method, region and currency. If access was granted, the account and the product take it back automatically.',
    next: 'Help the buyer to settle this, then make a new offer.',
  },
};
