import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Webhook } from 'standardwebhooks';
import { dealWorkflowId } from '../../deal/contract/messages.ts';
import {
  accept,
  activate,
  agreeOn,
  arrive,
  choose,
  inquire,
  offeredDeal,
  send,
  settled,
} from '../support/deals.ts';
import { eventually } from '../support/eventually.ts';
import { dealWhich, reaches, staffAt } from '../support/people.ts';
import { type Product, startProduct } from '../support/product.ts';
import { buyerAccount, sampleTerms } from '../support/samples.ts';
import { choice } from '../support/story.ts';

/** The budget of docs/architecture.md for a deal from inquiry to confirmation. */
const mostEvents = 120;
const mostTasks = 25;
const webhookSecret = `whsec_${Buffer.from('a secret for the tests only').toString('base64')}`;

describe('a deal on real servers', () => {
  let product: Product;
  const told: { id: string; body: { type: string; data: Record<string, unknown> } }[] = [];
  let refuseProduct = 0;
  const vendor = createServer(async (request, response) => {
    const body = Buffer.concat(await request.toArray()).toString();
    if (refuseProduct-- > 0) return response.writeHead(503).end();
    const verified = new Webhook(webhookSecret).verify(body, request.headers as Record<string, string>);
    told.push({ id: String(request.headers['webhook-id']), body: verified as never });
    return response.writeHead(204).end();
  });

  beforeAll(async () => {
    vendor.listen(0, '127.0.0.1');
    await once(vendor, 'listening');
    const url = `http://127.0.0.1:${(vendor.address() as AddressInfo).port}/`;
    product = await startProduct({
      PRODUCT_WEBHOOK_URL: url,
      PRODUCT_WEBHOOK_SECRET: webhookSecret,
      AGREEMENTS_PER_ORGANIZATION: 'one',
      RECONCILE_SECONDS: 86_400,
    });
  });
  afterEach(() => {
    refuseProduct = 0;
    product.emulator.clearFaults();
    product.emulator.settings({ changeSetDelay: 100, licenseDelay: 50 });
  });
  afterAll(async () => {
    await product?.stop();
    vendor.close();
  });
  const mailsOf = async (dealId: string) =>
    (await product.db.outbox.find({ dealId, state: 'sent' }).lean())
      .map(mail => `${mail.template} to ${mail.to.email}`)
      .sort();

  it('goes from inquiry to confirmation within the budget of its history', async () => {
    const { dealId } = await activate(product, await offeredDeal(product));
    await settled(product, dealId);
    const events =
      (await product.deps.temporal.workflow.getHandle(dealWorkflowId(dealId)).fetchHistory()).events ?? [];
    const tasks = events.filter(event => event.workflowTaskCompletedEventAttributes).length;
    process.stdout.write(`history of a full deal: ${events.length} events, ${tasks} workflow tasks\n`);
    expect(events.length).toBeLessThanOrEqual(mostEvents);
    expect(tasks).toBeLessThanOrEqual(mostTasks);
  });

  it('writes to everybody concerned, each once', async () => {
    const offered = await offeredDeal(product);
    // Once the buyer has accepted, a mail that tells of the offer would no longer be sent.
    await settled(product, offered.dealId);
    const { dealId } = await activate(product, offered);
    await settled(product, dealId);
    expect(await mailsOf(dealId)).toEqual([
      'accepted to sales@example.com',
      'activatedNotice to sales@example.com',
      `confirmation to ${choice.user.email}`,
      'confirmation to taro@aozora.example',
      'inquiryNotice to sales@example.com',
      'inquiryReceived to hanako@aozora.example',
      'offer to hanako@aozora.example',
      'offer to taro@aozora.example',
    ]);
  });

  it('tells the product of the link once, signed, and again until it listens', async () => {
    refuseProduct = 1;
    const deal = await activate(product, await offeredDeal(product));
    const heard = told.filter(each => each.body.data.dealId === deal.dealId);
    expect(heard).toHaveLength(1);
    expect(heard[0]?.id).toContain(dealWorkflowId(deal.dealId));
    expect(heard[0]?.body).toMatchObject({
      type: 'organization.linked',
      data: {
        agreementId: deal.agreement?.agreementId,
        awsAccountId: buyerAccount,
        entitlements: [{ dimension: 'committed_spend', value: '1' }],
      },
    });
  });

  it('has one line for everything that happened, in order and without gaps', async () => {
    const { dealId } = await activate(product, await offeredDeal(product));
    await settled(product, dealId);
    const timeline = (await staffAt(product, 'support').timeline(dealId)).reverse();
    expect(timeline.map(entry => entry.seq)).toEqual(timeline.map((_, index) => index + 1));
    const facts = timeline.map(entry => entry.event.type);
    for (const event of [
      'inquiryReceived',
      'proposeTerms',
      'markNegotiationDone',
      'changeSetStarted',
      'changeSetSucceeded',
      'agreementEvent',
      'licenseEvent',
      'buyerArrived',
      'linkOrganization',
      'entitlementsRead',
      'organizationLinked',
      'productTold',
    ] as const) {
      expect(facts.filter(each => each === event)).toHaveLength(1);
    }
  });

  it('grants nothing before the license event, and everything as soon as it is there', async () => {
    product.emulator.settings({ licenseDelay: 86_400_000 });
    const deal = await offeredDeal(product);
    const agreement = accept(product, deal);
    await reaches(product, deal.dealId, 'accepted');
    await arrive(product, agreement.id);
    await reaches(product, deal.dealId, 'settingUp');
    await choose(product, deal.dealId);
    const waiting = await reaches(product, deal.dealId, 'activating');
    expect([waiting.license, waiting.entitlements, waiting.link?.linkedAt]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    const license = {
      licenseArn: product.emulator.state.agreements[agreement.id]?.licenseArn ?? '',
      agreementId: agreement.id,
      productCode: 'examplecloud0000000000001',
    };
    await send(
      product,
      deal.dealId,
      { type: 'licenseEvent', ...license, status: 'updated' },
      { kind: 'aws', id: 'test' },
    );
    await dealWhich(product, deal.dealId, each => each.license);
  });

  it('makes the deal stuck with the words of AWS when it refuses the offer, and corrected terms carry on', async () => {
    product.emulator.failNextChangeSet({
      code: 'INVALID_BUYER_ACCOUNTS',
      message: 'Invalid accounts: [111122223333]',
      changeType: 'UpdateTargeting',
    });
    const dealId = await inquire(product);
    await agreeOn(product, dealId);
    const stuck = await dealWhich(product, dealId, deal => deal.stuck.length > 0, { what: 'stuck' });
    expect(stuck.stuck[0]).toMatchObject({
      reason: 'changeSetFailed',
      cure: 'proposeTerms',
      detail: expect.stringContaining('Invalid accounts: [111122223333]'),
    });
    await eventually(async () => (await mailsOf(dealId)).includes('stuckNotice to sales@example.com'));
    await staffAt(product, 'sales').step(dealId, 'propose-terms', {
      terms: sampleTerms(product.deps.now(), { durationMonths: 6 }),
    });
    const offered = await reaches(product, dealId, 'offered');
    expect(offered.offers).toHaveLength(1);
    expect(offered.stuck).toEqual([]);
  });

  it.each(['throttle', 'error', 'reset', 'lostAnswer'] as const)(
    'makes one offer when StartChangeSet meets: %s',
    async kind => {
      product.emulator.addFault({ operation: 'StartChangeSet', kind, times: 2 });
      const { dealId, offers } = await offeredDeal(product);
      const made = product.emulator.offers().filter(offer => JSON.stringify(offer).includes(dealId));
      expect([offers.length, made.length]).toEqual([1, 1]);
    },
  );

  it('is withdrawn at AWS before it is closed', async () => {
    const deal = await offeredDeal(product);
    await staffAt(product, 'sales').step(deal.dealId, 'withdraw-offer', { reason: 'wrong product' });
    const closed = await reaches(product, deal.dealId, 'withdrawn');
    expect(closed.offers[0]?.state).toBe('withdrawn');
    expect(() => accept(product, deal)).toThrow();
  });

  it('replaces a released offer by a new one, and takes the old one back', async () => {
    const deal = await offeredDeal(product);
    await agreeOn(product, deal.dealId, { durationMonths: 24 });
    const replaced = await dealWhich(
      product,
      deal.dealId,
      each => each.offers.length === 2 && each.offers[0]?.state === 'withdrawn',
    );
    expect(replaced.offers[1]).toMatchObject({ termsVersion: 2, state: 'released' });
  });

  it('lets the buyer choose another organization when the first is linked elsewhere, and may have one agreement only', async () => {
    const organizationId = randomUUID();
    const first = await offeredDeal(product);
    const one = accept(product, first);
    await dealWhich(product, first.dealId, each => each.license);
    await arrive(product, one.id);
    await reaches(product, first.dealId, 'settingUp');
    await choose(product, first.dealId, organizationId);
    await reaches(product, first.dealId, 'active');

    const second = await offeredDeal(product);
    const two = accept(product, second);
    await dealWhich(product, second.dealId, each => each.license);
    await arrive(product, two.id);
    await reaches(product, second.dealId, 'settingUp');
    await choose(product, second.dealId, organizationId);
    const stuck = await dealWhich(product, second.dealId, each => each.stuck.length > 0);
    expect(stuck.stuck[0]).toMatchObject({ reason: 'organizationTaken', cure: 'linkOrganization' });
    await choose(product, second.dealId);
    await reaches(product, second.dealId, 'active');
  });

  it('is cancelled by an operator in Temporal with every line written, while a step is under way', async () => {
    product.emulator.settings({ changeSetDelay: 60_000 });
    const dealId = await inquire(product);
    await agreeOn(product, dealId);
    const handle = product.deps.temporal.workflow.getHandle(dealWorkflowId(dealId));
    await dealWhich(product, dealId, deal => deal.changeSet?.changeSetId, { what: 'a running change set' });
    await handle.cancel();
    await expect(handle.result()).rejects.toMatchObject({ cause: { name: 'CancelledFailure' } });
    const lines = await staffAt(product, 'sales').timeline(dealId);
    expect(lines.map(({ seq }) => seq)).toEqual(lines.map((_line, index) => lines.length - index));
    expect(lines.map(({ event }) => event.type)).toContain('changeSetStarted');
  });

  it('treats a signal of any form sent by hand as refused, and goes on', async () => {
    const dealId = await inquire(product);
    const by = { kind: 'staff', id: 'x', roles: ['sales'] } as const;
    await send(product, dealId, { type: 'proposeTerms', terms: null as never }, by as never);
    const entry = await eventually(async () =>
      (await staffAt(product, 'sales').timeline(dealId)).find(each => each.outcome === 'refused'),
    );
    expect(entry.refusal).toMatchObject({ code: 'fieldsInvalid', fields: expect.any(Array) });
    await agreeOn(product, dealId);
    await reaches(product, dealId, 'offered');
  });
});
