export const emailVerification = {
  subject: (vendor: string) => `Confirm your e-mail address for ${vendor}`,
  title: 'Confirm your e-mail address',
  preheader: (moment: string) => `The link is good until ${moment}.`,
  opening: (_vendor: string) => '',
  intro: 'One press, and your address is confirmed. You then continue where you left off.',
  button: 'Confirm e-mail address',
  validity: (moment: string) =>
    `The link is good until ${moment}. After that you can ask for a new one on the sign-in page.`,
  notYou: 'You did not register? Then please ignore this mail: no account is used without this step.',
};

export const verificationReminder = {
  ...emailVerification,
  subject: (vendor: string) => `Reminder: confirm your e-mail address for ${vendor}`,
  title: 'Your e-mail address is not confirmed yet',
  intro:
    'You registered, and one step is left. Press the button, and your address is confirmed. You then continue where you left off.',
};

export const accountExists = {
  subject: (vendor: string) => `You already have an account with ${vendor}`,
  title: 'You already have an account',
  preheader: 'Please sign in instead of registering.',
  opening: (_vendor: string) => '',
  intro:
    'Somebody has just tried to register with this e-mail address, but it already belongs to an account. If it was you, please sign in instead.',
  button: 'Sign in',
  notYou: 'If it was not you, there is nothing to do. Your account has not been changed.',
};
