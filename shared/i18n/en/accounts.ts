import type { LinkObstacle, OrganizationRole } from '../../accounts/accounts.ts';
import type { PasswordProblem } from '../../accounts/password-rule.ts';

/** Signing in, the verification of an address, organizations and their billing. */
export const accounts = {
  organizations: 'Organizations',
  signOut: 'Sign out',
  fields: {
    accountName: 'Account name',
    email: 'E-mail address',
    password: 'Password',
  },
  problems: {
    required: (label: string) => `Fill in: ${label}.`,
    tooLong: (label: string, limit: number) => `${label}: use at most ${limit} characters.`,
    email: 'Write an e-mail address such as name@example.com.',
    passwordTooShort: (limit: number) => `Use at least ${limit} characters for the password.`,
    passwordTooLong: (limit: number) => `Use at most ${limit} characters for the password.`,
    passwordIsName: () => 'Do not use your name or e-mail address as the password.',
    passwordCommon: () => 'This password is too easy to guess. Choose another one.',
  } satisfies Record<PasswordProblem, (limit: number) => string> & Record<string, unknown>,
  passwordHint: (limit: number) =>
    `At least ${limit} characters. A few words that only you would put together are easy to remember.`,

  signIn: {
    title: 'Sign in',
    button: 'Sign in',
    wrong: 'The e-mail address or the password is not right',
    wrongNext: 'Check both and try again.',
    forgotten: 'Forgotten your password?',
    signedOut: 'You have signed out.',
  },
  forgotten: {
    title: 'Forgotten your password?',
    lead: 'We send you a mail with which you choose a new one. You then go on where you are now.',
    emailHint: 'The address with which you sign in.',
    button: 'Send the mail',
    back: 'Back to sign-in',
  },
  newPassword: {
    title: 'Choose a new password',
    field: 'New password',
    elsewhere: 'You will then be signed in here, and signed out on all other devices.',
    button: 'Save and continue',
    overTitle: 'This link no longer works',
    over: (hours: number) =>
      `It is older than ${hours} hours, has been used, or is not complete. Your account has not been changed by this visit.`,
    overNext:
      'Have a new mail sent; it takes a minute. If you have already chosen a new password with this link, sign in with it.',
    again: 'Ask for a new mail',
  },
  checkMail: {
    title: 'Check your mail',
    sentTo: 'We have sent a mail to this address:',
    next: (hours: number) => `Press the button in the mail to go on. The link is good for ${hours} hours.`,
    notThere: 'No mail?',
    hints: ['Check your spam folder.', 'It can take a few minutes.', 'Check the address for typing errors.'],
    resend: 'Send the mail again',
    resent: 'The mail is on its way again.',
    otherAddress: 'Use another address',
    close: 'You can close this page. The mail brings you back.',
  },
  verify: {
    title: 'Confirm your e-mail address',
    address: 'E-mail address',
    button: 'Confirm this address',
    otherBrowser:
      'You have opened the mail in another browser. Enter the password that you chose when you registered.',
    wrongPassword: 'The password is not right.',
    doneTitle: 'Your e-mail address is confirmed',
    done: 'You can go on where you left off.',
    continue: 'Continue',
    overTitle: 'This link no longer works',
    over: (hours: number) =>
      `It is older than ${hours} hours, has been used, or a newer mail has replaced it.`,
    overNext: 'Sign in with the address and password you registered with. You can then have a new mail sent.',
  },

  roles: { owner: 'Owner', admin: 'Administrator', member: 'Member' } satisfies Record<
    OrganizationRole,
    string
  >,
  withRole: (name: string, role: string) => `${name} (${role})`,
  obstacles: {
    notAllowed: 'You are a member here. Only an owner or administrator can change how it is billed.',
    unpaidInvoice: 'There is an unpaid invoice. Once it is paid, the organization can be chosen.',
    linkedElsewhere:
      'It is already billed through another AWS Marketplace agreement, and can have one only. Support can move or end that link: please write to us.',
  } satisfies Record<LinkObstacle, string>,

  organizationList: {
    empty: 'You do not belong to any organization yet',
    emptyText: 'An organization is created when you set up a purchase from AWS Marketplace.',
    open: (name: string) => `Billing of ${name}`,
    billing: 'Billing',
    signOutEverywhere: 'Sign out on all devices',
  },
  billing: {
    title: 'Billing',
    through: 'Billed through AWS Marketplace',
    throughText: 'AWS sends the invoice. Find it in the AWS console under Billing and Cost Management.',
    endedTitle: 'No longer billed through AWS Marketplace',
    ended: (moment: string) => `The last agreement ended on ${moment}.`,
    noneTitle: 'Not billed through AWS Marketplace',
    none: 'If you have bought on AWS Marketplace, open “Set up product” in the AWS console to link the purchase.',
    former: (number: number) => (number === 1 ? '1 ended agreement' : `${number} ended agreements`),
    states: { active: 'Active', later: 'Begins later', over: 'Term over', ended: 'Ended' },
    agreement: 'Agreement',
    agreementId: 'Agreement ID',
    awsAccountId: 'AWS account',
    term: 'Term',
    termOf: (from: string, to: string) => `${from} – ${to}`,
    openTerm: (from: string) => `From ${from}`,
    amount: 'Amount for the term',
    linkedAt: 'Linked on',
    endedAt: 'Ended on',
    entitlements: 'What is included',
    dimension: 'Item',
    quantity: 'Quantity',
    until: 'Until',
    start: 'Start using the product',
    manage: 'Manage in AWS Marketplace',
    support: 'Support reference',
    supportText: 'Questions about an agreement? Write to us and quote its support reference:',
  },
};
