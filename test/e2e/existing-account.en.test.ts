import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { mailboxAt } from '../../local/story/mails.ts';
import { messagesIn } from '../../shared/i18n/messages.ts';
import { membershipId } from '../../shared/models/accounts/membership.ts';
import { agreeOn, settled } from '../support/deals.ts';
import { dealWhich, mailsTo, reaches } from '../support/people.ts';
import { type Product, startProduct } from '../support/product.ts';
import { inquire } from './journey.ts';
import { atAws, startBrowser, type Visitor, visitorWith, withPictures } from './visitor.ts';

// A real browser takes long on a busy machine.

const words = messagesIn('en');
const { inquiry, setup, accounts, mails } = words;

describe('an existing customer, in English', () => {
  let product: Product;
  let browser: Browser;
  beforeAll(async () => {
    [product, browser] = await Promise.all([startProduct(), startBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  it('chooses a new password and has one of several organizations billed through AWS Marketplace', async () => {
    const buyer = await visitorWith(browser, 'en');
    await prepareOlivia();
    await withPictures([buyer], async () => {
      const dealId = await inquire(buyer, { url: product.url, words, asked });
      await dealWhich(product, dealId, Boolean);
      await agreeOn(product, dealId, { signer, buyerAwsAccountIds: ['444455556666'] });
      await subscribe(buyer);
      await signInWrongly(buyer);
      await chooseNewPassword(buyer);
      await choose(buyer);
      await buyer.follow(setup.progress.billing);
      await buyer.sees(accounts.billing.title);
      await buyer.page.getByText(accounts.billing.through).waitFor();
      await buyer.page.getByText('Harbor Production').first().waitFor();
      await reaches(product, dealId, 'active');
      await settled(product, dealId);
    });
    const received = (await mailsTo(product, olivia.email)).map(({ subject }) => subject);
    expect(received).toHaveLength(5);
    expect(received.at(-1)).toBe(mails.confirmation.subject('Example Cloud'));
  });

  it('fills in the inquiry page with the keyboard alone', async () => {
    const visitor = await visitorWith(browser, 'en');
    await withPictures([visitor], async () => {
      const { page, sees } = visitor;
      await page.goto(`${product.url}/inquiry`);
      await sees(inquiry.title);
      await moveTo(visitor, inquiry.send);
      await page.keyboard.press('Enter');
      await sees(inquiry.title);
      await moveTo(visitor, inquiry.problems.company);
      await page.keyboard.press('Enter');
      expect(await focused(visitor)).toContain(inquiry.company);
      await page.keyboard.type('Keyboard Only Ltd.');
      await moveTo(visitor, inquiry.name);
      await page.keyboard.type('Kim Keys');
      await moveTo(visitor, inquiry.email);
      await page.keyboard.type('kim@keys.example');
      await moveTo(visitor, inquiry.message);
      await page.keyboard.type('Example Cloud for a year, please.');
      await moveTo(visitor, inquiry.send);
      await page.keyboard.press('Space');
      await sees(inquiry.sent.title);
    });
  });

  const olivia = { name: 'Olivia Reed', email: `${randomUUID()}@harbor.example` };
  const password = 'three quiet rivers at dawn';
  const company = 'Harbor Lights Ltd.';
  const message = 'We use Example Cloud already and would like to pay through AWS.';
  const asked = { company, ...olivia, message };
  const signer = { ...olivia, language: 'en', timeZone: 'America/New_York' } as const;

  /** She owns three organizations, of which one has an unpaid invoice, and is a member of a fourth. */
  async function prepareOlivia(): Promise<void> {
    const { deps, db } = product;
    const person = { accountName: olivia.name, email: olivia.email, password };
    const { user } = await deps.accounts.signUp({
      ...{ ...person, language: 'en', timeZone: 'America/New_York', idempotencyKey: randomUUID() },
    });
    const { userId } = user;
    await deps.accounts.markEmailVerified(userId);
    const profile = { companyName: company, country: 'US', jobTitle: 'IT', teamSize: '11-50' } as const;
    await deps.accounts.saveProfile(userId, profile);
    const organization = async (name: string, ownerId: string) =>
      (await deps.accounts.createOrganization({ name, ownerId, idempotencyKey: randomUUID() }))
        .organizationId;
    await organization('Harbor Archive', userId);
    await organization('Harbor Production', userId);
    const unpaid = await organization('Harbor Research', userId);
    await db.organizations.updateOne({ _id: unpaid }, { unpaidInvoice: true });
    const others = await organization('Harbor Holding', 'somebody-else');
    const membership = { organizationId: others, userId, role: 'member' as const };
    await db.memberships.create({ _id: membershipId(others, userId), ...membership });
  }

  async function subscribe({ page, sees, press }: Visitor): Promise<void> {
    await page.goto(atAws(`${product.emulator.url}/marketplace/sign-in`));
    await sees('Sign in to an AWS account');
    await press(/^444455556666/);
    await sees('Private offers');
    const mailbox = mailboxAt(product.mailbox.url);
    await page.goto(atAws(await mailbox.linkInMail({ to: olivia.email, link: mails.offer.button })));
    await sees('Review your private offer');
    await press('Subscribe');
    await page.getByRole('alert').waitFor();
    await page.getByLabel('Number of units: Committed spend').selectOption('1');
    await press('Subscribe');
    await sees('Thank you for subscribing');
    await press('Set up your account');
    await sees('Register through AWS Marketplace');
  }

  async function signInWrongly({ page, sees, enter, press, follow }: Visitor): Promise<void> {
    await follow('Already registered? Sign in here');
    await sees(setup.signIn.title);
    await enter(accounts.fields.email, olivia.email);
    await enter(accounts.fields.password, 'not what she chose then');
    await press(accounts.signIn.button);
    await page.getByText(accounts.signIn.wrong).waitFor();
    await sees(setup.signIn.title);
  }

  /** She looks back once on the way, which must not lead to a page that the browser cannot show. */
  async function chooseNewPassword({ page, sees, enter, press, follow }: Visitor): Promise<void> {
    await follow(accounts.signIn.forgotten);
    await sees(accounts.forgotten.title);
    await page.goBack();
    await sees(setup.signIn.title);
    await follow(accounts.signIn.forgotten);
    await sees(accounts.forgotten.title);
    await enter(accounts.fields.email, olivia.email);
    await press(accounts.forgotten.button);
    await sees(accounts.checkMail.title);
    const link = mails.passwordReset.button;
    await page.goto(await mailboxAt(product.mailbox.url).linkInMail({ to: olivia.email, link }));
    await sees(accounts.newPassword.title);
    await enter(accounts.newPassword.field, 'short');
    await press(accounts.newPassword.button);
    await page.getByRole('link', { name: accounts.problems.passwordTooShort(12) }).waitFor();
    await enter(accounts.newPassword.field, 'a new secret for the harbor');
    await press(accounts.newPassword.button);
  }

  async function choose({ page, sees, press }: Visitor): Promise<void> {
    await sees(setup.organization.title);
    expect(await page.getByRole('radio', { name: /^Harbor Holding/ }).isDisabled()).toBe(true);
    await page.getByText(accounts.obstacles.notAllowed).waitFor();
    expect(await page.getByRole('radio', { name: /^Harbor Research/ }).isDisabled()).toBe(true);
    await page.getByText(accounts.obstacles.unpaidInvoice).waitFor();
    await page.getByText(/^Harbor Production/).click();
    expect(await page.getByRole('radio', { name: /^Harbor Production/ }).isChecked()).toBe(true);
    await press('Start using this account');
    await sees(setup.progress.doneTitle);
  }

  /** Presses Tab until the focus is on something with these words. */
  async function moveTo(visitor: Visitor, words: string): Promise<void> {
    for (let presses = 0; presses < 30; presses += 1) {
      await visitor.page.keyboard.press('Tab');
      if ((await focused(visitor)).includes(words)) return;
    }
    throw new Error(`The keyboard does not reach “${words}”.`);
  }

  /** The words of what has the focus. */
  const focused = ({ page }: Visitor): Promise<string> =>
    page.evaluate(() => {
      const { activeElement } = document;
      const labels = activeElement instanceof HTMLElement && 'labels' in activeElement;
      const [label] = labels ? ((activeElement as HTMLInputElement).labels ?? []) : [];
      return (label ?? activeElement)?.textContent?.trim() ?? '';
    });
});
