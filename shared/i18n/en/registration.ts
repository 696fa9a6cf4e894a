/** The pages at which buyers arrive from AWS Marketplace, and the way back there. */
export const registration = {
  start: {
    title: 'Set up what you bought on AWS Marketplace',
    what: 'AWS Marketplace brings you to this page after you subscribe. It looks as if you came here directly, so we do not know yet which purchase is yours.',
  },
  expired: {
    title: 'This link from AWS has expired',
    what: 'Links from AWS work for a short time only. Your purchase is safe; you just need a new link, which takes a minute.',
  },
  invalid: {
    title: 'AWS does not recognize this link',
    what: 'It may have been cut off on the way here. Your purchase is safe; please come again from AWS Marketplace.',
  },
  missing: {
    title: 'AWS did not tell us which purchase is yours',
    what: 'Something was missing when AWS Marketplace sent you here. Your purchase is safe; please come again from there.',
  },
  unavailable: {
    title: 'We cannot finish this right now',
    what: 'AWS or our service is not responding at the moment. Your purchase is safe and nothing is lost.',
    wait: 'Wait a minute and reload this page; your browser may ask whether to send the form again, which is fine. If that does not help, come again from AWS Marketplace.',
  },
  unknownProduct: {
    title: 'We do not recognize this product',
    what: 'AWS says that you bought a product which is not set up here. Your purchase is safe. This is ours to solve.',
    next: 'Please write to us with your AWS account ID and the name of the product. We will answer as soon as we can.',
  },
  wayBack: {
    title: 'How to come back',
    signIn: 'Sign in to AWS with the account that bought the product.',
    manage: 'Open AWS Marketplace and choose “Manage subscriptions”.',
    setUp: (products: string) => `Choose ${products} and press “Set up product”.`,
    button: 'Open “Manage subscriptions”',
  },
  support: { before: 'Still not working? Write to ', after: '. We will help you finish.' },
  writeToUs: 'Write to support',
};
