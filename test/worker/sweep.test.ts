import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bundleWorkflowCode, NativeConnection, Worker } from '@temporalio/worker';
import { dealWorkflow, dealWorkflowId } from '../../deal/contract/messages.ts';
import type { Actor } from '../../deal/people.ts';
import type { MarketplaceEvent } from '../../shared/models/marketplace-event.ts';
import type { OutboxState } from '../../shared/models/outbox.ts';
import type { ChosenOrganization } from '../../shared/models/setup-session.ts';
import type { DeliveryState } from '../../shared/models/webhook-delivery.ts';
import { temporalSettings } from '../../shared/temporal/connect.ts';
import { signalDeal } from '../../shared/temporal/signal.ts';
import { rebuildReadModel } from '../../worker/rebuild/read-model.ts';
import { startSweeping } from '../../worker/sweep/sweep.ts';
import { verifiedUser } from '../shared/accounts/support.ts';
import { replayBundle } from '../support/bundles.ts';
import { accept, arrive, inquire, offeredDeal, send, settled } from '../support/deals.ts';
import { eventually } from '../support/eventually.ts';
import { dealWhich, reaches } from '../support/people.ts';
import { type Product, startProduct } from '../support/product.ts';

const sales: Actor = { kind: 'staff', id: 'sales@example.com', roles: ['sales'] };

let product: Product;
let sweeping: ReturnType<typeof startSweeping>;
let troubles = 0;
beforeAll(async () => {
  product = await startProduct({ RECONCILE_SECONDS: 86_400 });
  const { db, config, deps } = product;
  const { temporal, now, accounts, marketplace } = deps;
  const signal: Parameters<typeof startSweeping>[0]['deps']['signal'] = (dealId, command) =>
    signalDeal(temporal, dealId, command);
  sweeping = startSweeping({
    deps: { config, db, temporal, now, accounts, marketplace, signal },
    log: { warn: () => {}, error: () => {} },
    onEngineTroubles: deals => {
      troubles = deals;
    },
    pauseMs: 200,
  });
});
afterAll(async () => {
  await sweeping?.stop();
  await product?.stop();
});

describe('what a process kept before it died', () => {
  it('reaches the deal: the choice of a buyer', async () => {
    const { db, deps } = product;
    const deal = await offeredDeal(product);
    await arrive(product, accept(product, deal).id);
    const { registration } = await reaches(product, deal.dealId, 'settingUp');
    const { userId } = await verifiedUser(deps.accounts);
    const organizationId = randomUUID();
    const chosen: ChosenOrganization = {
      organizationId,
      organizationName: 'Aozora',
      userId,
      commandId: randomUUID(),
      waits: true,
    };
    await db.setupSessions.updateOne({ _id: registration?.setupSessionId }, { $set: { chosen } });
    const { link } = await dealWhich(product, deal.dealId, each => each.link, { what: 'a link' });
    expect(link).toMatchObject({ organizationId });
    await eventually(async () => (await db.setupSessions.countDocuments({ 'chosen.waits': true })) === 0);
  });

  it('reaches the deal: an event of AWS', async () => {
    const { db } = product;
    const deal = await offeredDeal(product);
    const [offer] = deal.offers;
    const at = new Date(product.deps.now());
    await db.events.create({
      _id: randomUUID(),
      detailType: 'Purchase Agreement Created - Proposer',
      keys: [offer?.offerId ?? ''],
      notice: {
        type: 'agreementEvent',
        agreementId: `agmt-${randomUUID()}`,
        offerId: offer?.offerId,
        awsAccountId: '111122223333',
        status: 'ACTIVE',
        learntFrom: 'event',
        acceptedAt: at.toISOString(),
        startsAt: at.toISOString(),
      },
      state: 'waiting',
      occurredAt: at,
      receivedAt: at,
      raw: {},
    });
    await dealWhich(product, deal.dealId, each => each.agreement, { what: 'the agreement' });
  });

  it('is sent: a mail about an account, with its reminders', async () => {
    const { db, deps } = product;
    const key = `verify:${randomUUID()}`;
    const props = {
      name: 'Hana',
      verifyUrl: `${product.url}/x`,
      expiresAt: new Date(Date.now() + 86_400_000).toISOString(),
    };
    const to = { name: 'Hana', email: `hana.${randomUUID()}@example.com`, language: 'ja' as const };
    await db.outbox.create({ key, template: 'emailVerification', to, props });
    await eventually(() => db.outbox.exists({ key, state: 'sent' }), { what: 'the mail is sent' });
    const { status } = await deps.temporal.workflow.getHandle(`mail-${key}`).describe();
    expect(status.name).toBe('RUNNING');
  });
});

