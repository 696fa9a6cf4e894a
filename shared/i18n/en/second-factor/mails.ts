/** To staff, when somebody else has taken away what guards the sign-in. */
export const secondFactorReset = {
  subject: (vendor: string) => `Your second factor for the desk of ${vendor} has been reset`,
  title: 'Your second factor has been reset',
  preheader: (moment: string) => `It was reset on ${moment}.`,
  intro: (by: string, moment: string) =>
    `${by} has reset the second factor of your sign-in at the desk on ${moment}, and you have been signed out everywhere. Until you set up a new one, your password alone lets you in.`,
  next: 'If you asked for it: sign in, and set up your app again on your profile.',
  notYou:
    'You did not ask for it? Then change your password now, and tell your admins, best by telephone: somebody may be trying to come in as you.',
  button: 'Open my profile',
};

/** To staff, after a recovery code has stood for the app. */
export const recoveryCodeUsed = {
  subject: (vendor: string) => `A recovery code of yours was used at the desk of ${vendor}`,
  title: 'One of your recovery codes was used',
  preheader: (moment: string) => `It was used on ${moment}.`,
  intro: (moment: string, left: number) =>
    `On ${moment}, one of your recovery codes was taken in place of a code of your app. ${codesLeft(left)}`,
  next: 'If it was you: make new codes on your profile before they run out. If your telephone is gone, ask an admin to reset the second factor, and set it up anew.',
  notYou:
    'It was not you? Then somebody knows your password and one of your codes. Change your password on your profile, which ends all other sign-ins, make new recovery codes, and tell your admins.',
  button: 'Open my profile',
};

function codesLeft(left: number): string {
  if (left === 0) return 'None is left.';
  return left === 1 ? 'One is left.' : `${left} are left.`;
}
