import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { inquire, offeredDeal, settled } from '../../../../support/deals.ts';
import { call, dealWhich } from '../../../../support/people.ts';
import { type Product, startProduct, tokens } from '../../../../support/product.ts';
import { hiddenFields } from '../../../buyers/visitor.ts';
import { type Colleague, signedIn } from '../../at-the-desk.ts';

let product: Product;
let sales: Colleague;
beforeAll(async () => {
  product = await startProduct();
  sales = await signedIn(product);
});
afterAll(() => product?.stop());

it('buyers of ticked deals are reminded after one question, each once, and who has nothing waiting is left out', async () => {
  const [first, second] = [await offeredDeal(product), await offeredDeal(product)];
  const quiet = await inquire(product, { company: 'Nothing Planned Here' });
  for (const dealId of [first.dealId, second.dealId, quiet]) await settled(product, dealId);
  const ticks = Object.fromEntries(
    [first.dealId, second.dealId, quiet].map(dealId => [`pick.${dealId}`, 'yes']),
  );
  const asked = await sales.press('/desk/deals', '/desk/deals/bulk', { ...ticks, action: 'remind' });
  expect(asked.status).toBe(303);
  const page = asked.location ?? '';
  const { html } = await sales.get(page);
  const [, mails = ''] = /Send (\d+) mails/.exec(html) ?? [];
  expect(html).toContain('1 deal is left out');
  expect(html).toContain('Nothing Planned Here');
  const reminders = () =>
    product.db.outbox.countDocuments({
      template: 'offerExpiring',
      dealId: { $in: [first.dealId, second.dealId] },
    });
  expect(await reminders()).toBe(0);

  const fields = hiddenFields(html, '/desk/deals/remind');
  for (const _again of [1, 2])
    expect((await sales.post('/desk/deals/remind', fields)).location).toBe(
      '/desk/deals?applied=2&refused=0&pending=0&did=remind',
    );
  for (const { dealId } of [first, second]) {
    await dealWhich(
      product,
      dealId,
      deal => deal.mails.length === 0 && Object.keys(deal.reminded).length > 0,
    );
    const sent = { dealId, 'entry.event.type': 'sendReminderNow' };
    expect(await product.db.timeline.countDocuments(sent)).toBe(1);
  }
  expect(await reminders()).toBe(Number(mails));
  expect((await sales.get(page)).html).toContain('had a reminder today');
});

it('programs give owners to many deals, and remind their buyers as the desk would', async () => {
  const [offered, quiet] = [(await offeredDeal(product)).dealId, await inquire(product)];
  for (const dealId of [offered, quiet]) await settled(product, dealId);
  const ask = (path: string, body?: object) =>
    call(`${product.url}/api${path}`, { token: tokens.sales, body });
  const fitting = `/fitting-reminders?deal=${offered}&deal=${quiet}`;
  const { body } = await ask(fitting);
  expect(body.toSend).toMatchObject([
    { dealId: offered, key: expect.any(String), mails: expect.any(Number) },
  ]);
  expect(body.skipped).toEqual([{ dealId: quiet, why: 'nothingPlanned' }]);
  const deals = body.toSend.map(({ dealId, key }: Record<string, string>) => ({ dealId, key }));
  const sent = await ask('/steps/send-reminder-now', { deals });
  expect(sent.body.answers).toMatchObject([{ dealId: offered, outcome: 'applied' }]);
  await dealWhich(product, offered, deal => deal.mails.length === 0 && Object.keys(deal.reminded).length > 0);
  expect((await ask(`/fitting-reminders?deal=${offered}`)).body.skipped).toMatchObject([
    { why: 'remindedToday' },
  ]);
  const owner = 'Mailto:sales@example.com';
  const taken = await ask('/steps/assign-owner', {
    deals: [offered, quiet].map(dealId => ({ dealId, owner, timeZone: 'UTC' })),
  });
  expect(taken.body.answers).toMatchObject([{ outcome: 'applied' }, { outcome: 'applied' }]);
  for (const dealId of [offered, quiet])
    await dealWhich(product, dealId, deal => deal.owner === 'sales@example.com');
  expect((await ask('/fitting-reminders')).status).toBe(422);
});
