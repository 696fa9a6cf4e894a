/** The words of the desk’s sign-in page. */
export const signIn = {
  title: 'Sign in to the desk',
  email: 'E-mail',
  password: 'Password',
  submit: 'Sign in',
  wrong: 'The e-mail address or password is incorrect. Check both and try again.',
  forgotten:
    'Forgotten your password? Ask an admin of your desk: it takes them one press to mail you a link for a new one.',
};
