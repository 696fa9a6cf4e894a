import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { deadlines } from '../../../deal/reminders/plan.ts';
import { inquire, offeredDeal, settled } from '../../support/deals.ts';
import { eventually } from '../../support/eventually.ts';
import { call, mailsTo, staffAt } from '../../support/people.ts';
import { type Product, startProduct } from '../../support/product.ts';
import { sampleInquiry } from '../../support/samples.ts';

const person = { name: 'Ken Abe', email: 'ken@aozora.example', language: 'ja', timeZone: 'Asia/Tokyo' };

describe('contacts, reminders and mails over HTTP', () => {
  let product: Product;
  const sales = () => staffAt(product, 'sales');
  beforeAll(async () => {
    product = await startProduct();
  });
  afterAll(() => product?.stop());

  it('changes a contact, and refuses one whom nobody could write to', async () => {
    const dealId = await inquire(product);
    expect((await sales().step(dealId, 'change-contact', { role: 'contact', person })).status).toBe(200);
    expect((await sales().deal(dealId)).inquiry.contact).toEqual(person);
    const wrong = { role: 'contact', person: { ...person, timeZone: 'Mars/Base' } };
    const { status, body } = await sales().step(dealId, 'change-contact', wrong);
    expect(status).toBe(409);
    expect(body.errors).toEqual([
      { pointer: '/person/timeZone', detail: 'Choose a time zone from the list.' },
    ]);
    for (const bad of [
      { role: 'owner', person },
      { role: 'contact', person: { ...person, email: 'ken' } },
    ])
      expect((await sales().step(dealId, 'change-contact', bad)).status).toBe(422);
  });

  it('knows the holidays where its people work, from the inquiry on and with whoever comes', async () => {
    const { contact } = sampleInquiry();
    const dealId = await inquire(product, { contact: { ...contact, timeZone: 'Europe/Paris' } });
    const zones = async () => Object.keys((await sales().deal(dealId)).policy.holidays).sort();
    expect(await zones()).toEqual(['Europe/Paris', 'UTC']);
    const berlin = { ...person, timeZone: 'Europe/Berlin' };
    await sales().step(dealId, 'change-contact', { role: 'contact', person: berlin });
    expect(await zones()).toEqual(['Europe/Berlin', 'UTC']);
    const { policy } = await sales().deal(dealId);
    expect(policy.holidays['Europe/Berlin']?.length).toBeGreaterThan(15);
  });

  it('changes the reminders that are named and no other', async () => {
    const dealId = await inquire(product);
    const before = (await sales().deal(dealId)).policy;
    const reminders = { remindDaysBefore: [5], quietHours: 0 };
    expect((await sales().step(dealId, 'change-reminders', { reminders })).status).toBe(200);
    expect((await sales().deal(dealId)).policy).toEqual({ ...before, ...reminders });
    const { status, body } = await sales().step(dealId, 'change-reminders', {
      reminders: { callAfterHours: 0 },
    });
    expect(status).toBe(409);
    expect(body.errors).toEqual([
      { pointer: '/reminders/callAfterHours', detail: 'Write a number above 0 and at most 8760.' },
    ]);
    for (const bad of [{}, { remindDaysBefore: 'soon' }, { reviveWithinDays: 1 }])
      expect((await sales().step(dealId, 'change-reminders', { reminders: bad })).status).toBe(422);
  });

  it('stops and resumes the reminders of an address, however it is written', async () => {
    const dealId = await inquire(product);
    await sales().step(dealId, 'stop-reminders', { email: 'Hanako@Aozora.Example' });
    expect((await sales().deal(dealId)).remindersStopped).toEqual(['hanako@aozora.example']);
    await sales().step(dealId, 'resume-reminders', { email: 'hanako@aozora.example' });
    expect((await sales().deal(dealId)).remindersStopped).toEqual([]);
    expect((await sales().step(dealId, 'stop-reminders', { email: 'everybody' })).status).toBe(422);
  });

  it('sends a reminder ten seconds after the press, whatever is restarted, and skips or sends it back', async () => {
    const email = 'hurried@aozora.example';
    const { dealId } = await offeredDeal(product, { signer: { ...person, email, language: 'en' } });
    await settled(product, dealId);
    const [first, second] = deadlines(await sales().deal(dealId)).filter(
      ({ kind }) => kind === 'offerExpiring',
    );
    const steps = (step: string, key = '') => sales().step(dealId, step, { key });
    expect((await steps('skip-reminder', second?.key)).status).toBe(200);
    expect((await steps('take-back-reminder', second?.key)).status).toBe(200);
    const pressed = await steps('send-reminder-now', first?.key);
    expect(pressed.status).toBe(200);
    await product.stopWorker();
    await product.startWorker();
    const sent = await eventually(() =>
      product.db.outbox.findOne({ dealId, template: 'offerExpiring', 'to.email': email }).lean(),
    );
    expect(sent.createdAt.getTime() - Date.parse(pressed.body.entry.decidedAt)).toBeGreaterThanOrEqual(
      10_000,
    );
    const late = await steps('take-back-reminder', first?.key);
    expect([late.status, late.body.detail]).toEqual([
      409,
      expect.stringContaining('no longer be taken back'),
    ]);
  });

  it('sends a mail of the log again, and no mail that could not be in it', async () => {
    const email = 'again@aozora.example';
    const { dealId } = await offeredDeal(product, { signer: { ...person, email, language: 'en' } });
    await settled(product, dealId);
    const sent = await product.db.outbox.findOne({ dealId, template: 'offer', 'to.email': email }).lean();
    const mail = sent?.request;
    expect((await sales().step(dealId, 'resend-mail', { mail })).status).toBe(200);
    await eventually(async () => (await mailsTo(product, email)).length === 2);
    for (const bad of [
      { ...mail, template: 'invoice' },
      { ...mail, reader: { to: 'everybody' } },
      { ...mail, reader: { to: 'person', email } },
      { ...mail, change: 'ended' },
      { ...mail, extra: 1 },
    ])
      expect((await sales().step(dealId, 'resend-mail', { mail: bad })).status).toBe(422);
  });

  it('sends no mail of a deal to a stranger, whose link would let him in', async () => {
    const { dealId } = await offeredDeal(product);
    await settled(product, dealId);
    const sent = await product.db.outbox.findOne({ dealId, template: 'offer' }).lean();
    const { request } = sent ?? {};
    const email = 'stranger@elsewhere.example';
    for (const reader of [
      { to: 'person', name: 'Hanako Sato', email, language: 'en' },
      {
        to: 'person',
        name: 'Hanako Sato',
        email: `hanako@aozora.example.${email.split('@')[1]}`,
        language: 'en',
      },
    ]) {
      const { status, body } = await sales().step(dealId, 'resend-mail', { mail: { ...request, reader } });
      expect([status, body.errors]).toEqual([
        409,
        [expect.objectContaining({ pointer: '/mail/reader/email' })],
      ]);
    }
    await settled(product, dealId);
    expect(await mailsTo(product, email)).toEqual([]);
  });

  it('is described in the documentation of the API', async () => {
    const { body } = await call(`${product.url}/api/docs/json`);
    for (const step of [
      'change-contact',
      'change-reminders',
      'stop-reminders',
      'resume-reminders',
      'resend-mail',
    ])
      expect(Object.keys(body.paths)).toContain(`/api/deals/{dealId}/${step}`);
    const { requestBody } = body.paths['/api/deals/{dealId}/change-reminders'].post;
    const { reminders } = requestBody.content['application/json'].schema.properties;
    expect(reminders.properties).toMatchObject({
      remindDaysBefore: { type: 'array' },
      quietHours: { type: 'number' },
    });
  });
});
