import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { dealUrl } from '../../../../api/desk/deal/view.ts';
import type { Command } from '../../../../deal/commands.ts';
import type { Deal } from '../../../../deal/deal.ts';
import { system } from '../../../../deal/people.ts';
import { receiveReport } from '../../../../shared/mail/bounces.ts';
import { signalDeal } from '../../../../shared/temporal/signal.ts';
import { accept, arrive, offeredDeal, send, settled } from '../../../support/deals.ts';
import { eventually } from '../../../support/eventually.ts';
import { dealWhich, mailsTo, reaches } from '../../../support/people.ts';
import { type Product, startProduct } from '../../../support/product.ts';
import { hiddenFields } from '../../buyers/visitor.ts';
import { accessibilityProblems } from '../../ui/accessibility.ts';
import { type Colleague, signedIn } from '../at-the-desk.ts';

const signer = {
  name: 'Taro Suzuki',
  email: 'taro@aozora.example',
  language: 'en',
  timeZone: 'Asia/Tokyo',
} as const;

describe('contacts and reminders at the desk', () => {
  let product: Product;
  let sales: Colleague;
  let support: Colleague;

  beforeAll(async () => {
    product = await startProduct();
    sales = await signedIn(product);
    support = await signedIn(product, 'support');
  });
  afterAll(() => product?.stop());

  const at = ({ dealId }: Deal, step: string) => `${dealUrl(dealId)}/${step}`;
  const step = (deal: Deal, name: string, fields = {}, who = sales) =>
    who.press(dealUrl(deal.dealId), at(deal, name), fields);
  const entries = ({ dealId }: Deal, type: string) =>
    product.db.timeline.countDocuments({ dealId, 'entry.event.type': type });
  const page = async ({ dealId }: Deal, query = '') => (await sales.get(`${dealUrl(dealId)}${query}`)).html;

  /** The form of one of several that post to the same address. */
  function formOf(html: string, { action, name }: { action: string; name: string }): Record<string, string> {
    const form = html.split('<form').find(part => part.includes(`name="form" value="${name}"`)) ?? '';
    return hiddenFields(`<form${form}`, action);
  }
  const contactFields = (role: string, person: Record<string, string>) =>
    Object.fromEntries(Object.entries(person).map(([key, value]) => [`changeContact.${role}.${key}`, value]));

  /** The receiving server takes the offer's mail and sends it back later. */
  async function bounced(email: string): Promise<Deal> {
    const { dealId } = await offeredDeal(product, { signer: { ...signer, email } });
    await settled(product, dealId);
    const sent = await product.db.outbox.findOne({ dealId, template: 'offer', 'to.email': email }).lean();
    const { db, now, temporal } = product.deps;
    const needs = {
      db,
      now,
      signal: (to: string, command: Command) => signalDeal(temporal, to, command),
    };
    await receiveReport(needs, {
      kind: 'bounce',
      outcome: 'badAddress',
      messageId: sent?.messageId ?? '',
      email,
      detail: '550 5.1.1 no such user',
    });
    return dealWhich(product, dealId, ({ stuck }) => stuck.some(each => each.reason === 'mailBounced'));
  }

  describe('a mail that came back', () => {
    it('leads to the form that corrects the address, and then goes to the new one', async () => {
      const deal = await bounced('tarro@aozora.example');
      const html = await page(deal);
      expect(html).toContain('550 5.1.1 no such user');
      const [, cure = ''] =
        /href="([^"]*open=changeContactsigner)#field-changeContact-signer-email"/.exec(html) ?? [];
      const opened = await sales.get(cure.replaceAll('&amp;', '&'));
      expect(opened.html).toMatch(/<details class="disclosure"[^>]* open><summary>Change signer/);
      expect(accessibilityProblems(opened.html)).toEqual([]);
      const action = at(deal, 'change-contact');
      const email = 'taro.suzuki@aozora.example';
      const fields = {
        ...formOf(opened.html, { action, name: 'changeContactsigner' }),
        ...contactFields('signer', { ...signer, email }),
      };
      for (const _again of [1, 2]) expect((await sales.post(action, fields)).status).toBe(303);
      const cured = await dealWhich(
        product,
        deal.dealId,
        ({ stuck, mails }) => stuck.length + mails.length === 0,
      );
      expect(cured.signer).toMatchObject({ ...signer, email });
      expect(cured.inquiry.contact.email).toBe('hanako@aozora.example');
      const mails = await eventually(async () => {
        const found = await mailsTo(product, email);
        return found.length > 0 && found;
      });
      expect(mails).toHaveLength(1);
      expect(await entries(deal, 'changeContact')).toBe(1);
      expect(await page(deal)).not.toContain('A mail did not arrive');
    });

    it('goes out again to the same address when a person says so', async () => {
      const email = 'full@aozora.example';
      const deal = await bounced(email);
      const before = (await mailsTo(product, email)).length;
      await step(deal, 'retry-step');
      await dealWhich(product, deal.dealId, ({ stuck, mails }) => stuck.length + mails.length === 0);
      await eventually(async () => (await mailsTo(product, email)).length > before);
    });
  });

  describe('changing a contact', () => {
    it('says at the field what does not hold, and records nothing', async () => {
      const deal = await offeredDeal(product);
      const action = at(deal, 'change-contact');
      const fields = {
        ...formOf(await page(deal), { action, name: 'changeContactcontact' }),
        ...contactFields('contact', { name: ' ', email: 'hanako', language: 'en', timeZone: 'Mars/Base' }),
      };
      const answer = await sales.post(action, fields);
      expect(answer.status).toBe(422);
      for (const part of ['name', 'email', 'timeZone'])
        expect(answer.html).toContain(`href="#field-changeContact-contact-${part}"`);
      expect(answer.html).toMatch(/name="changeContact.contact.email"[^>]*value="hanako"/);
      expect(answer.html).toMatch(/<details class="disclosure"[^>]* open><summary>Change contact/);
      expect(accessibilityProblems(answer.html)).toEqual([]);
      expect(await entries(deal, 'changeContact')).toBe(0);
    });

    it('corrects both roles with one press when they have one address', async () => {
      const deal = await offeredDeal(product, { signer: { ...signer, email: 'hanako@aozora.example' } });
      const action = at(deal, 'change-contact');
      const fields = {
        ...formOf(await page(deal), { action, name: 'changeContactsigner' }),
        ...contactFields('signer', { ...signer, email: 'hana@aozora.example', also: 'yes' }),
      };
      expect((await sales.post(action, fields)).status).toBe(303);
      const changed = await dealWhich(
        product,
        deal.dealId,
        ({ inquiry }) => inquiry.contact.email === 'hana@aozora.example',
      );
      expect(changed.signer?.email).toBe('hana@aozora.example');
    });
  });

  describe('the reminders of a deal', () => {
    const field = (name: string) => `changeReminders.${name}`;

    it('are planned anew with the numbers that were typed, in full-width digits too', async () => {
      const deal = await offeredDeal(product);
      const typed = { [field('remindDaysBefore')]: '１０、２', [field('remindHoursBefore')]: '' };
      const answer = await step(deal, 'change-reminders', typed);
      expect(answer.status).toBe(303);
      const changed = await dealWhich(
        product,
        deal.dealId,
        ({ policy }) => policy.remindDaysBefore.length === 2,
      );
      expect(changed.policy).toMatchObject({ remindDaysBefore: [10, 2], remindHoursBefore: [] });
      expect(changed.policy.chaseAfterHours).toEqual(deal.policy.chaseAfterHours);
      const html = await page(deal);
      expect(html).toContain(':10"');
      expect(html).not.toContain(`${deal.offers[0]?.expiresOn}:7"`);
      const { entry } = (await product.db.timeline
        .findOne({ dealId: deal.dealId, 'entry.event.type': 'changeReminders' })
        .lean()) ?? { entry: undefined };
      expect(entry?.event).toEqual({
        type: 'changeReminders',
        reminders: { remindDaysBefore: [10, 2], remindHoursBefore: [] },
      });
    });

    it.each([
      ['remindDaysBefore', '7, soon', 'Write numbers with commas between them'],
      ['remindDaysBefore', '1 2 3 4 5 6 7 8 9 10 11', 'Write at most 10 numbers.'],
      ['remindDaysBefore', '3, 3', 'This is in the list twice.'],
      ['callAfterHours', '0', 'Write a number above 0 and at most 8760.'],
      ['quietHours', '500', 'Write a number from 0 to 168.'],
      ['quietHours', '', 'Fill this in.'],
      ['answerWithinHours', '4', 'Nothing is different yet.'],
    ])('say at %s what is wrong with “%s”', async (name, typed, message) => {
      const deal = await offeredDeal(product);
      const answer = await step(deal, 'change-reminders', { [field(name)]: typed });
      expect(answer.status).toBe(422);
      expect(answer.html).toContain(message);
      expect(answer.html).toContain(`href="#field-changeReminders-${name}"`);
      expect(answer.html).toMatch(/<details class="disclosure"[^>]* open><summary>Reminders of this deal/);
      expect(await entries(deal, 'changeReminders')).toBe(0);
    });

    it('are stopped and resumed for one person', async () => {
      const deal = await offeredDeal(product);
      const fields = formOf(await page(deal), { action: at(deal, 'stop-reminders'), name: 'stopReminders1' });
      expect(fields.email).toBe('hanako@aozora.example');
      await sales.post(at(deal, 'stop-reminders'), fields);
      await dealWhich(product, deal.dealId, ({ remindersStopped }) => remindersStopped?.length === 1);
      expect(await page(deal)).toContain('1 stopped');
      await step(deal, 'resume-reminders');
      await dealWhich(product, deal.dealId, ({ remindersStopped }) => remindersStopped?.length === 0);
    });
  });

  it('gives the owner’s time zone along with the owner', async () => {
    const deal = await offeredDeal(product);
    await product.db.staff.updateOne({ email: 'support@example.com' }, { timeZone: 'Europe/Berlin' });
    await step(deal, 'assign-owner', { 'assignOwner.owner': 'support@example.com' });
    const owned = await dealWhich(product, deal.dealId, ({ owner }) => owner !== undefined);
    expect([owned.owner, owned.ownerTimeZone]).toEqual(['support@example.com', 'Europe/Berlin']);
  });

  it('lets support send the set-up to a colleague of the buyer', async () => {
    const deal = await offeredDeal(product);
    const { id } = accept(product, deal);
    await dealWhich(product, deal.dealId, each => each.agreement);
    await arrive(product, id);
    await reaches(product, deal.dealId, 'settingUp');
    const wrong = await step(deal, 'hand-over-set-up', { 'handOverSetUp.name': 'Jo' }, support);
    expect(wrong.status).toBe(422);
    expect(wrong.html).toContain('href="#field-handOverSetUp-email"');
    const to = { 'handOverSetUp.name': 'Jo', 'handOverSetUp.email': 'Jo@aozora.example' };
    expect((await step(deal, 'hand-over-set-up', to, support)).status).toBe(303);
    await eventually(async () => (await mailsTo(product, 'Jo@aozora.example')).length === 1);
    const session = await product.db.setupSessions.findOne({ dealId: deal.dealId }).lean();
    expect(session?.handedTo).toEqual(['jo@aozora.example']);
  });

  it('has a hand-over that did not arrive done again, to the right colleague', async () => {
    const deal = await offeredDeal(product);
    const { id } = accept(product, deal);
    await dealWhich(product, deal.dealId, each => each.agreement);
    await arrive(product, id);
    await reaches(product, deal.dealId, 'settingUp');
    const handOverTo = (email: string) =>
      step(deal, 'hand-over-set-up', { 'handOverSetUp.name': 'Jo', 'handOverSetUp.email': email }, support);
    await handOverTo('joo@aozora.example');
    const mail = await eventually(() =>
      product.db.outbox.findOne({ dealId: deal.dealId, template: 'handOver', state: 'sent' }).lean(),
    );
    if (!mail.request) throw new Error('no request');
    const bounced = { type: 'mailBounced', mail: mail.request, detail: '550 5.1.1' } as const;
    await send(product, deal.dealId, bounced, system);
    await dealWhich(product, deal.dealId, ({ stuck }) => stuck.length > 0);
    const { html } = await support.get(dealUrl(deal.dealId));
    expect(html).toMatch(/href="[^"]*open=handOverSetUp[^"]*"[^>]*>Name another colleague/);
    const notice = await eventually(async () =>
      (await mailsTo(product, 'sales@example.com')).find(({ text }) => text.includes('joo@aozora.example')),
    );
    expect(notice.text).toMatch(/hand the\s+set-up\s+over\s+again/);
    await handOverTo('jo2@aozora.example');
    await eventually(async () => (await mailsTo(product, 'jo2@aozora.example')).length === 1);
    const cured = await dealWhich(product, deal.dealId, ({ mails }) => mails.length === 0);
    expect(cured.stuck).toEqual([]);
  });

  it('tells when the offer was opened', async () => {
    const deal = await offeredDeal(product);
    expect(await page(deal)).toContain('Not opened yet');
    await send(product, deal.dealId, { type: 'offerSeen' }, { kind: 'buyer', id: signer.email });
    await dealWhich(product, deal.dealId, ({ offers }) => offers[0]?.scannedAt);
    const html = await page(deal);
    expect(html).not.toContain('Not opened yet');
    expect(html).toContain('perhaps by a mail scanner');
    expect(html).toContain('Offer opened');
  });
});
