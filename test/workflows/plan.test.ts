import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { dealWorkflowId } from '../../deal/contract/messages.ts';
import type { Deal } from '../../deal/deal.ts';
import { deadlines } from '../../deal/reminders/plan.ts';
import { offeredDeal, send, settled } from '../support/deals.ts';
import { eventually } from '../support/eventually.ts';
import { dealWhich, staffAt } from '../support/people.ts';
import { type Product, startProduct } from '../support/product.ts';
import { dayAfter } from '../support/samples.ts';

/** A day of business passes in three quarters of a second. */
const scale = 120_000;

describe('the plan of a deal, on real servers', () => {
  let product: Product;
  beforeAll(async () => {
    product = await startProduct({ OFFERDESK_TIME_SCALE: scale });
  });
  afterAll(() => product?.stop());

  const offerOf = (days: number) =>
    offeredDeal(product, { offerExpiresOn: dayAfter(product.deps.now(), days) });
  const remindersTo = (dealId: string, email: string) =>
    product.db.outbox.countDocuments({ dealId, template: 'offerExpiring', 'to.email': email });
  /** An offer with more reminders than anybody would want. */
  async function remindedOften() {
    const offered = await offerOf(40);
    const reminders = { remindDaysBefore: [30, 27, 24, 21, 18, 15, 12, 9, 6, 3] };
    const by = { kind: 'staff' as const, id: 'sales@example.com', roles: ['sales' as const] };
    await send(product, offered.dealId, { type: 'changeReminders', reminders }, by);
    return dealWhich(product, offered.dealId, deal => deal.replannedAt);
  }
  const isExpired = (deal: Deal) => deal.offers[0]?.state === 'expired';
  const expiring = (deal: Deal) => deadlines(deal).filter(each => each.kind === 'offerExpiring');
  const timers = async (dealId: string) => {
    const handle = product.deps.temporal.workflow.getHandle(dealWorkflowId(dealId));
    const events = (await handle.fetchHistory()).events ?? [];
    return events.filter(event => event.timerStartedEventAttributes).length;
  };

  it('costs no more timers than what it sends, however much is planned', async () => {
    const { dealId } = await remindedOften();
    const before = await timers(dealId);
    const expired = await dealWhich(product, dealId, isExpired, { withinMs: 90_000, what: 'the expiry' });
    expect(expired.passed.length).toBeGreaterThanOrEqual(5);
    expect((await timers(dealId)) - before).toBeLessThanOrEqual(expired.passed.length + 1);
  });

  it('is made up for by one mail, and an entry for each that came too late, after days in which nothing ran', async () => {
    const { dealId } = await remindedOften();
    await product.stopWorker();
    const stoppedAt = product.deps.now();
    const record = await product.db.deals.findById(dealId).lean();
    const missed = expiring(record?.deal as Deal).filter(({ at }) => at > stoppedAt);
    const [first, second] = missed;
    if (!first || !second) throw new Error('too few reminders are left');
    await eventually(() => product.deps.now() > second.at, {
      what: 'two missed reminders',
    });
    await product.startWorker();
    await dealWhich(product, dealId, isExpired, { withinMs: 90_000, what: 'the expiry' });
    await settled(product, dealId);
    const entries = (await staffAt(product, 'sales').timeline(dealId)).flatMap(({ event }) =>
      event.type === 'deadlinePassed' && event.deadline.kind === 'offerExpiring' ? [event] : [],
    );
    const late = entries.filter(event => event.late).map(({ deadline }) => deadline.key);
    expect(late).toContain(first.key);
    expect(await remindersTo(dealId, 'taro@aozora.example')).toBe(entries.length - late.length);
  });

  it('changes at once with what the buyer wants, and nothing more goes to him', async () => {
    const { dealId } = await offerOf(12);
    for (const email of ['taro@aozora.example', 'hanako@aozora.example'])
      await send(product, dealId, { type: 'stopReminders', email }, { kind: 'buyer', id: email });
    const stopped = await dealWhich(product, dealId, deal => deal.remindersStopped?.length === 2);
    expect(expiring(stopped)).toEqual([]);
    // On a busy machine the first one may be out before he says so.
    await settled(product, dealId);
    const reminders = () => product.db.outbox.countDocuments({ dealId, template: 'offerExpiring' });
    const before = await reminders();
    await dealWhich(product, dealId, isExpired, { withinMs: 90_000, what: 'the expiry' });
    await settled(product, dealId);
    expect(await reminders()).toBe(before);
  });
});