describe('what was said in full', () => {
  const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000);

  it('is removed once it has been kept for long enough and nobody needs it, and the record of it stays', async () => {
    const { db } = product;
    const name: string = randomUUID();
    const mail = (key: string, state: OutboxState, days: number) => ({
      key: `${name}:${key}`,
      dealId: name,
      template: 'offer' as const,
      to: { name: 'Hana', email: 'hana@example.com', language: 'ja' as const },
      subject: 'Offer',
      html: '<p>12,000</p>',
      text: '12,000',
      state,
      attempts: 1,
      createdAt: daysAgo(days),
    });
    const event = (id: string, state: MarketplaceEvent['state'], days: number) => ({
      _id: `${name}:${id}`,
      detailType: 'License Updated - Manufacturer',
      keys: [],
      state,
      // Nothing is left of it to look for, whether it waits or not.
      askedAt: new Date(),
      occurredAt: daysAgo(days),
      receivedAt: daysAgo(days),
      raw: { detail: {} },
    });
    const delivery = (seq: number, state: DeliveryState, days: number) => ({
      _id: `${name}:${seq}`,
      dealId: name,
      seq,
      type: 'addNote' as const,
      outcome: 'applied' as const,
      at: daysAgo(days),
      answeredAt: daysAgo(days),
      state,
      attempts: 1,
      turn: 'gone',
    });
    const draft = (id: string, days: number) => ({
      _id: `${name}:${id}`,
      revision: 'r-1',
      fields: [],
      versions: 0,
      by: { kind: 'staff' as const, id: 'anna@example.com' },
      at: daysAgo(days).toISOString(),
      writtenAt: daysAgo(days),
    });
    await db.termsDrafts.create([draft('old', 401), draft('new', 399)]);
    await db.webhookDeliveries.create([
      delivery(1, 'delivered', 401),
      delivery(2, 'delivered', 399),
      delivery(3, 'held', 401),
    ]);
    await db.events.create([
      event('old', 'routed', 401),
      event('new', 'routed', 399),
      event('waits', 'waiting', 401),
    ]);
    await db.outbox.create([
      mail('new', 'sent', 399),
      mail('waits', 'sending', 401),
      mail('old', 'sent', 401),
    ]);

    await eventually(() =>
      db.outbox.exists({ key: `${name}:old`, html: { $exists: false }, text: { $exists: false } }),
    );
    expect(await db.outbox.findOne({ key: `${name}:old` }).lean()).toMatchObject({
      subject: 'Offer',
      state: 'sent',
    });
    expect(await db.outbox.countDocuments({ dealId: name, html: { $exists: true } })).toBe(2);
    await eventually(() => db.events.exists({ _id: `${name}:old`, raw: { $exists: false } }));
    expect(await db.events.countDocuments({ _id: { $regex: `^${name}` }, raw: { $exists: true } })).toBe(2);
    await eventually(async () => (await db.webhookDeliveries.countDocuments({ dealId: name })) === 2);
    expect(await db.webhookDeliveries.exists({ _id: `${name}:1` })).toBeNull();
    await eventually(
      async () => (await db.termsDrafts.countDocuments({ _id: { $regex: `^${name}` } })) === 1,
    );
    expect(await db.termsDrafts.exists({ _id: `${name}:new` })).not.toBeNull();
    await db.events.deleteMany({ _id: { $regex: `^${name}` } });
  });
});

describe('a deal that the engine cannot run', () => {
  it('is seen at the desk until it goes on, and named when the read model is told again', async () => {
    const { db, config, deps, name: taskQueue } = product;
    const [dealId, other] = [await inquire(product), await inquire(product)];
    for (const each of [dealId, other]) await settled(product, each);
    await product.stopWorker();
    const connection = await NativeConnection.connect(temporalSettings(config));
    const workflowsPath = fileURLToPath(new URL('./other-code.ts', import.meta.url));
    const workflowBundle = await bundleWorkflowCode({ workflowsPath });
    const wrong = await Worker.create({ connection, taskQueue, workflowBundle });
    await wrong.runUntil(async () => {
      await deps.temporal.workflow.start(dealWorkflow, {
        taskQueue,
        workflowId: dealWorkflowId('unlike'),
        args: [],
      });
      await send(product, dealId, { type: 'addNote', text: 'is anybody there?' }, sales);
      await dealWhich(product, dealId, deal => deal.stuck.some(({ reason }) => reason === 'engine'), {
        what: 'stuck for the engine',
      });
    });
    await connection.close();
    expect(troubles).toBe(1);
    expect(await db.deals.findById(dealId).lean()).toMatchObject({
      stuck: true,
      row: { stuck: [{ step: 'engine', reason: 'engine' }] },
    });
    expect(await db.deals.findById(other).lean()).toMatchObject({ stuck: false });
    await product.startWorker();
    await dealWhich(product, dealId, deal => deal.stuck.length === 0, { what: 'going on' });
    expect(await db.timeline.countDocuments({ dealId, 'entry.event.type': 'addNote' })).toBe(1);

    const named: string[] = [];
    const rebuilding = rebuildReadModel({
      temporal: deps.temporal,
      taskQueue,
      db,
      workflowBundle: replayBundle(),
    });
    let told = 0;
    for await (const { workflowId, error } of rebuilding) {
      told += 1;
      if (error) named.push(workflowId);
    }
    expect(named).toEqual([dealWorkflowId('unlike')]);
    expect(told).toBeGreaterThan(2);
  });
});
