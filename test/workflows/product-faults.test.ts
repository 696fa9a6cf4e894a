import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { dealWorkflowId } from '../../deal/contract/messages.ts';
import { accept, arrive, choose, offeredDeal, settled } from '../support/deals.ts';
import { asksFor } from '../support/outside/webhook-receiver.ts';
import { dealWhich, reaches, staffAt } from '../support/people.ts';
import { type Product, startProduct } from '../support/product.ts';

type Accident = (response: ServerResponse) => void;

/** How a vendor's product can behave when it is told of a link. */
const accidents: Record<string, Accident> = {
  throttled: response => response.writeHead(429).end(),
  broken: response => response.writeHead(500).end(),
  'without an answer': () => {},
  'gone after it has heard': response => response.destroy(),
};

describe('whatever the product does when it is told', () => {
  let product: Product;
  let accident: Accident | undefined;
  const heard: { id: string; dealId: string; at: number }[] = [];
  const vendor = createServer(async (request, response) => {
    const body = JSON.parse(Buffer.concat(await request.toArray()).toString());
    heard.push({ id: String(request.headers['webhook-id']), dealId: body.data.dealId, at: Date.now() });
    const once = accident;
    accident = undefined;
    if (once) return once(response);
    return response.writeHead(204).end();
  });

  beforeAll(async () => {
    vendor.listen(0, '127.0.0.1');
    await once(vendor, 'listening');
    const secret = `whsec_${Buffer.from('a secret for the tests only').toString('base64')}`;
    const url = `http://127.0.0.1:${(vendor.address() as AddressInfo).port}/`;
    product = await startProduct({ PRODUCT_WEBHOOK_URL: url, PRODUCT_WEBHOOK_SECRET: secret });
  });
  afterAll(async () => {
    await product?.stop();
    vendor.closeAllConnections();
    vendor.close();
  });

  async function chosenDeal(): Promise<string> {
    const deal = await offeredDeal(product);
    const { id } = accept(product, deal);
    await dealWhich(product, deal.dealId, each => each.license && each.accepted);
    await arrive(product, id);
    await reaches(product, deal.dealId, 'settingUp');
    await choose(product, deal.dealId);
    return deal.dealId;
  }

  it.each(Object.entries(accidents))(
    '%s, the deal is confirmed, and every telling has one id',
    async (_name, happens) => {
      accident = happens;
      const dealId = await chosenDeal();
      await reaches(product, dealId, 'active');
      await settled(product, dealId);
      const ids = heard.filter(each => each.dealId === dealId).map(each => each.id);
      expect(ids.length).toBeGreaterThan(1);
      expect(new Set(ids).size).toBe(1);
      expect(
        await product.db.outbox.countDocuments({ dealId, template: 'confirmation', state: 'sent' }),
      ).toBe(2);
    },
    90_000,
  );

  it('throttled for a while, it is told no sooner than it has asked for', async () => {
    accident = asksFor(3, { asDate: true });
    const dealId = await chosenDeal();
    await reaches(product, dealId, 'active');
    const [first = 0, second = 0] = heard.filter(each => each.dealId === dealId).map(({ at }) => at);
    expect(second - first).toBeGreaterThanOrEqual(3000);
  });

  it('gone for good, the deal is stuck by name, and one press cures it', async () => {
    accident = response => response.writeHead(410).end();
    const dealId = await chosenDeal();
    const stuck = await dealWhich(product, dealId, deal => deal.stuck.length > 0);
    expect(stuck.stuck[0]).toMatchObject({
      reason: 'productNotTold',
      cure: 'retryStep',
      detail: expect.stringContaining('410'),
    });
    await staffAt(product, 'support').step(dealId, 'retry-step');
    await reaches(product, dealId, 'active');
  });

  it('gone when a purchase ends, the closed deal waits until a person says what he has done', async () => {
    const dealId = await chosenDeal();
    const { agreement } = await reaches(product, dealId, 'active');
    await settled(product, dealId);
    accident = response => response.writeHead(410).end();
    product.emulator.endAgreement(agreement?.agreementId ?? '', 'CANCELLED');
    const ended = await dealWhich(product, dealId, deal => deal.closed && deal.stuck.length > 0);
    const workflow = product.deps.temporal.workflow.getHandle(dealWorkflowId(dealId));
    expect((await workflow.describe()).status.name).toBe('RUNNING');
    const support = staffAt(product, 'support');
    const [{ step = '' } = {}] = ended.stuck;
    const solved = { step, reason: 'Access ended in the product by hand.' };
    await support.step(dealId, 'mark-solved', solved);
    const { stuck, stage } = await dealWhich(product, dealId, deal => deal.stuck.length === 0);
    expect([stuck, stage]).toEqual([[], 'ended']);
    await workflow.result();
  });
});
