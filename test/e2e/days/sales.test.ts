import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { type Language, languages } from '../../../deal/people.ts';
import { messagesIn } from '../../../shared/i18n/messages.ts';
import { settled } from '../../support/deals.ts';
import { mailsTo, reaches } from '../../support/people.ts';
import { agree, askForChange, propose } from '../journey.ts';
import { type Visitor, visitorWith, withPictures } from '../visitor.ts';
import { type Days, longestDay, startDays } from './day.ts';
import { from, type Letters, startLetters, withAnswers } from './letters.ts';

jest.setTimeout(longestDay);

const stories = {
  en: {
    sales: { name: 'Sam Seller', email: 'sam@example.com' },
    buyer: { name: 'Olivia Reed', at: 'harbor.example' },
    subject: 'A year of Example Cloud',
    text: 'We would like to buy Example Cloud for a year, on our AWS bill. What would it cost?',
    question: 'Gladly. Which AWS account will accept?',
    change: 'Could it be 11,400?',
  },
  ja: {
    sales: { name: '森 美香', email: 'mori@example.com' },
    buyer: { name: '佐藤 花子', at: 'aozora.example' },
    subject: 'Example Cloud の見積もり',
    text: 'Example Cloud を 1 年間、AWS の請求に含めて購入したいです。おいくらでしょうか。',
    question: '承知しました。承諾される AWS アカウントはどちらでしょうか。',
    change: '11,400 ドルになりませんか。',
  },
} satisfies Record<Language, object>;

const totals = ['$12,000.00', '$11,400.00'] as const;

describe('a day of sales', () => {
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

  it.each(languages)('goes from a mail to an offer in AWS, in %s', async language => {
    const { sales, buyer, subject, text, question, change } = stories[language];
    const words = messagesIn(language);
    const { desk, deal, conversation, proposal, mails } = words;
    const email = `${randomUUID()}@${buyer.at}`;
    const said = [subject, text, question, change];
    await days.colleague(language, { ...sales, roles: ['sales'] });
    const seller = await days.atDesk(language, { email: sales.email, said });
    const reader = await visitorWith(days.browser, language, { said });
    const proposed = { words, mailbox: days.mailbox, email, product: 'Example Cloud' };

    await withPictures([seller, reader], async () => {
      const { page, sees, press, enter, unfold } = seller;
      await letters.write({ from: from(buyer.name, email), subject, text });
      await opened(seller, buyer.at);
      await sees(buyer.at);
      await page.getByText(text).first().waitFor();
      const dealId = new URL(page.url()).pathname.split('/').at(-1) ?? '';

      await unfold(deal.actions.writeToBuyer);
      await enter(conversation.desk.label, question);
      await press(deal.actions.writeToBuyer);
      await sees(buyer.at);

      await propose(seller, { words, price: '12,000', awsAccountIds: '111122223333' });
      await sees(buyer.at);
      await page.getByText(proposal.desk.waiting.answer).waitFor();
      await askForChange(reader, { ...proposed, message: change });
      // Nobody reloads: what the buyer asks for comes to the desk by itself.
      await page.getByRole('heading', { name: desk.deal.request.change }).waitFor();
      await page.getByText(change).first().waitFor();
      await propose(seller, { words, version: 2, price: '11,400' });
      await sees(buyer.at);
      await unfold(desk.deal.changesSince(1));
      const changed = page.getByRole('table', { name: desk.deal.changes });
      for (const price of totals) await changed.getByText(price).first().waitFor();

      await reader.page.reload();
      for (const price of totals)
        await reader.page.getByRole('table', { name: proposal.changes }).getByText(price).first().waitFor();
      await agree(reader, { ...proposed, name: buyer.name, total: totals[1] });
      await page.getByText(proposal.desk.waiting.offer).waitFor();
      await press(deal.actions.markNegotiationDone);
      await page.getByText(desk.waiting.offered).waitFor();
      await sees(buyer.at);

      const { offers } = await reaches(days.product, dealId, 'offered');
      expect(offers).toMatchObject([{ state: 'released' }]);
      await settled(days.product, dealId);
    });
    expect((await mailsTo(days.product, email)).map(mail => mail.subject)).toEqual([
      mails.inquiryReceived.subject,
      mails.messageToBuyer.subject({ vendor: 'Example Inc.' }),
      ...Array(3).fill(expect.stringContaining('Example Cloud')),
    ]);
    await Promise.all([seller, reader].map(each => each.page.context().close()));
  });

  /** From the first page of the desk to the deal in three presses at most. */
  async function opened({ page }: Visitor, company: string): Promise<void> {
    const link = page.getByRole('link', { name: company, exact: true });
    await link.waitFor();
    let presses = 0;
    while (!(await link.evaluate(each => each === document.activeElement))) {
      await page.keyboard.press('j');
      presses += 1;
      expect(presses).toBeLessThan(3);
    }
    await page.keyboard.press('Enter');
  }
});
