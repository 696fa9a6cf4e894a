import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Deal } from '../../../deal/deal.ts';
import { type Language, languages, system } from '../../../deal/people.ts';
import { messagesIn } from '../../../shared/i18n/messages.ts';
import { customer } from '../../api/accounts/customers.ts';
import { letWait, purchaseElsewhere, sendEvent } from '../../api/desk/events/unmatched.ts';
import { accept, agreeOn, arrive, choose, inquire, offeredDeal, send } from '../../support/deals.ts';
import { dealWhich, reaches, staffAt } from '../../support/people.ts';
import { type Visitor, withPictures } from '../visitor.ts';
import { type Days, longestDay, startDays } from './day.ts';

jest.setTimeout(longestDay);

const stories = {
  en: {
    support: { name: 'Sue Helper', email: 'sue@example.com' },
    companies: {
      refused: ['Harbor Lights', 'Northern Mills'],
      bounced: 'Quiet Rivers',
      unknown: 'Kumo Works',
    },
    message: 'We would like to buy Example Cloud for a year.',
    organization: 'Harbor Research',
    reasons: { byPhone: 'Told them by phone; their mail works again.', move: 'They chose the wrong one.' },
    contact: 'Mei Kato',
  },
  ja: {
    support: { name: '高橋 彩', email: 'takahashi@example.com' },
    companies: { refused: ['青空商事', '北海製粉'], bounced: '静川電機', unknown: '雲工房' },
    message: 'Example Cloud を 1 年間購入したいです。',
    organization: '青空商事 研究開発部',
    reasons: { byPhone: '電話で伝えました。メールは復旧済みです。', move: '組織の選び間違いのため。' },
    contact: '加藤 芽衣',
  },
} satisfies Record<Language, object>;

const awsSays = 'User offerdesk is not authorized to perform: aws-marketplace:StartChangeSet';
const serverSays = '550 5.1.1 user unknown';
const accountsSay = 'the organization is linked to another agreement';

