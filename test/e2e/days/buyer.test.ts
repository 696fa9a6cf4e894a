import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Deal } from '../../../deal/deal.ts';
import { checks } from '../../../deal/offer/checks.ts';
import { type Language, languages } from '../../../deal/people.ts';
import { texts } from '../../../emulator/buyer/texts.ts';
import { messagesIn } from '../../../shared/i18n/messages.ts';
import { settled } from '../../support/deals.ts';
import { eventually } from '../../support/eventually.ts';
import { dealWhich, mailsTo, reaches, staffAt } from '../../support/people.ts';
import { sampleTerms } from '../../support/samples.ts';
import { agree } from '../journey.ts';
import { atAws, type Visitor, visitorWith, withPictures } from '../visitor.ts';
import { type Days, longestDay, startDays } from './day.ts';
import { from, type Letters, startLetters, withAnswers } from './letters.ts';

jest.setTimeout(longestDay);

const stories = {
  en: {
    buyer: {
      name: 'Olivia Reed',
      company: 'Harbor Lights Ltd.',
      job: 'IT',
      country: 'US',
      at: 'harbor.example',
    },
    account: '444455556666',
    subject: 'A year of Example Cloud',
    text: 'We would like to buy Example Cloud for a year, on our AWS bill. What would it cost?',
    question: 'Gladly. Which AWS account will accept?',
    answer: 'The account that ends in 6666. I accept it myself.',
    timeZone: 'America/New_York',
  },
  ja: {
    buyer: {
      ...{ name: '佐藤 花子', company: '青空商事株式会社', job: '情報システム部', country: 'JP' },
      at: 'aozora.example',
    },
    account: '111122223333',
    subject: 'Example Cloud の見積もり',
    text: 'Example Cloud を 1 年間、AWS の請求に含めて購入したいです。おいくらでしょうか。',
    question: '承知しました。承諾される AWS アカウントはどちらでしょうか。',
    answer: '末尾が 3333 のアカウントです。私が承諾します。',
    timeZone: 'Asia/Tokyo',
  },
} satisfies Record<Language, object>;

/** As the vendor has written it into the listing. */
const listed = 'Use of Example Cloud that is paid for in advance';

