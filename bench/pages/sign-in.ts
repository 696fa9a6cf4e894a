import { people } from '../../local/people.ts';
import { createBrowser } from '../../local/story/browser.ts';
import { messagesIn } from '../../shared/i18n/messages.ts';

/** The Cookie header of somebody who is signed in at the desk. */
export async function signedIn(url: string): Promise<string> {
  const browser = createBrowser({ language: 'en' });
  const { signIn } = messagesIn('en').desk;
  const { email, password } = people[0];
  await browser.open(`${url}/desk/sign-in`);
  await browser.press(signIn.submit, { [signIn.email]: email, [signIn.password]: password });
  return browser.cookieFor(`${url}/desk`);
}
