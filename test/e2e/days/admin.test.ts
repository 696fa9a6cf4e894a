import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { StartPoint } from '../../../api/desk/settings/start/checklist.ts';
import { type Language, languages } from '../../../deal/people.ts';
import { messagesIn } from '../../../shared/i18n/messages.ts';
import { tryWhenAsked } from '../../../worker/sweep/aws-tries.ts';
import { activate } from '../../support/deals.ts';
import { reaches } from '../../support/people.ts';
import { agree, propose } from '../journey.ts';
import { type Visitor, visitorWith, withPictures } from '../visitor.ts';
import { type Days, longestDay, startDays } from './day.ts';
import { from, type Letters, startLetters, withAnswers } from './letters.ts';

jest.setTimeout(longestDay);

const stories = {
  en: {
    admin: { name: 'Ada Minder', email: 'ada@example.com' },
    colleague: { name: 'Sam Seller', email: 'sam@example.com' },
    vendor: 'Harbor Clouds',
    product: 'Harbor Cloud',
    dimension: 'Vaults',
    buyer: { name: 'Olivia Reed', at: 'harbor.example' },
    subject: 'A year of Harbor Cloud',
    text: 'We would like to buy it for a year, on our AWS bill. What would it cost?',
    timeZone: 'Europe/London',
  },
  ja: {
    admin: { name: '佐々木 誠', email: 'sasaki@example.com' },
    colleague: { name: '森 美香', email: 'mori@example.com' },
    vendor: '青空クラウド株式会社',
    product: '青空クラウド',
    dimension: '保管庫',
    buyer: { name: '佐藤 花子', at: 'aozora.example' },
    subject: '青空クラウドの見積もり',
    text: '1 年間、AWS の請求に含めて購入したいです。おいくらでしょうか。',
    timeZone: 'Asia/Tokyo',
  },
} satisfies Record<Language, object>;

const firstPassword = 'four quiet rivers meet';

