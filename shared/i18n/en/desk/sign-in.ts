/** The words of the desk’s sign-in page. */
export const signIn = {
  title: 'Sign in to the desk',
  email: 'E-mail',
  password: 'Password',
  submit: 'Sign in',
  wrong: 'The e-mail address or password is incorrect. Check both and try again.',
  withProvider: (name: string) => `Sign in with ${name}`,
  organization: 'your organization',
  or: 'or with a password',
  refused: {
    away: 'The sign-in of your organization cannot be reached. Try again in a moment, or use a password.',
    notGiven: 'The sign-in of your organization did not let you in. Try again.',
    tooOld: 'This sign-in was begun too long ago, or in another browser. Try again.',
    stranger:
      'Nobody with this account works at the desk. Ask an admin of your desk to invite its e-mail address.',
    noRole: 'Your account is in none of the groups that work at the desk. Ask whoever looks after them.',
  },
  forgotten:
    'Forgotten your password? Ask an admin of your desk: it takes them one press to mail you a link for a new one.',
};
