import type { TeamSize } from '../../accounts/accounts.ts';

/** The buyer's account set-up, from the arrival from AWS to the linked organization. */
export const setup = {
  steps: {
    label: 'Steps of the set-up',
    account: 'Account',
    business: 'Your business',
    organization: 'Organization',
    start: 'Start',
  },
  purchase: (product: string, awsAccountId: string) =>
    `Purchase of ${product} by AWS account ${awsAccountId}`,
  safe: 'Your purchase is safe. You can leave at any time and come back to this page.',
  notYours: 'Not the right person for this?',
  handOverLink: 'Hand the set-up over to a colleague',

  register: {
    title: 'Register through AWS Marketplace',
    lead: 'Create an account to start using what you have bought.',
    button: 'Register',
    accountNameHint: 'Your own name, or how your colleagues know you.',
    emailHint: 'We will send a mail to this address to confirm it.',
    signIn: 'Already registered? Sign in here',
  },
  signIn: {
    title: 'Sign in through AWS Marketplace',
    register: 'No account yet? Register here',
  },

  business: {
    title1: 'About your company',
    title2: 'About you',
    lead: 'Two short forms, so that we can help you with the right things.',
    companyName: 'Company name',
    country: 'Country or region',
    chooseCountry: 'Choose a country',
    unknownCountry: 'Choose a country or region from the list.',
    phone: 'Phone number',
    phoneProblem: 'Enter a phone number such as +1 206 555 0100.',
    jobTitle: 'Job title',
    teamSize: 'How many people will use it',
    chooseTeamSize: 'Choose a number of people',
    noTeamSize: 'Choose how many people will use it.',
    teamSizes: {
      '1': 'Only me',
      '2-10': '2 to 10',
      '11-50': '11 to 50',
      '51-200': '51 to 200',
      '201+': 'More than 200',
    } satisfies Record<TeamSize, string> as Record<TeamSize, string>,
    purpose: 'What you want to do first',
    continue: 'Continue',
    back: 'Back',
  },

  organization: {
    title: 'Choose the organization to be billed',
    lead: 'From now on this organization is billed through your AWS account.',
    question: 'Organization',
    name: 'Name',
    role: 'Your role',
    required: 'Choose an organization.',
    newOne: 'Create a new organization',
    newName: 'Name of the new organization',
    newNameRequired: 'Enter a name for the new organization.',
    cannot: 'This organization cannot be chosen.',
    returning: 'It was billed through AWS Marketplace before. Welcome back.',
    billed: 'Another AWS Marketplace agreement bills it already. This purchase is added beside it.',
    unlinked: (organization: string) => `The purchase is no longer linked to ${organization}`,
    unlinkedText:
      'Our support has ended the link, as we wrote by mail. Choose the organization that the purchase is for.',
    askOwner: 'Hand over to an owner',
    changes: 'What changes',
    change: {
      billing: 'Billing',
      billingText: (awsAccountId: string) =>
        `Through AWS Marketplace, to AWS account ${awsAccountId}. You do not need to enter payment details.`,
      plan: 'Plan',
      planText: (product: string, months: number) =>
        months === 1 ? `${product}, 1 month` : `${product}, ${months} months`,
      credit: 'Prepaid credit',
      creditText: 'Can be used by this organization only. It is not shared with other organizations.',
      later: 'Changing it later',
      laterText: 'Each purchase is linked to one organization. To move it later, contact support.',
    },
    button: 'Start using this account',
  },

  handOver: {
    title: 'Hand the set-up over',
    lead: 'A colleague can finish the set-up. The purchase stays as it is.',
    name: 'Name of your colleague',
    email: 'E-mail address of your colleague',
    button: 'Send the mail',
    back: 'Back to the set-up',
    doneTitle: 'The set-up is handed over',
    done: 'We have written to these people. They need to sign in or register with exactly this address:',
    notSentTitle: 'These people may now open the set-up',
    notSent:
      'AWS has not told us everything about the purchase yet, so we could not write to them. Please send them this link. They need to sign in or register with exactly this address:',
    link: 'Link to the set-up',
  },

  progress: {
    title: 'We are preparing your organization',
    doneTitle: 'Everything is ready',
    steps: 'Progress',
    lead: 'This usually takes a few minutes. You can close this page; we will write to you when everything is ready.',
    chosen: (organization: string) => `Organization: ${organization}`,
    purchase: 'Purchase confirmed by AWS',
    license: 'License received from AWS',
    entitlements: 'Entitlements read',
    organization: 'Organization linked to AWS billing',
    product: 'Product ready',
    waitingForPurchase: 'AWS confirms it automatically, usually within five minutes.',
    waitingForLicense: 'AWS sends the license shortly after the confirmation.',
    done: (organization: string) => `${organization} is billed through AWS Marketplace.`,
    mailed: 'A confirmation with all the details has been sent by mail.',
    billing: 'See billing',
    start: 'Start using the product',
    stuckTitle: 'This is taking longer than usual',
    stuck:
      'Our team has been notified and is looking into it. Nothing is lost, and there is nothing you need to do. We will write to you as soon as it continues.',
    takenTitle: 'This organization is already billed through another agreement',
    taken:
      'Please choose another organization or make a new one, or write to support, who can make room. Nothing is lost.',
    refusedTitle: 'The organization could not be linked',
    chooseAgain: 'Choose another organization',
    closedTitle: 'This purchase is closed',
    closed: 'It can no longer be set up. If you did not expect this, write to support.',
    support: 'Questions? Write to support and quote this reference:',
  },
};