describe.each(languages)('the first day of an admin, in %s', language => {
  const words = messagesIn(language);
  const { desk, deal: dealWords, mails, proposal } = words;
  const { settings } = desk;
  const { start, people, products, values } = settings;
  const {
    admin,
    colleague,
    vendor,
    product: title,
    dimension,
    buyer,
    subject,
    text,
    timeZone,
  } = stories[language];
  const said = [subject, text];
  let days: Days;
  let letters: Letters;
  let productId: string;
  beforeAll(async () => {
    days = await startDays(withAnswers);
    letters = await startLetters(days.product);
    // As after `npm run staff`: one admin, and nobody else.
    await days.product.db.staff.deleteMany({});
    await days.colleague(language, { ...admin, roles: ['admin'] });
    const sold = { key: 'vaults', name: dimension, description: dimension, unit: 'Units' };
    productId = days.product.emulator.addProduct({ title, dimensions: [sold] }).id;
  }, longestDay);
  afterAll(async () => {
    await letters?.stop();
    await days?.stop();
  });

  it('leads through the first steps to the first offer that is accepted', async () => {
    const product = days.product;
    const ada = await days.atDesk(language, { ...admin, said });
    await withPictures([ada], async () => {
      await ada.page.getByText(start.banner({ done: 0, all: 7 })).waitFor();
      await ada.follow(start.bannerAction);
      await isDone(ada, []);
      await invite(ada);
      await isDone(ada, ['mail']);
      await sell(ada);
      await isDone(ada, ['mail', 'product']);
      await ada.press(start.points.aws.action);
      await ada.page.getByText(start.waitsForWorker).waitFor();
      // What the worker does a few seconds later; the page shows it by itself.
      await tryWhenAsked(product.deps);
      await ada.page.getByText(start.waitsForWorker).waitFor({ state: 'detached' });
      await isDone(ada, ['mail', 'product', 'aws']);
      await setValues(ada);
    });

    const email = `${randomUUID()}@${buyer.at}`;
    const sam = await visitorWith(days.browser, language, { said });
    const reader = await visitorWith(days.browser, language, { said });
    const dealId = await withPictures([ada, sam, reader], async () => {
      await sam.page.goto(
        await days.mailbox.linkInMail({ to: colleague.email, link: mails.staffInvited.button }),
      );
      await sam.sees(desk.invitation.title);
      await sam.enter(desk.profile.new, firstPassword);
      await sam.press(desk.invitation.button);
      await sam.sees(desk.home.title);
      await letters.write({ from: from(buyer.name, email), subject, text });
      await sam.page.getByRole('link', { name: buyer.at, exact: true }).click();
      await sam.sees(buyer.at);
      await propose(sam, { words, item: dimension, price: '5,000', awsAccountIds: '111122223333' });
      await sam.page.getByText(proposal.desk.waiting.answer).waitFor();
      const proposed = { words, mailbox: days.mailbox, email, product: title };
      await agree(reader, { ...proposed, name: buyer.name, total: '$5,000.00' });
      await reader.page.getByText(vendor).first().waitFor();
      await sam.page.getByText(proposal.desk.waiting.offer).waitFor();
      await sam.press(dealWords.actions.markNegotiationDone);
      await sam.page.getByText(desk.waiting.offered).waitFor();
      await sam.sees(buyer.at);
      return new URL(sam.page.url()).pathname.split('/').at(-1) ?? '';
    });
    const offered = await reaches(product, dealId, 'offered');
    expect(offered.terms.at(-1)?.terms).toMatchObject({ productId, productTitle: title });

    await withPictures([ada], async () => {
      await ada.follow(settings.title);
      await isDone(ada, ['staff', 'mail', 'product', 'aws', 'inbound', 'event']);
      await activate(product, offered);
      await ada.page.reload();
      await ada.page.getByText(start.allDone).waitFor();
      await ada.sees(start.title);
      await ada.page.getByRole('link', { name: words.ui.home }).click();
      await ada.sees(desk.home.title);
      expect(await ada.page.getByText(start.bannerText).count()).toBe(0);
    });
    await Promise.all([ada, sam, reader].map(({ page }) => page.context().close()));
  });

  /** Which points of the list are done, and no other. */
  async function isDone({ page, sees }: Visitor, done: StartPoint[]): Promise<void> {
    await page.goto(`${days.product.url}/desk/settings/start`);
    await sees(start.title);
    for (const [point, { title: name }] of Object.entries(start.points)) {
      const state = done.includes(point as StartPoint) ? start.done : start.toDo;
      const heading = page.getByRole('heading', { name });
      await page.locator('section').filter({ has: heading }).getByText(state, { exact: true }).waitFor();
    }
  }

  /** Somebody who sells and approves; she signs in by the link in her mail. */
  async function invite({ page, sees, follow, press, enter, choose, tick }: Visitor): Promise<void> {
    await follow(start.points.staff.action);
    await sees(people.newTitle);
    await enter(people.name, colleague.name);
    await enter(people.email, colleague.email);
    await choose(people.language, language);
    await choose(people.timeZone, timeZone);
    for (const role of ['sales', 'approver'] as const) await tick(desk.roles[role]);
    await press(people.sendInvitation);
    await page.getByText(colleague.email).first().waitFor();
    await days.mailbox.linkInMail({ to: colleague.email, link: mails.staffInvited.button });
  }

  /** What is sold is read from AWS and confirmed, and the example is sold no more. */
  async function sell({ page, sees, follow, press }: Visitor): Promise<void> {
    await follow(start.points.product.action);
    await sees(products.title);
    await page.getByRole('row').filter({ hasText: title }).getByRole('link', { name: products.add }).click();
    await sees(title);
    await page.getByRole('group', { name: dimension }).getByLabel('USD').fill('5,000');
    await press(products.save);
    await page.getByText(products.saved).waitFor();
    await sees(title);
    await follow(products.back);
    await page.getByRole('link', { name: 'Example Cloud', exact: true }).click();
    await sees('Example Cloud');
    await press(products.remove);
    await page.getByText(products.removed).waitFor();
    await sees(products.title);
  }

  async function setValues({ page, sees, follow, press, enter }: Visitor): Promise<void> {
    await follow(settings.places.limits);
    await sees(values.limits.title);
    await enter(values.limits.discount, '15');
    await press(values.save);
    await page.getByText(values.limits.saved).waitFor();
    await follow(settings.places.vendor);
    await sees(values.vendor.title);
    await enter(values.vendor.name, vendor);
    await enter(values.vendor.colour, '#0f5132');
    await press(values.save);
    await page.getByText(values.vendor.saved).waitFor();
    await sees(values.vendor.title);
    await follow(settings.places.changes);
    await page.getByText(settings.changes.kinds.limitsSet).first().waitFor();
    await sees(settings.changes.title);
  }
});
