import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { deadlines } from '../../deal/reminders/plan.ts';
import { accept, offeredDeal, settled } from '../support/deals.ts';
import { eventually } from '../support/eventually.ts';
import { dealWhich, reaches, staffAt } from '../support/people.ts';
import { type Product, startProduct } from '../support/product.ts';
import { dayAfter } from '../support/samples.ts';

/** A day of business passes in about three seconds of the real servers. */
const scale = 30_000;

describe('time', () => {
  let product: Product;
  beforeAll(async () => {
    product = await startProduct({ OFFERDESK_TIME_SCALE: scale, REMINDERS: '{"remindDaysBefore":[7]}' });
  });
  afterAll(() => product?.stop());

  const reminders = (dealId: string) =>
    product.db.outbox.find({ dealId, template: 'offerExpiring' }).sort({ sentAt: 1 }).lean();
  const remindersOf = (keys: string[]) =>
    keys.filter(key => key.startsWith('offerExpiring')).map(key => key.split(':').at(-1));
  const businessDay = () => product.deps.now().slice(0, 10);

  it('reminds of an offer, expires it, and an extension revives it', async () => {
    const offered = await offeredDeal(product, { offerExpiresOn: dayAfter(product.deps.now(), 11) });
    const { dealId } = offered;
    // Days apart on any calendar: one that goes out late, on the day of the next, would be instead of it.
    const planned = remindersOf([...offered.passed, ...deadlines(offered).map(({ key }) => key)]);
    const expired = await dealWhich(product, dealId, deal => deal.offers[0]?.state === 'expired', {
      withinMs: 90_000,
      what: 'the expiry',
    });
    expect(planned).not.toHaveLength(0);
    expect(remindersOf(expired.passed)).toEqual(planned);
    const sent = await eventually(async () => {
      const rows = await reminders(dealId);
      return rows.every(row => row.state !== 'queued' && row.state !== 'sending') ? rows : undefined;
    });
    expect(new Set(sent.map(row => row.to.email))).toEqual(
      new Set(['taro@aozora.example', 'hanako@aozora.example']),
    );

    const answer = await staffAt(product, 'sales').step(dealId, 'extend-offer', {
      expiresOn: dayAfter(product.deps.now(), 40),
    });
    expect(answer.status).toBe(200);
    const revived = await dealWhich(
      product,
      dealId,
      deal => deal.offers[0]?.state === 'released' && !deal.changeSet,
    );
    accept(product, revived);
    await reaches(product, dealId, 'accepted');
  });

  it('sends no reminder of an offer that was accepted', async () => {
    const deal = await offeredDeal(product, { offerExpiresOn: dayAfter(product.deps.now(), 10) });
    accept(product, deal);
    await reaches(product, deal.dealId, 'accepted');
    await settled(product, deal.dealId);
    const before = (await reminders(deal.dealId)).length;
    await eventually(() => businessDay() > (deal.offers[0]?.expiresOn ?? ''), {
      withinMs: 90_000,
      what: 'the last day of the offer',
    });
    const after = (await product.db.deals.findById(deal.dealId).lean())?.deal;
    expect(after?.offers[0]?.state).toBe('accepted');
    expect(await reminders(deal.dealId)).toHaveLength(before);
  });

  it('chases a buyer who paid and never came, and stops once he has', async () => {
    const deal = await offeredDeal(product);
    accept(product, deal);
    const chased = await dealWhich(
      product,
      deal.dealId,
      each => each.passed.filter(key => key.startsWith('chaseSetUp:absent')).length >= 2,
    );
    expect(chased.passed).toContain('chaseSetUp:absent:1');
    await eventually(
      async () =>
        (await product.db.outbox.countDocuments({
          dealId: deal.dealId,
          template: 'setUpReminder',
          state: 'sent',
        })) > 0,
    );
  });
});
