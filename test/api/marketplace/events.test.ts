import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Deal } from '../../../deal/deal.ts';
import { accept, arrive, choose, offeredDeal } from '../../support/deals.ts';
import { eventually } from '../../support/eventually.ts';
import { dealWhich, reaches, staffAt } from '../../support/people.ts';
import { type Product, startProduct } from '../../support/product.ts';

type Happening = 'agreement' | 'license' | 'arrival';

function orders<T>(items: T[]): T[][] {
  if (items.length < 2) return [items];
  return items.flatMap((item, index) => orders(items.toSpliced(index, 1)).map(rest => [item, ...rest]));
}

describe('events of AWS', () => {
  let product: Product;
  beforeAll(async () => {
    product = await startProduct({ RECONCILE_SECONDS: 86_400 });
  });
  afterAll(() => product?.stop());

  const secret = () => product.config.MARKETPLACE_EVENT_SECRET;
  const post = (body: unknown, key = secret()) =>
    fetch(`${product.url}/marketplace/events`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-api-key': key },
      body: JSON.stringify(body),
    });

  /** The two events of an acceptance, held back by the emulator and sent by the test. */
  async function accepted(): Promise<{
    deal: Deal;
    agreementId: string;
    envelopes: Record<'agreement' | 'license', { id: string }>;
  }> {
    const deal = await offeredDeal(product);
    product.emulator.settings({ events: { drop: true } });
    const { id } = accept(product, deal);
    const find = (type: string) =>
      eventually(
        () =>
          product.emulator
            .events()
            .find(
              each =>
                each.envelope['detail-type'].startsWith(type) && JSON.stringify(each.envelope).includes(id),
            )?.envelope,
        { what: type },
      );
    const envelopes = {
      agreement: await find('Purchase Agreement Created'),
      license: await find('License Updated'),
    };
    product.emulator.settings({ events: { drop: false } });
    return { deal, agreementId: id, envelopes };
  }

  it('are refused without the secret, and kept nowhere', async () => {
    const envelope = {
      id: randomUUID(),
      'detail-type': 'License Updated - Manufacturer',
      source: 'x',
      time: new Date().toISOString(),
      detail: {},
    };
    expect((await post(envelope, 'guess')).status).toBe(401);
    expect(await product.db.events.countDocuments({ _id: envelope.id })).toBe(0);
  });

  it('are taken with the secret from where somebody has guessed too often, who is not even told that it was wrong', async () => {
    const guesses = await Promise.all(Array.from({ length: 40 }, (_, index) => post({}, `guess ${index}`)));
    const statuses = new Set(guesses.map(({ status }) => status));
    expect([...statuses].toSorted()).toEqual([401, 429]);
    expect((await post({})).status).toBe(422);
  });

  it.each(
    orders<Happening>(['agreement', 'license', 'arrival']).map(order => [order.join(', '), order] as const),
  )('lead to the linked organization in the order %s, with each of them twice', async (_name, order) => {
    const { deal, agreementId, envelopes } = await accepted();
    const happen = async (what: Happening) => {
      if (what === 'arrival') return expect((await arrive(product, agreementId)).status).toBe(303);
      return expect((await post(envelopes[what])).status).toBe(202);
    };
    for (const what of order) {
      await happen(what);
      await happen(what);
    }
    await dealWhich(product, deal.dealId, each => each.agreement && each.license && each.registration, {
      what: 'all three',
    });
    await choose(product, deal.dealId);
    await reaches(product, deal.dealId, 'active');
    const facts = (await staffAt(product, 'support').timeline(deal.dealId)).map(entry => entry.event.type);
    expect(facts.filter(event => event === 'agreementEvent' || event === 'licenseEvent')).toHaveLength(2);
    expect(await product.db.billingLinks.countDocuments({ dealId: deal.dealId })).toBe(1);
    expect(
      await product.db.setupSessions.countDocuments({ awsAccountId: '111122223333', dealId: deal.dealId }),
    ).toBe(1);
  });

  it('that no deal knows are kept and waiting', async () => {
    const { envelopes } = await accepted();
    const unknown = JSON.parse(
      JSON.stringify(envelopes.agreement).replaceAll(/(agmt|offer)-[a-z0-9]+/g, '$1-unknown'),
    );
    expect(await (await post({ ...unknown, id: randomUUID() })).json()).toEqual({ state: 'waiting' });
  });

  it('of kinds that say nothing to a deal are kept and ignored', async () => {
    const envelope = {
      id: randomUUID(),
      'detail-type': 'Disbursement Paused',
      source: 'aws.marketplace',
      time: new Date().toISOString(),
      detail: {},
    };
    expect(await (await post(envelope)).json()).toEqual({ state: 'ignored' });
  });

  it('with a missing field are refused with a clear answer', async () => {
    const answer = await post({ id: randomUUID() });
    expect(answer.status).toBe(422);
    expect(
      ((await answer.json()) as { errors: { pointer: string }[] }).errors.map(each => each.pointer),
    ).toContain('/detail-type');
  });
});

describe('the safety net', () => {
  let product: Product;
  beforeAll(async () => {
    product = await startProduct({ RECONCILE_SECONDS: 1 });
  });
  afterAll(() => product?.stop());

  it('finds agreement and license by asking AWS when no event ever came', async () => {
    const deal = await offeredDeal(product);
    product.emulator.settings({ events: { drop: true } });
    const { id } = accept(product, deal);
    const found = await dealWhich(product, deal.dealId, each => each.agreement && each.license, {
      what: 'agreement and license by search',
    });
    expect(found.agreement).toMatchObject({ agreementId: id, learntFrom: 'search', status: 'ACTIVE' });
    await arrive(product, id);
    await reaches(product, deal.dealId, 'settingUp');
    await choose(product, deal.dealId);
    await reaches(product, deal.dealId, 'active');
  });

  it('says nothing again that an event has told', async () => {
    product.emulator.settings({ events: { drop: false } });
    const deal = await offeredDeal(product);
    accept(product, deal);
    await dealWhich(product, deal.dealId, each => each.agreement && each.license);
    const handle = product.deps.temporal.schedule.getHandle(
      `reconcile-${product.config.TEMPORAL_TASK_QUEUE}`,
    );
    const twoMoreLooks = async () => {
      const before = (await handle.describe()).info.numActionsTaken;
      await eventually(async () => (await handle.describe()).info.numActionsTaken >= before + 2, {
        what: 'two more looks',
      });
    };
    const told = async () =>
      (await staffAt(product, 'support').timeline(deal.dealId)).filter(
        ({ event }) => event.type === 'agreementEvent',
      ).length;
    // A look that was under way may have crossed the event.
    await twoMoreLooks();
    const before = await told();
    await twoMoreLooks();
    expect(await told()).toBe(before);
  });
});
