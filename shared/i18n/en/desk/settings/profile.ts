/** What everybody at the desk sets for himself, and how he comes in for the first time. */
export const profile = {
  title: 'Profile',
  lead: 'How Offerdesk addresses you, what it mails you about, and how you sign in.',
  aboutTitle: 'You',
  emailHint: 'Deals and timelines name you by it, so it stays.',
  rolesBy: 'An admin decides about roles.',
  save: 'Save',
  saved: 'Saved',
  passwordTitle: 'Password',
  current: 'Current password',
  new: 'New password',
  change: 'Change password',
  changed: 'Your password has been changed, and you are signed out everywhere else',
  wrong: 'The current password is not right.',
};

export const invitation = {
  title: 'Welcome to the desk',
  again: 'Choose a new password',
  lead: (vendor: string) =>
    `Choose a password, and you are signed in at the desk where ${vendor} sells on AWS Marketplace.`,
  againLead: 'You are then signed in here, and signed out everywhere else.',
  button: 'Save and sign in',
  overTitle: 'This link no longer works',
  over: 'It has been used, is too old, a newer mail has replaced it, or it is not complete.',
  overNext:
    'Ask an admin of your desk for a new one. If you have chosen a password already, sign in with it.',
  signIn: 'Sign in',
};
