import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { WorkflowHandle } from '@temporalio/client';
import { Worker } from '@temporalio/worker';
import fc from 'fast-check';
import { dealWorkflowId } from '../../deal/contract/messages.ts';
import type { Deal } from '../../deal/deal.ts';
import type { Actor } from '../../deal/people.ts';
import { workflowBundle } from '../support/bundles.ts';
import { accept, agreeOn, arrive, choose, inquire, offeredDeal, send, settled } from '../support/deals.ts';
import { dealWhich, reaches } from '../support/people.ts';
import { type Product, startProduct } from '../support/product.ts';
import { runs } from '../support/runs.ts';
import { startFreezableMongodb } from './slow-mongodb.ts';

const sales: Actor = { kind: 'staff', id: 'sales@example.com', roles: ['sales'] };
const patienceMs = 90_000;

/** The event of a deal at which MongoDB stops: each leaves something under way that ends by itself, or not. */
const moments: Record<string, (product: Product) => Promise<string>> = {
  async startChangeSet(product) {
    const dealId = await inquire(product);
    await agreeOn(product, dealId);
    return dealId;
  },
  async followChangeSet(product) {
    const dealId = await inquire(product);
    await agreeOn(product, dealId);
    await dealWhich(product, dealId, deal => deal.changeSet?.changeSetId || deal.stage === 'offered');
    return dealId;
  },
  async offered(product) {
    return (await offeredDeal(product)).dealId;
  },
  async accepted(product) {
    const deal = await offeredDeal(product);
    accept(product, deal);
    await dealWhich(product, deal.dealId, each => each.agreement);
    return deal.dealId;
  },
  async chosen(product) {
    const deal = await offeredDeal(product);
    await arrive(product, accept(product, deal).id);
    await reaches(product, deal.dealId, 'settingUp');
    await choose(product, deal.dealId);
    return deal.dealId;
  },
};

const seed = Number(process.env.SEED ?? 20_261_127);
const stalls = fc.sample(
  fc.record({
    frozenMs: fc.integer({ min: 1000, max: 60_000 }),
    /** Calls to AWS that are answered late, each a second or more. */
    slowCalls: fc.integer({ min: 1, max: 12 }),
    changeSetMs: fc.integer({ min: 100, max: 15_000 }),
    notes: fc.array(fc.record({ to: fc.nat(), afterMs: fc.nat(60_000) }), { minLength: 4, maxLength: 12 }),
  }),
  { seed, ...runs(1) },
);

describe('a MongoDB that stands still', () => {
  let mongodb: Awaited<ReturnType<typeof startFreezableMongodb>>;
  let product: Product;
  beforeAll(async () => {
    mongodb = await startFreezableMongodb();
    process.env.MONGODB_URI = mongodb.uri;
    // Two hours a second: reminders fall due meanwhile.
    product = await startProduct({ OFFERDESK_TIME_SCALE: 7200, RECONCILE_SECONDS: 3600 });
  });
  afterAll(async () => {
    mongodb?.thaw();
    await product?.stop();
    await mongodb?.stop();
  });

  it('for longer than a workflow task lasts, while AWS answers, leaves a history that can be run again', async () => {
    product.emulator.settings({ changeSetDelay: 100 });
    product.emulator.addFault({ operation: 'StartChangeSet', kind: 'timeout', times: 2 });
    const dealId = (await moments.startChangeSet?.(product)) ?? '';
    mongodb.freeze();
    await note(dealId);
    await pause(20_000);
    mongodb.thaw();
    await reaches(product, dealId, 'offered');
    await replays(dealId);
  });

  it.each(stalls)(
    '%j: every deal goes on, and every history can be run again',
    async stall => {
      product.emulator.clearFaults();
      product.emulator.settings({ changeSetDelay: stall.changeSetMs });
      const dealIds = await Promise.all(Object.values(moments).map(play => play(product)));
      product.emulator.addFault({ operation: '*', kind: 'timeout', times: stall.slowCalls });
      mongodb.freeze();
      const noting = stall.notes.map(async ({ to, afterMs }) => {
        await pause(afterMs);
        await note(dealIds[to % dealIds.length] ?? '');
      });
      await pause(stall.frozenMs);
      mongodb.thaw();
      await Promise.all(noting);
      product.emulator.clearFaults();
      for (const dealId of dealIds) await confirmed(dealId);
      for (const dealId of dealIds) await replays(dealId);
      const noted = await product.db.timeline.countDocuments({
        dealId: { $in: dealIds },
        'entry.event.type': 'addNote',
      });
      expect(noted).toBe(stall.notes.length);
    },
    300_000,
  );

  const note = (dealId: string) => send(product, dealId, { type: 'addNote', text: 'meanwhile' }, sales);

  async function confirmed(dealId: string): Promise<Deal> {
    const past = (deal: Deal) => !['approving', 'creatingOffer', 'negotiating'].includes(deal.stage);
    const offered = await dealWhich(product, dealId, past, { withinMs: patienceMs, what: 'an offer' });
    const agreed = offered.agreement ?? accept(product, offered);
    const id = 'agreementId' in agreed ? agreed.agreementId : agreed.id;
    await dealWhich(product, dealId, deal => deal.agreement && deal.license, { withinMs: patienceMs });
    if (!offered.registration) await arrive(product, id);
    const arrived = await dealWhich(product, dealId, deal => deal.registration, { withinMs: patienceMs });
    if (!arrived.link) await choose(product, dealId);
    await reaches(product, dealId, 'active');
    return settled(product, dealId);
  }

  /** By a worker that knows nothing of the deal, as after a restart. The lines have no gap. */
  async function replays(dealId: string): Promise<void> {
    const handle: WorkflowHandle = product.deps.temporal.workflow.getHandle(dealWorkflowId(dealId));
    const bundle = { workflowBundle: await workflowBundle() };
    await Worker.runReplayHistory(bundle, await handle.fetchHistory(), handle.workflowId);
    const lines = await product.db.timeline.find({ dealId }, { seq: 1 }).sort({ seq: 1 }).lean();
    expect(lines.map(({ seq }) => seq)).toEqual(lines.map((_line, index) => index + 1));
  }
});
