import type { Browser } from 'playwright-core';
import type { Language } from '../../../deal/people.ts';
import { mailboxAt } from '../../../local/story/mails.ts';
import { messagesIn } from '../../../shared/i18n/messages.ts';
import type { Staff } from '../../../shared/models/staff.ts';
import { type Product, password, startProduct } from '../../support/product.ts';
import { quickHash } from '../../support/quick-hash.ts';
import { startBrowser, type Visitor, visitorWith } from '../visitor.ts';

type Colleague = Pick<Staff, 'email' | 'name' | 'roles'>;
/** `said`: what people say in this story, in whatever words. */
type Seen = { email: string; said: string[] };

/** A bound for days that hang; on a busy machine a browser takes long, and each wait has a bound of its own. */
export const longestDay = 600_000;

export type Days = Awaited<ReturnType<typeof startDays>>;

/** What all days of one file have: the product, with settings of its own, and a browser. */
export async function startDays(settings: Parameters<typeof startProduct>[0] = {}) {
  const [product, browser] = await Promise.all([startProduct(settings), startBrowser()]);
  return {
    product,
    browser,
    mailbox: mailboxAt(product.mailbox.url),
    colleague: (language: Language, person: Colleague) => addColleague(product, language, person),
    atDesk: (language: Language, person: Seen) => comeToDesk({ product, browser }, language, person),
    async stop() {
      await browser.close();
      await product.stop();
    },
  };
}

/** Somebody who works at the desk in a language, and has a password. */
async function addColleague({ db }: Product, language: Language, person: Colleague): Promise<void> {
  const timeZone = language === 'ja' ? 'Asia/Tokyo' : 'UTC';
  const about = { language, timeZone, passwordHash: quickHash(password), active: true };
  await db.staff.create({ ...person, ...about });
}

/** Somebody comes to the desk in the morning. */
async function comeToDesk(
  { product, browser }: { product: Product; browser: Browser },
  language: Language,
  { email, said }: Seen,
): Promise<Visitor> {
  const visitor = await visitorWith(browser, language, { said });
  const { desk } = messagesIn(language);
  await visitor.page.goto(`${product.url}/desk`);
  await visitor.sees(desk.signIn.title);
  await visitor.enter(desk.signIn.email, email);
  await visitor.enter(desk.signIn.password, password);
  await visitor.press(desk.signIn.submit);
  await visitor.sees(desk.home.title);
  return visitor;
}
