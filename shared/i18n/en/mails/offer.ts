export const offer = {
  subject: (offer: { product: string; day: string }) =>
    `Your offer for ${offer.product}: accept by ${offer.day}`,
  title: 'Your private offer is ready',
  preheader: (offer: { total: string; accounts: string }) =>
    `${offer.total}, for AWS account ${offer.accounts}`,
  intro: (product: string) =>
    `Your private offer for ${product} is waiting in AWS Marketplace. Please check the details below and accept it in time.`,
  asked: (contact: string) =>
    `${contact} asked us for this offer. You get it because you are named as the person who accepts it.`,
  replaces: (offerId: string) =>
    `This offer replaces the earlier offer ${offerId}. Please use only this one.`,
  button: 'Review Offer',
  page: 'On your deal page you can ask for a change or for more time, forward the offer to a colleague, or decline it:',
  pageLink: 'Open your deal page',
  stepsTitle: 'How to accept',
  signIn: (accounts: string) =>
    `Sign in to the AWS console with AWS account ${accounts}. Then press “Review Offer” above.`,
  units: {
    one: (units: number) => `In the contract options, set the number of units to ${units}.`,
    each: (items: { label: string; units: number }[]) =>
      `In the contract options, set the number of units: ${items.map(item => `${item.label} to ${item.units}`).join(', ')}.`,
  },
  subscribe: 'Check the terms and press “Subscribe”.',
  setUp: (product: string) =>
    `Press “Set up your account”. Only this step links your purchase to ${product}, so please do not leave it out.`,
  permissionsTitle: 'Permissions you need',
  permissions: (policy: string) =>
    `Your AWS user or role needs the AWS managed policy ${policy}, or at least these actions:`,
  administrator:
    'If you do not have them, forward this mail to your AWS administrator. If your company runs a Private Marketplace, the administrator must allow the product there first.',
  notFoundTitle: 'If AWS shows “404 – page not found”',
  notFound: (accounts: string) =>
    `The offer is still there. AWS shows a 404 when you are not signed in, or signed in to another account: only AWS account ${accounts} can see this offer.`,
  switchAccount:
    'Sign out of AWS, sign in to that account, and open the link again. With IAM Identity Center, choose the account in your AWS access portal first.',
};

/** To whoever asked for the offer, when somebody else accepts it. */
export const offerForContact = {
  subject: (offer: { product: string; day: string }) =>
    `The ${offer.product} offer you asked for: accept by ${offer.day}`,
  title: 'The private offer you asked for is ready',
  intro: (offer: { product: string; signer: string }) =>
    `The private offer for ${offer.product} that you asked us for is waiting in AWS Marketplace. We have sent ${offer.signer} everything that is needed to accept it.`,
  page: (signer: string) =>
    `You share one deal page with ${signer}. There you can follow the offer, ask for a change or for more time, forward it to a colleague, or decline it.`,
  extended: (offer: { product: string; signer: string; moment: string }) =>
    `We have extended the private offer for ${offer.product} that you asked us for. ${offer.signer} can now accept it until ${offer.moment}. Everything else stays as it was.`,
};

export const offerUnread = {
  subject: (company: string) => `Not opened yet: offer for ${company}`,
  title: 'This offer may not have been seen',
  preheader: (moment: string) => `Mailed on ${moment}, and not opened since.`,
  intro: (unread: { company: string; signer: string; email: string; moment: string }) =>
    `The offer for ${unread.company} was mailed to ${unread.signer} (${unread.email}) on ${unread.moment}. The deal page that the mail leads to has not been opened since.`,
  hint: (unread: { signer: string; contact?: string }) =>
    `Call or write to ${unread.signer}${unread.contact ? `, or ask ${unread.contact}` : ''}: the mail may lie in a spam folder. If the address is wrong, press “Change contact” in the deal, and send the offer again.`,
};

export const offerExtended = {
  subject: (offer: { product: string; day: string }) =>
    `More time for your ${offer.product} offer: until ${offer.day}`,
  title: 'You have more time',
  preheader: 'Everything else in the offer stays as it was.',
  intro: (offer: { product: string; moment: string }) =>
    `We have extended your private offer for ${offer.product}. You can now accept it until ${offer.moment}. Everything else stays as it was.`,
};
