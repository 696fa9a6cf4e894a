import type { Language } from '../../deal/people.ts';
import type { Browser } from './browser.ts';

/** The words of AWS's pages that a buyer presses, as the two procedures name them. */
const words = {
  en: {
    signIn: 'Sign in',
    accountId: 'AWS account ID',
    units: 'Number of units: Committed spend',
    subscribe: 'Subscribe',
    setUpAccount: 'Set up your account',
    setUpProduct: 'Set up product',
  },
  ja: {
    signIn: 'サインイン',
    accountId: 'AWS アカウント ID',
    units: 'ユニット数：Committed spend',
    subscribe: 'サブスクライブ',
    setUpAccount: 'アカウントを設定',
    setUpProduct: '製品を設定',
  },
} satisfies Record<Language, Record<string, string>>;

type Visit = { browser: Browser; language: Language };

/** The buyer in the AWS console, signed in with the account that the offer is made to. */
export async function signInToAws(
  { browser, language }: Visit,
  { url, accountId }: { url: string; accountId: string },
): Promise<void> {
  await browser.open(`${url}/marketplace/sign-in`);
  await browser.press(words[language].signIn, { [words[language].accountId]: accountId });
}

/** Review the offer, set the number of units to 1, Subscribe. */
export async function subscribe({ browser, language }: Visit, offerUrl: string): Promise<void> {
  await browser.open(offerUrl);
  await browser.press(words[language].subscribe, { [words[language].units]: '1' });
}

/** Set up your account: AWS's page posts a registration token to the seller, across sites. */
export async function setUpAccount({ browser, language }: Visit): Promise<void> {
  await browser.press(words[language].setUpAccount);
}

/** The way back, from AWS's list of subscriptions. */
export async function setUpProduct({ browser, language }: Visit, subscriptionsUrl: string): Promise<void> {
  await browser.open(subscriptionsUrl);
  await browser.press(words[language].setUpProduct);
}

/** AWS works in real time, also where business time runs faster; this makes it as quick as it gets. */
export async function hurry(url: string): Promise<void> {
  const answer = await fetch(`${url}/control/settings`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ changeSetDelay: 100, agreementEventDelay: 20, licenseDelay: 50 }),
    signal: AbortSignal.timeout(10_000),
  });
  if (!answer.ok) throw new Error(`The marketplace answers ${answer.status}: ${await answer.text()}`);
}

/** The private offers that AWS holds for an account, beside AWS's APIs. */
export async function offersFor(url: string, accountId: string): Promise<{ id: string; state: string }[]> {
  const answer = await fetch(`${url}/control/offers`, { signal: AbortSignal.timeout(10_000) });
  const offers = (await answer.json()) as { id: string; state: string; buyerAccounts?: string[] }[];
  return offers.filter(({ buyerAccounts }) => buyerAccounts?.includes(accountId));
}
