import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { mailboxAt } from '../../local/story/mails.ts';
import { messagesIn } from '../../shared/i18n/messages.ts';
import { mailsTo } from '../support/people.ts';
import { type Product, startProduct } from '../support/product.ts';
import { agree, inquire, markDone, propose, signInAtDesk } from './journey.ts';
import { atAws, startBrowser, type Visitor, visitorWith, withPictures } from './visitor.ts';

// A real browser takes long on a busy machine.
jest.setTimeout(180_000);

const words = messagesIn('ja');
const { desk, deal, setup, accounts, mails } = words;

describe('a new customer, in Japanese', () => {
  let product: Product;
  let browser: Browser;
  beforeAll(async () => {
    [product, browser] = await Promise.all([startProduct(), startBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  it('comes from the inquiry page to billing through AWS Marketplace', async () => {
    const buyer = await visitorWith(browser, 'ja');
    const sales = await visitorWith(browser, 'ja');
    const approver = await visitorWith(browser, 'ja');
    await withPictures([buyer, sales, approver], async () => {
      const dealId = await inquire(buyer, { url: product.url, words, asked });
      await negotiate(sales, buyer);
      await approve(approver, dealId);
      await subscribe(buyer);
      await register(buyer);
      await start(buyer);
      await buyer.follow(setup.progress.billing);
      await buyer.sees(accounts.billing.title);
      await buyer.page.getByText(accounts.billing.through).waitFor();
      await buyer.page.getByText('111122223333').waitFor();
      await sales.page.reload();
      await sales.page.getByText(desk.waiting.active).waitFor();
    });
    const received = (await mailsTo(product, hanako.email)).map(({ subject }) => subject);
    expect(received).toHaveLength(5);
    expect(received.at(-1)).toBe(mails.confirmation.subject('Example Cloud'));
  });

  const company = '青空商事株式会社';
  const hanako = { name: '佐藤 花子', email: `${randomUUID()}@aozora.example` };
  const message = 'Example Cloud を 1 年間、AWS Marketplace 経由で購入したいです。';
  const asked = { company, ...hanako, message, awsAccountId: '1111-2222-3333' };
  const mailbox = () => mailboxAt(product.mailbox.url);

  async function signIn(visitor: Visitor, role: string): Promise<void> {
    await signInAtDesk(visitor, { url: product.url, words, role });
    await visitor.follow('日本語');
    await visitor.sees(desk.home.title);
  }

  /** Sales gives a discount that needs an approver. */
  async function negotiate(sales: Visitor, buyer: Visitor): Promise<void> {
    await signIn(sales, 'sales');
    await propose(sales, { words, company, price: '9,000' });
    const proposed = { words, mailbox: mailbox(), email: hanako.email, product: 'Example Cloud' };
    await agree(buyer, { ...proposed, name: hanako.name, total: '$9,000.00' });
    await markDone(sales, { words, name: hanako.name });
    await sales.page.getByText(desk.waiting.approving).waitFor();
  }

  async function approve(approver: Visitor, dealId: string): Promise<void> {
    const { page, sees, press } = approver;
    await signIn(approver, 'approver');
    await page.goto(`${product.url}/desk/deals/${dealId}`);
    await sees(company);
    await page.getByText(desk.approveConfirmed('$9,000.00')).click();
    await press(deal.actions.approveOffer);
    await page.getByText(desk.waiting.offered).waitFor();
  }

  /** In the AWS console: units 1, サブスクライブ, アカウントを設定. */
  async function subscribe({ page, sees, press }: Visitor): Promise<void> {
    const offer = await mailbox().linkInMail({ to: hanako.email, link: mails.offer.button });
    await page.goto(atAws(offer));
    await sees('404：ページが見つかりません');
    await page.getByRole('main').getByRole('link', { name: 'サインイン' }).click();
    await sees('AWS アカウントにサインイン');
    await press(/^111122223333/);
    await sees('プライベートオファーの確認');
    await page.getByLabel('ユニット数：Committed spend').selectOption('1');
    await press('サブスクライブ');
    await sees('サブスクリプションが完了しました');
    await press('アカウントを設定');
    await sees('AWS Marketplace 経由 新規登録');
  }

  async function register({ page, sees, enter, press }: Visitor): Promise<void> {
    await enter(accounts.fields.accountName, hanako.name);
    await enter(accounts.fields.email, hanako.email);
    await enter(accounts.fields.password, 'three quiet rivers at dawn');
    await press(setup.register.button);
    await sees(accounts.checkMail.title);
    const link = await mailbox().linkInMail({ to: hanako.email, link: mails.emailVerification.button });
    await page.goto(link);
    await sees(accounts.verify.title);
    await press(accounts.verify.button);
  }

  async function start({ page, sees, enter, press }: Visitor): Promise<void> {
    await sees(setup.business.title1);
    await enter(setup.business.companyName, company);
    await page.getByLabel(setup.business.country).selectOption('JP');
    await press(setup.business.continue);
    await sees(setup.business.title2);
    await enter(setup.business.jobTitle, '情報システム部');
    await page.getByLabel(setup.business.teamSize).selectOption('2-10');
    await press(setup.business.continue);
    await sees(setup.organization.title);
    await press('このアカウントで利用を開始する');
    await sees(setup.progress.doneTitle);
  }
});
