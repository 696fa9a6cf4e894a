export const setUpReminder = {
  absent: {
    subject: (product: string) => `One step left: set up your ${product} account`,
    title: 'One step is left',
    intro: (deal: { product: string; day: string }) =>
      `Thank you for accepting our offer for ${deal.product} on ${deal.day}. Your purchase is not linked to an account yet, so you cannot use it although its term may have begun.`,
  },
  left: {
    subject: (product: string) => `Continue setting up your ${product} account`,
    title: 'Your set-up is not finished',
    intro: (deal: { product: string; day: string }) =>
      `The set-up of your ${deal.product} account was begun, but your purchase of ${deal.day} is not linked to an organization yet, so you cannot use it. Everything that was entered is kept.`,
  },
  preheader: 'It takes about five minutes.',
  manage: 'Open Manage subscriptions',
  resume: 'Continue set-up',
  stepsTitle: { absent: 'How to get there', left: 'If the page does not open, go through AWS' },
  steps: (deal: { account: string; product: string }) => [
    `Sign in to the AWS console with AWS account ${deal.account}.`,
    'Open AWS Marketplace and choose “Manage subscriptions”.',
    `Choose ${deal.product}.`,
    'Press “Set up product” (on some pages: “Set up your account”). It takes you to our page, where you register or sign in.',
  ],
  forward: 'If a colleague should do this, forward this mail.',
};

export const handOver = {
  subject: (deal: { product: string; company: string }) =>
    `Please finish setting up ${deal.product} for ${deal.company}`,
  title: 'A colleague needs your help',
  preheader: 'Choose the organization that AWS bills.',
  opening: (_vendor: string) => '',
  intro: (deal: { product: string; company: string }) =>
    `${deal.company} has bought ${deal.product} through AWS Marketplace. A colleague asks you to finish the set-up, because it takes somebody who may decide which organization is billed.`,
  stepsTitle: 'What to do',
  steps: (email: string) => [
    `Press the button and sign in with ${email}, or register with this address.`,
    'Choose the organization that AWS bills, or create a new one.',
    'Check what changes, and confirm.',
  ],
  button: 'Continue set-up',
  notYou: 'If you do not know about this purchase, please ignore this mail or tell us.',
};

export const confirmation = {
  subject: (product: string) => `${product} is ready: billed through AWS Marketplace`,
  title: 'Everything is set up',
  preheader: (organization: string) => `${organization} is linked to your AWS Marketplace agreement.`,
  intro: {
    user: (link: { organization: string; product: string }) =>
      `${link.organization} is now linked to your AWS Marketplace agreement. You can start using ${link.product}.`,
    signer: (link: { organization: string; product: string; user: string }) =>
      `${link.user} has finished the set-up: ${link.organization} is now linked to the AWS Marketplace agreement that you accepted. There is nothing left for you to do.`,
    /** When support has made the link. */
    moved: (link: { organization: string; product: string }) =>
      `Our support has linked ${link.organization} to your AWS Marketplace agreement, and it can use ${link.product} now. There is nothing left for you to do.`,
  },
  stepsTitle: 'First steps',
  steps: (product: string) => [
    `Open ${product} and sign in.`,
    'Check on the billing page that AWS Marketplace bills your organization.',
    'Invite your colleagues to the organization.',
  ],
  button: (product: string) => `Open ${product}`,
  billing: 'Open the billing page',
  invoices: (product: string) =>
    `AWS invoices by calendar month. The dates on your AWS invoice may therefore differ from those on the usage statements in ${product}.`,
  keep: 'Please keep this mail: with the agreement ID we find your purchase at once.',
};

export const activatedNotice = {
  subject: (deal: { company: string; product: string }) => `Active: ${deal.company}, ${deal.product}`,
  title: 'The deal is active',
  preheader: (organization: string) => `${organization} is linked to AWS billing.`,
  intro: (deal: { company: string; organization: string }) =>
    `${deal.company} has set up its account. ${deal.organization} is linked to AWS billing, and the buyer has the confirmation.`,
  moved: (deal: { company: string; organization: string }) =>
    `Support has linked the purchase of ${deal.company} to ${deal.organization}. AWS bills it from now on, and the buyer has the confirmation.`,
};
