export const emailVerification = {
  subject: (vendor: string) => `Confirm your e-mail address for ${vendor}`,
  title: 'Confirm your e-mail address',
  preheader: (moment: string) => `The link works until ${moment}.`,
  opening: (_vendor: string) => '',
  intro: 'One press, and your address is confirmed. You then continue where you left off.',
  button: 'Confirm e-mail address',
  validity: (moment: string) =>
    `The link works until ${moment}. After that you can ask for a new one on the sign-in page.`,
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

export const passwordReset = {
  subject: (vendor: string) => `Choose a new password for ${vendor}`,
  title: 'Choose a new password',
  preheader: (hours: number) => `The link works once, within ${hours} hours.`,
  opening: (_vendor: string) => '',
  intro:
    'You have asked for a new password. Press the button and choose one. You are then signed in and continue where you left off.',
  button: 'Choose a new password',
  validity: (hours: number, moment: string) =>
    `The link works once, within ${hours} hours: until ${moment}. After that you can ask for a new one on the sign-in page.`,
  notYou:
    'You did not ask for it? Then please ignore this mail: your password stays as it is. Never pass the link on, since whoever has it can open your account.',
};

export const noAccount = {
  subject: (vendor: string) => `No account with ${vendor} for this address`,
  title: 'There is no account for this address',
  preheader: 'Try another address, or register.',
  opening: (_vendor: string) => '',
  intro: (email: string) =>
    `Somebody, probably you, asked for a new password for ${email}. No account belongs to this address.`,
  next: 'You may have registered with another address: please try that one. If you have no account yet, you can register when you set up your purchase from AWS Marketplace. Your purchase is safe.',
  button: 'Open the sign-in page',
  notYou: 'If it was not you, there is nothing to do.',
};

export const passwordChanged = {
  subject: (vendor: string) => `Your password for ${vendor} has been changed`,
  title: 'Your password has been changed',
  preheader: (moment: string) => `It was changed on ${moment}.`,
  opening: (_vendor: string) => '',
  intro: (moment: string) =>
    `The password of your account was changed on ${moment}, with a link that we had sent to this address. All sign-ins with the old password have been ended.`,
  next: 'If it was you, there is nothing to do.',
  notYou: (support: string) =>
    `It was not you? Then somebody may be reading your mail. First change the password of your mailbox, then ask for a new password for your account. Please also write to ${support}, so that we can help.`,
  button: 'Ask for a new password',
};

/** To staff: the first way in. */
export const staffInvited = {
  subject: (vendor: string) => `You are invited to the desk of ${vendor}`,
  title: 'You are invited to the desk',
  preheader: (days: number) => `The link works once, within ${days} days.`,
  intro: (by: string, vendor: string) =>
    `${by} has invited you to Offerdesk, where ${vendor} looks after its private offers on AWS Marketplace. Press the button, choose a password, and you are in.`,
  button: 'Choose a password',
  validity: (days: number, moment: string) =>
    `The link works once, within ${days} days: until ${moment}. After that, ask for a new invitation.`,
  notYou:
    'You did not expect this? Then please ignore this mail. Never pass the link on, since whoever has it signs in as you.',
};

/** To staff: the way back in. */
export const staffPassword: typeof staffInvited = {
  ...staffInvited,
  subject: vendor => `Choose a new password for the desk of ${vendor}`,
  title: 'Choose a new password',
  intro: by =>
    `${by} has sent you this link for a new password for Offerdesk. Press the button and choose one. You are then signed in, and signed out everywhere else.`,
  button: 'Choose a new password',
  validity: (days, moment) =>
    `The link works once, within ${days} days: until ${moment}. Your old password works until you have chosen a new one.`,
};
