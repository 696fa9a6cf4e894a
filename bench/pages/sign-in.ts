import { people } from '../../local/people.ts';
import { createBrowser } from '../../local/story/browser.ts';
import { messagesIn } from '../../shared/i18n/messages.ts';

/** The Cookie header of somebody who has signed in at the desk, the first of the local people unless another one is named. */
export async function signedIn(
  url: string,
  { email, password }: { email: string; password: string } = people[0],
  address = '10.0.0.1',
): Promise<string> {
  const browser = createBrowser({ language: 'en', headers: { 'x-forwarded-for': address } });
  const { signIn } = messagesIn('en').desk;
  await browser.open(`${url}/desk/sign-in`);
  await browser.press(signIn.submit, { [signIn.email]: email, [signIn.password]: password });
  return browser.cookieFor(`${url}/desk`);
}