describe('a day of support', () => {
  let days: Days;
  beforeAll(async () => {
    days = await startDays({ AGREEMENTS_PER_ORGANIZATION: 'one', RECONCILE_SECONDS: 86_400 });
  }, longestDay);
  afterAll(() => days?.stop());

  const isStuck = (dealId: string) =>
    dealWhich(days.product, dealId, ({ stuck }) => stuck.length > 0, { what: 'stuck' });
  const goesOn = (dealId: string) =>
    dealWhich(days.product, dealId, ({ stuck }) => stuck.length === 0, { what: 'cured' });

  /** Offers that AWS does not let us make. */
  async function refusedByAws(companies: string[], message: string): Promise<string[]> {
    const product = days.product;
    const times = companies.length;
    const fault = { operation: 'StartChangeSet', kind: 'error', status: 403, times } as const;
    product.emulator.addFault({ ...fault, code: 'AccessDeniedException', message: awsSays });
    const deals: string[] = [];
    for (const company of companies) {
      const dealId = await inquire(product, { company, message });
      await agreeOn(product, dealId);
      await isStuck(dealId);
      deals.push(dealId);
    }
    return deals;
  }

  /** A purchase whose buyer has chosen an organization that another agreement bills. */
  async function linkTaken(): Promise<string> {
    const product = days.product;
    const organizationId = randomUUID();
    const settingUp = async (): Promise<Deal> => {
      const deal = await offeredDeal(product);
      const { id } = accept(product, deal);
      await dealWhich(product, deal.dealId, each => each.license && each.accepted);
      await arrive(product, id);
      await reaches(product, deal.dealId, 'settingUp');
      await choose(product, deal.dealId, organizationId);
      return deal;
    };
    const first = await settingUp();
    await reaches(product, first.dealId, 'active');
    const { dealId } = await settingUp();
    await isStuck(dealId);
    return dealId;
  }

  /** A deal whose first mail has come back. */
  async function bounced(company: string, message: string): Promise<string> {
    const product = days.product;
    const dealId = await inquire(product, { company, message });
    const { inquiry } = await dealWhich(product, dealId, ({ mails, seq }) => mails.length === 0 && seq > 1);
    const { name, email, language } = inquiry.contact;
    const reader = { to: 'person', name, email, language } as const;
    const mail = { key: '1:inquiryReceived:0', template: 'inquiryReceived', reader } as const;
    await send(product, dealId, { type: 'mailBounced', mail, detail: serverSays }, system);
    await isStuck(dealId);
    return dealId;
  }

  it.each(languages)(
    'cures what is stuck, and opens a deal for a purchase that none knows, in %s',
    async language => {
      const story = stories[language];
      const { support, companies, message, organization, reasons } = story;
      const product = days.product;
      const words = messagesIn(language);
      const { desk, deal: dealWords, solved, events } = words;
      const { board } = desk;
      await days.colleague(language, { ...support, roles: ['support'] });
      const refused = await refusedByAws(companies.refused, message);
      const taken = await linkTaken();
      const lost = await bounced(companies.bounced, message);
      const owner = await customer(product);
      const wanted = { name: organization, ownerId: owner.userId, idempotencyKey: randomUUID() };
      const { organizationId } = await product.deps.accounts.createOrganization(wanted);
      const { agreementId, agreement } = await purchaseElsewhere(product);
      await sendEvent(product, agreement);
      await letWait(product);

      const said = [message, awsSays, serverSays, accountsSay, ...Object.values(reasons)];
      const helper = await days.atDesk(language, { ...support, said });
      const { page, sees, follow, press } = helper;
      await withPictures([helper], async () => {
        await page
          .getByRole('navigation', { name: words.ui.navigation })
          .getByText(board.counted('4'))
          .waitFor();
        await follow(board.short);
        await sees(board.title);

        await kind(page, dealWords.stuck.accessDenied)
          .getByRole('button', { name: board.retryAll(2) })
          .click();
        await page.getByText(board.done.retry({ applied: 2, refused: 0, pending: 0 })).waitFor();
        await Promise.all(refused.map(goesOn));
        await sees(board.title);

        const mails = kind(page, dealWords.stuck.mailBounced);
        await mails.getByLabel(desk.list.bulk.tick(companies.bounced)).check();
        await mails.locator('summary').filter({ hasText: solved.title }).click();
        await mails.getByLabel(solved.reason).fill(reasons.byPhone);
        await press(board.solveTicked);
        await page.getByText(board.done.solve({ applied: 1, refused: 0, pending: 0 })).waitFor();
        await goesOn(lost);

        await kind(page, dealWords.stuck.organizationTaken)
          .getByRole('link', { name: board.see.linkOrganization })
          .click();
        await moveLink(helper, language);
        await goesOn(taken);

        await follow(board.short);
        await page.getByText(board.nothing).waitFor();
        await sees(board.title);
        await page
          .getByRole('navigation', { name: words.ui.navigation })
          .getByRole('link', { name: events.title })
          .click();
        await sees(events.title);
        await page.getByRole('link', { name: events.kinds.accepted }).click();
        await sees(events.kinds.accepted);
        await follow(words.opening.open);
        await openDeal(helper, language);
      });
      expect(await reaches(product, taken, 'active')).toMatchObject({ link: { organizationId } });
      const opened = await product.db.deals.findOne({ keys: agreementId }).orFail();
      expect((await dealWhich(product, opened._id, ({ accepted }) => accepted)).stage).toBe('accepted');
      for (const [dealId, type, reason] of [
        [lost, 'markSolved', reasons.byPhone],
        [taken, 'moveLink', reasons.move],
      ] as const) {
        const timeline = await staffAt(product, 'support').timeline(dealId);
        const line = timeline.find(({ event }) => event.type === type);
        expect(line).toMatchObject({ by: { id: support.email }, event: { reason } });
      }
      await page.context().close();
    },
  );

  /** All that is stuck for one reason. */
  const kind = (page: Visitor['page'], name: string) => page.getByRole('region', { name });

  /** Support finds the right organization, says why, and confirms. */
  async function moveLink({ page, sees, press, enter }: Visitor, language: Language): Promise<void> {
    const { organization, reasons } = stories[language];
    const { links, outcomes } = messagesIn(language);
    await page.getByRole('link', { name: links.title.move }).first().click();
    await sees(links.title.move);
    await enter(links.search, organization);
    await press(links.find);
    await page.getByText(organization).first().click();
    await enter(links.reason, reasons.move);
    await page.getByText(links.confirmed.move).click();
    await press(links.title.move);
    await page.getByText(outcomes.moveLink.done).waitFor();
  }

  /** AWS knows what was bought; support says who the customer is. */
  async function openDeal({ page, sees, press, enter }: Visitor, language: Language): Promise<void> {
    const { companies, contact } = stories[language];
    const { opening } = messagesIn(language);
    await sees(opening.title);
    await page.getByText('Example Cloud').first().waitFor();
    await enter(opening.company, companies.unknown);
    await enter(opening.name, contact);
    await enter(opening.email, `${randomUUID()}@kumo.example`);
    await press(opening.submit);
    await sees(companies.unknown);
  }
});
