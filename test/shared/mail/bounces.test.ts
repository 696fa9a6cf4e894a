import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Actor } from '../../../deal/people.ts';
import { badAddressOf, isBad, listBad, markBad, markGood } from '../../../shared/mail/bad-addresses.ts';
import { type Reporting, receiveReport } from '../../../shared/mail/bounces.ts';
import type { MailReport } from '../../../shared/mail/mail-report.ts';
import { signalDeal } from '../../../shared/temporal/signal.ts';
import { send } from '../../support/deals.ts';
import { factsOf, mailWhich, offerMailed } from '../../support/outside/bounced.ts';
import { dealWhich, mailsTo, reaches, staffAt } from '../../support/people.ts';
import { type Product, startProduct } from '../../support/product.ts';

const detail = '550 5.1.1 No such user';
const sales: Actor = { kind: 'staff', id: 'sales@example.com', roles: ['sales'] };
const isStuck = { what: 'a deal stuck with a mail that came back' };

describe('a mail that came back', () => {
  let product: Product;
  beforeAll(async () => {
    product = await startProduct({ RECONCILE_SECONDS: 86_400 });
  });
  afterAll(() => product?.stop());

  const reporting = (): Reporting => ({
    db: product.db,
    now: product.deps.now,
    signal: (dealId, command) => signalDeal(product.deps.temporal, dealId, command),
  });
  const receive = (report: Partial<Extract<MailReport, { kind: 'bounce' }>>) =>
    receiveReport(reporting(), { kind: 'bounce', outcome: 'badAddress', detail, ...report });
  const stuckOf = (dealId: string) =>
    dealWhich(product, dealId, deal => deal.stuck.some(each => each.reason === 'mailBounced'), isStuck);

  it('makes its address bad, is noted, and makes its deal stuck for the owner to cure', async () => {
    const { dealId, email, messageId, mail } = await offerMailed(product);
    expect(await receive({ messageId, email })).toBe('bounced');
    expect(await badAddressOf(product.db, email)).toMatchObject({
      reason: detail,
      source: 'report',
      messageId,
    });
    expect(await mailWhich(product, { key: mail.key })).toMatchObject({
      state: 'bounced',
      lastError: detail,
    });
    const { stuck } = await stuckOf(dealId);
    expect(stuck).toMatchObject([{ cure: 'changeContact', detail: `${email}: ${detail}` }]);
    await mailWhich(product, { dealId, template: 'stuckNotice', state: 'sent' });
  });

  it('is told to its deal once, however often and at once it is reported', async () => {
    const { dealId, messageId } = await offerMailed(product);
    const twice = await Promise.all([receive({ messageId }), receive({ messageId })]);
    expect([...twice, await receive({ messageId })]).toEqual(['bounced', 'bounced', 'bounced']);
    await stuckOf(dealId);
    expect(await factsOf(product, dealId, 'mailBounced')).toHaveLength(1);
  });

  it('is told once Temporal can be reached again, when it could not be at first', async () => {
    const { dealId, messageId } = await offerMailed(product);
    const report = { kind: 'bounce', outcome: 'badAddress', detail, messageId } as const;
    const signal = () => Promise.reject(new Error('Temporal is down'));
    await expect(receiveReport({ ...reporting(), signal }, report)).rejects.toThrow('Temporal is down');
    expect(await receive(report)).toBe('bounced');
    await stuckOf(dealId);
  });

  it('is news again after it was sent again', async () => {
    const { dealId, email, messageId, mail } = await offerMailed(product);
    await receive({ messageId });
    await stuckOf(dealId);
    await staffAt(product, 'sales').step(dealId, 'retry-step');
    // On a busy machine it may take an attempt more.
    await mailWhich(product, { key: mail.key, attempts: { $gt: mail.attempts }, state: 'sent' });
    expect(await isBad(product.db, email)).toBe(false);
    await dealWhich(product, dealId, deal => deal.stuck.length === 0, { what: 'a deal that goes on' });
    await receive({ messageId });
    await stuckOf(dealId);
    expect(await factsOf(product, dealId, 'mailBounced')).toHaveLength(2);
    expect(await isBad(product.db, email)).toBe(true);
  });

  it('goes to the right address as soon as staff name it', async () => {
    const { dealId, messageId } = await offerMailed(product);
    await receive({ messageId });
    const { terms } = await stuckOf(dealId);
    const signer = terms.at(-1)?.terms.signer;
    if (!signer) throw new Error('the deal has a signer');
    const person = { ...signer, email: 'right-one@buyer.example' };
    await send(product, dealId, { type: 'changeContact', role: 'signer', person }, sales);
    await mailWhich(product, {
      dealId,
      template: 'offer',
      state: 'sent',
      'to.email': person.email,
    } as object);
    expect(await mailsTo(product, person.email)).toHaveLength(1);
    await dealWhich(product, dealId, deal => deal.stuck.length === 0, { what: 'a deal that goes on' });
  });

  it('but that says nothing about its address makes no address bad', async () => {
    const { dealId, email, messageId } = await offerMailed(product);
    await receive({ messageId, email, outcome: 'notDelivered' });
    await stuckOf(dealId);
    const other = await offerMailed(product);
    await receive({ messageId: other.messageId, email: 'passed-on@elsewhere.example' });
    await stuckOf(other.dealId);
    for (const address of [email, other.email, 'passed-on@elsewhere.example'])
      expect([address, await isBad(product.db, address)]).toEqual([address, false]);
  });

  it('and may still arrive is noted, and nobody is told', async () => {
    const { dealId, email, messageId, mail } = await offerMailed(product);
    expect(await receive({ messageId, outcome: 'delayed', detail: '4.4.1 waiting' })).toBe('noted');
    expect(await mailWhich(product, { key: mail.key })).toMatchObject({
      state: 'sent',
      lastError: '4.4.1 waiting',
    });
    expect(await isBad(product.db, email)).toBe(false);
    expect(await factsOf(product, dealId, 'mailBounced')).toEqual([]);
  });

  it('is found by its reader, however his address is written, when the report names no mail of ours', async () => {
    const { dealId, email } = await offerMailed(product);
    expect(await receive({ email: email.toUpperCase() })).toBe('bounced');
    await stuckOf(dealId);
    const other = await offerMailed(product);
    const messageId = '<0106019cadd2f000-aabb@ap-northeast-1.amazonses.com>';
    expect(await receive({ email: other.email, messageId })).toBe('bounced');
    await stuckOf(other.dealId);
  });

  it('is not taken for one of ours that is older than two weeks, or when it names another mail', async () => {
    const { email, mail } = await offerMailed(product);
    expect(await receive({ email, messageId: '<campaign-7@other.example>' })).toBe('unknown');
    const fifteenDaysAgo = new Date(Date.parse(product.deps.now()) - 15 * 86_400_000);
    await product.db.outbox.updateMany({ 'to.email': email }, { createdAt: fifteenDaysAgo });
    expect(await receive({ email })).toBe('unknown');
    expect(await receive({ email: 'nobody@buyer.example' })).toBe('unknown');
    expect(await isBad(product.db, email)).toBe(false);
    expect(await mailWhich(product, { key: mail.key })).toMatchObject({ state: 'sent' });
  });

  it('from one of the staff makes his address bad and no deal stuck', async () => {
    const { dealId } = await offerMailed(product);
    const notice = await mailWhich(product, { dealId, template: 'inquiryNotice', state: 'sent' });
    const { messageId = '', to } = notice;
    expect(await receive({ messageId })).toBe('bounced');
    expect(await isBad(product.db, to.email)).toBe(true);
    expect(await factsOf(product, dealId, 'mailBounced')).toEqual([]);
    await markGood(product.db, to.email);
  });

  it('of a deal that is over is noted all the same', async () => {
    const { dealId, email, messageId } = await offerMailed(product);
    await staffAt(product, 'sales').step(dealId, 'withdraw-offer', { reason: 'The budget is gone.' });
    await reaches(product, dealId, 'withdrawn');
    expect(await receive({ messageId })).toBe('bounced');
    expect(await isBad(product.db, email)).toBe(true);
  });

  it('that its reader called spam stops his reminders, once, and nothing else', async () => {
    const { dealId, email, messageId } = await offerMailed(product);
    for (let times = 0; times < 2; times++)
      expect(await receiveReport(reporting(), { kind: 'complaint', messageId })).toBe('remindersStopped');
    await dealWhich(product, dealId, deal => deal.remindersStopped?.includes(email), {
      what: 'no reminders',
    });
    expect(await factsOf(product, dealId, 'stopReminders')).toHaveLength(1);
    expect(await isBad(product.db, email)).toBe(false);
  });
});

describe('a bad address', () => {
  let product: Product;
  beforeAll(async () => {
    product = await startProduct({ RECONCILE_SECONDS: 86_400 });
  });
  afterAll(() => product?.stop());

  it('is the same however it is written, and keeps its first reason until it is good again', async () => {
    const { db } = product;
    const mark = (email: string, reason: string, day: number) =>
      markBad(db, { email, reason, source: 'report', since: new Date(Date.UTC(2026, 2, day)) });
    await Promise.all([mark('Jane@Buyer.example', 'first', 1), mark('jane@buyer.example', 'first', 1)]);
    await mark('jane@buyer.EXAMPLE', 'second', 2);
    await mark('john@buyer.example', 'third', 3);
    expect((await listBad(db)).map(each => [each._id, each.reason])).toEqual([
      ['john@buyer.example', 'third'],
      ['jane@buyer.example', 'first'],
    ]);
    await markGood(db, 'JANE@buyer.example');
    expect(await isBad(db, 'jane@buyer.example')).toBe(false);
    expect(await isBad(db, 'John@buyer.example')).toBe(true);
  });
});
