import { afterAll, beforeAll, jest } from '@jest/globals';
import type { Browser } from 'playwright-core';
import type { Language } from '../../../deal/people.ts';
import { mailboxAt } from '../../../local/story/mails.ts';
import { messagesIn } from '../../../shared/i18n/messages.ts';
import type { Staff } from '../../../shared/models/staff.ts';
import { type Product, password, startProduct } from '../../support/product.ts';
import { quickHash } from '../../support/quick-hash.ts';
import { startBrowser, type Visitor, visitorWith } from '../visitor.ts';

type Colleague = Pick<Staff, 'email' | 'name' | 'roles'>;

/** What all days of one file have: the product, with what the test changes of its settings, and a browser. */
export function startDays(settings: () => Promise<Parameters<typeof startProduct>[0]> = async () => ({})) {
  // A bound for days that hang; a real browser takes long on a busy machine, and each wait has a bound of its own.
  jest.setTimeout(600_000);
  let product: Product;
  let browser: Browser;
  beforeAll(async () => {
    [product, browser] = await Promise.all([settings().then(startProduct), startBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });
  return {
    product: () => product,
    browser: () => browser,
    mailbox: () => mailboxAt(product.mailbox.url),
    /** Somebody who works at the desk in a language, and has a password. */
    async colleague(language: Language, person: Colleague): Promise<void> {
      const timeZone = language === 'ja' ? 'Asia/Tokyo' : 'UTC';
      const about = { language, timeZone, passwordHash: quickHash(password), active: true };
      await product.db.staff.create({ ...person, ...about });
    },
    /** Somebody comes to the desk in the morning. */
    async atDesk(language: Language, { email, said }: { email: string; said: string[] }): Promise<Visitor> {
      const visitor = await visitorWith(browser, language, { said });
      const { desk } = messagesIn(language);
      await visitor.page.goto(`${product.url}/desk`);
      await visitor.sees(desk.signIn.title);
      await visitor.enter(desk.signIn.email, email);
      await visitor.enter(desk.signIn.password, password);
      await visitor.press(desk.signIn.submit);
      await visitor.sees(desk.home.title);
      return visitor;
    },
  };
}

export type Days = ReturnType<typeof startDays>;