describe('a day of a buyer, on a telephone', () => {
  let days: Days;
  let letters: Letters;
  beforeAll(async () => {
    days = await startDays(withAnswers);
    letters = await startLetters(days.product);
  }, longestDay);
  afterAll(async () => {
    await letters?.stop();
    await days?.stop();
  });

  it.each(languages)('goes from a mail to billing through AWS Marketplace, in %s', async language => {
    const { buyer, account, subject, text, question, answer, timeZone } = stories[language];
    const product = days.product;
    const words = messagesIn(language);
    const { accounts, mails, setup } = words;
    const email = `${randomUUID()}@${buyer.at}`;
    const said = [subject, text, question, answer, listed];
    const phone = await visitorWith(days.browser, language, { said, onPhone: true });
    const proposed = { words, mailbox: days.mailbox, email, product: 'Example Cloud' };
    const vendor = staffAt(product, 'sales');

    await letters.write({ from: from(buyer.name, email), subject, text });
    const { dealId } = await dealOf(email);
    expect((await vendor.step(dealId, 'write-to-buyer', { text: question })).status).toBe(200);
    await letters.answer(await mailWith(email, question), { from: email, text: answer });
    await dealWhich(product, dealId, ({ request }) => request?.message === answer, { what: 'the answer' });
    const signer = { name: buyer.name, email, language, timeZone };
    const terms = sampleTerms(product.deps.now(), { signer, buyerAwsAccountIds: [account] });
    for (const [step, body] of [
      ['propose-terms', { terms }],
      ['send-proposal', { version: 1 }],
    ] as const)
      expect((await vendor.step(dealId, step, body)).status).toBe(200);

    await withPictures([phone], async () => {
      await agree(phone, { ...proposed, name: buyer.name, total: '$12,000.00' });
      for (const message of [question, answer]) await phone.page.getByText(message).first().waitFor();
      await vendor.step(dealId, 'mark-negotiation-done', { version: 1 });
      await reaches(product, dealId, 'offered');
      await tickAll(phone, language);
      await subscribe(phone, language, account);
      await register(phone, language, { ...buyer, email });
      await phone.follow(setup.progress.billing);
      await phone.sees(accounts.billing.title);
      for (const fact of [accounts.billing.through, account, '$12,000.00'])
        await phone.page.getByText(fact).first().waitFor();
    });
    await reaches(product, dealId, 'active');
    await settled(product, dealId);
    const received = (await mailsTo(product, email)).map(mail => mail.subject);
    expect(received).toHaveLength(6);
    expect(received.at(-1)).toBe(mails.confirmation.subject('Example Cloud'));
    await phone.page.context().close();
  });

  const dealOf = (email: string): Promise<Deal> =>
    eventually(
      async () => (await days.product.db.deals.findOne({ 'deal.inquiry.contact.email': email }).lean())?.deal,
      { what: 'the inquiry' },
    );
  const mailWith = (email: string, words: string) =>
    eventually(async () => (await mailsTo(days.product, email)).find(({ text }) => text.includes(words)), {
      what: `a mail with “${words}”`,
    });

  /** Sees to all that goes wrong in AWS before the offer is opened. */
  async function tickAll({ page, sees }: Visitor, language: Language): Promise<void> {
    const { offers } = messagesIn(language);
    await page.reload();
    await sees(offers.title('Example Cloud'));
    for (const check of checks) {
      await page.getByRole('button', { name: offers.preflight[check] }).click();
      await page.getByRole('button', { name: offers.preflight[check], pressed: true }).waitFor();
    }
    await page.getByText(offers.preflight.allDone).waitFor();
    await sees(offers.title('Example Cloud'));
  }

  /** In the AWS console, where nobody is signed in yet. */
  async function subscribe(
    { page, sees, press }: Visitor,
    language: Language,
    account: string,
  ): Promise<void> {
    const aws = texts[language];
    const { offers, setup } = messagesIn(language);
    const review = page.getByRole('link', { name: offers.reviewOffer }).first();
    await page.goto(atAws((await review.getAttribute('href')) ?? ''));
    await sees(aws.notFoundTitle);
    await page.getByRole('main').getByRole('link', { name: aws.signIn }).click();
    await sees(aws.signInTitle);
    await press(new RegExp(`^${account}`));
    await sees(aws.offerTitle);
    await press(aws.subscribe);
    await page.getByRole('alert').waitFor();
    await page.getByLabel(aws.numberOfUnits('Committed spend')).selectOption('1');
    await press(aws.subscribe);
    await sees(aws.thanksTitle);
    await press(aws.setUpAccount);
    await sees(setup.register.title);
  }

  type Buyer = Record<'name' | 'email' | 'company' | 'job' | 'country', string>;

  async function register(
    { page, sees, enter, press }: Visitor,
    language: Language,
    buyer: Buyer,
  ): Promise<void> {
    const { accounts, setup, mails } = messagesIn(language);
    await enter(accounts.fields.accountName, buyer.name);
    await enter(accounts.fields.email, buyer.email);
    await enter(accounts.fields.password, 'three quiet rivers at dawn');
    await press(setup.register.button);
    await sees(accounts.checkMail.title);
    const link = mails.emailVerification.button;
    await page.goto(await days.mailbox.linkInMail({ to: buyer.email, link }));
    await sees(accounts.verify.title);
    await press(accounts.verify.button);
    await sees(setup.business.title1);
    await enter(setup.business.companyName, buyer.company);
    await page.getByLabel(setup.business.country).selectOption(buyer.country);
    await press(setup.business.continue);
    await sees(setup.business.title2);
    await enter(setup.business.jobTitle, buyer.job);
    await page.getByLabel(setup.business.teamSize).selectOption('2-10');
    await press(setup.business.continue);
    await sees(setup.organization.title);
    await press(setup.organization.button);
    await sees(setup.progress.doneTitle);
  }
});
