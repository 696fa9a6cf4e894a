import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { type Language, languages, type StaffRole } from '../../../deal/people.ts';
import { messagesIn } from '../../../shared/i18n/messages.ts';
import { inquire, send } from '../../support/deals.ts';
import { dealWhich, mailsTo, reaches } from '../../support/people.ts';
import { dayAfter, sampleTerms } from '../../support/samples.ts';
import { visitorWith, withPictures } from '../visitor.ts';
import { type Days, longestDay, startDays } from './day.ts';

jest.setTimeout(longestDay);

interface Story {
  approver: Person;
  standIn: Person;
  sales: Person;
  companies: { desk: string; refused: string; mail: string; own: string };
  no: string;
}
interface Person {
  name: string;
  email: string;
}

const stories: Record<Language, Story> = {
  en: {
    approver: { name: 'Ann Approver', email: 'ann@example.com' },
    standIn: { name: 'Ben Deputy', email: 'ben@example.com' },
    sales: { name: 'Sam Seller', email: 'sam@example.com' },
    companies: { desk: 'Harbor Lights', refused: 'Northern Mills', mail: 'Quiet Rivers', own: 'Own Buyer' },
    no: 'Two years at most, please.',
  },
  ja: {
    approver: { name: '田中 一郎', email: 'tanaka@example.com' },
    standIn: { name: '鈴木 健', email: 'suzuki@example.com' },
    sales: { name: '森 美香', email: 'mori@example.com' },
    companies: { desk: '青空商事', refused: '北海製粉', mail: '静川電機', own: '若葉物産' },
    no: '契約期間は 2 年までにしてください。',
  },
};

describe('a day of approvers', () => {
  let days: Days;
  beforeAll(async () => {
    days = await startDays();
  }, longestDay);
  afterAll(() => days?.stop());

  /** Terms that pass a limit wait for a yes or no, asked for by somebody who sells. */
  async function asksFor(company: string, { name, email }: Person, language: Language): Promise<string> {
    const product = days.product;
    const dealId = await inquire(product, { company });
    const by = { kind: 'staff', id: email, name, roles: ['sales'] satisfies StaffRole[] } as const;
    const { signer } = sampleTerms(product.deps.now());
    const terms = sampleTerms(product.deps.now(), { durationMonths: 48, signer: { ...signer, language } });
    await send(product, dealId, { type: 'assignOwner', owner: email }, by);
    await send(product, dealId, { type: 'proposeTerms', terms }, by);
    await send(product, dealId, { type: 'markNegotiationDone', version: 1 }, by);
    await reaches(product, dealId, 'approving');
    return dealId;
  }

  it.each(languages)('leaves no deal waiting while somebody is away, in %s', async language => {
    const { approver, standIn, sales, companies, no } = stories[language];
    const words = messagesIn(language);
    const { desk, deal, ui, outcomes, mails } = words;
    const { approvals } = desk;
    const { away } = desk.settings;
    await days.colleague(language, { ...approver, roles: ['approver'] });
    await days.colleague(language, { ...standIn, roles: ['sales'] });
    await days.colleague(language, { ...sales, roles: ['sales'] });
    const asked = await asksFor(companies.desk, sales, language);
    const tooLong = await asksFor(companies.refused, sales, language);
    const own = await asksFor(companies.own, standIn, language);
    const said = [no, 'We would like to buy Example Cloud for a year through AWS Marketplace.'];
    const ann = await days.atDesk(language, { ...approver, said });

    await withPictures([ann], async () => {
      for (const company of [companies.desk, companies.refused, companies.own])
        await ann.page.getByRole('row').filter({ hasText: company }).waitFor();
      await ann.follow(approver.name);
      await ann.sees(desk.profile.title);
      await ann.enter(away.lastDay, dayAfter(Date.now(), 5));
      await ann.choose(away.standIn, standIn.email);
      await ann.page.locator('#away').getByRole('button', { name: away.save }).click();
      await ann.page.getByText(standIn.name).first().waitFor();
      await ann.sees(desk.profile.title);
    });

    const ben = await days.atDesk(language, { ...standIn, said });
    await withPictures([ben], async () => {
      const { page, sees, follow, press, unfold, enter } = ben;
      await follow(standIn.name);
      await page.getByText(away.standsInFor(approver.name)).waitFor();
      await sees(desk.profile.title);
      await page
        .getByRole('navigation', { name: ui.navigation })
        .getByRole('link', { name: ui.home })
        .click();
      await page.getByRole('link', { name: approvals.title, exact: true }).first().click();
      await sees(approvals.title);
      const queue = page.getByRole('navigation', { name: approvals.queue });
      await queue.getByRole('link', { name: companies.desk }).click();
      for (const figure of [mails.labels.listPrice, mails.labels.discount, '$12,000.00'])
        await page.getByText(figure).first().waitFor();
      await page.getByText(desk.approveConfirmed('$12,000.00')).click();
      await press(deal.actions.approveOffer);
      await page.getByText(outcomes.approveOffer.done).waitFor();
      await queue.getByRole('link', { name: companies.refused }).click();
      await unfold(deal.actions.rejectOffer);
      await enter(desk.steps.rejectComment, no);
      await press(deal.actions.rejectOffer);
      await page.getByText(outcomes.rejectOffer.done).waitFor();
      await sees(approvals.title);

      await page.goto(`${days.product.url}/desk/deals/${own}`);
      await sees(companies.own);
      await page.getByText(deal.refusals.approverIsRequester).waitFor();
      expect(await page.getByRole('button', { name: deal.actions.approveOffer }).count()).toBe(0);
    });
    expect(await reaches(days.product, asked, 'offered')).toMatchObject({
      approval: { decidedBy: { id: standIn.email, standsInFor: approver.email } },
    });
    expect(await reaches(days.product, tooLong, 'negotiating')).toMatchObject({
      approval: { state: 'rejected', comment: no },
    });

    // On the way home, on a telephone where nobody is signed in.
    const byMail = await asksFor(companies.mail, sales, language);
    const phone = await visitorWith(days.browser, language, { said, onPhone: true });
    await withPictures([phone], async () => {
      const { page, sees, press } = phone;
      const link = mails.approvalRequested.button;
      await page.goto(await days.mailbox.linkInMail({ to: standIn.email, link, about: companies.mail }));
      await sees(approvals.fromMail.title);
      await page.getByText(desk.approveConfirmed('$12,000.00')).click();
      await press(deal.actions.approveOffer);
      await sees(approvals.fromMail.decided.approved(companies.mail));
    });
    await reaches(days.product, byMail, 'offered');

    // She is back, and finds the one that he could not decide.
    await withPictures([ann], async () => {
      await ann.press(away.back);
      await ann.sees(desk.profile.title);
      await ann.page.goto(`${days.product.url}/desk/approvals`);
      await ann.sees(approvals.title);
      await ann.page.getByRole('heading', { name: companies.own }).waitFor();
      await ann.page.getByText(desk.approveConfirmed('$12,000.00')).click();
      await ann.press(deal.actions.approveOffer);
      await ann.page.getByText(approvals.none).waitFor();
      await ann.sees(approvals.title);
    });
    await dealWhich(days.product, own, ({ approval }) => approval?.decidedBy?.id === approver.email);
    const told = (await mailsTo(days.product, sales.email)).map(({ subject }) => subject);
    const { approved, rejected } = mails.approvalDecided.subject;
    for (const subject of [approved(companies.desk), rejected(companies.refused), approved(companies.mail)])
      expect(told).toContain(subject);
    await Promise.all([ann, ben, phone].map(({ page }) => page.context().close()));
  });
});
