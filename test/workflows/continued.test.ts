import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freePort } from '../../local/ports.ts';
import { startTemporal } from '../../local/servers/temporal.ts';
import { rebuildReadModel } from '../../worker/rebuild/read-model.ts';
import { replayBundle } from '../support/bundles.ts';
import { activate, offeredDeal, send, settled } from '../support/deals.ts';
import { eventually } from '../support/eventually.ts';
import { staffAt } from '../support/people.ts';
import { type Product, startProduct } from '../support/product.ts';

/** A real server that asks for a new run after so few events that a purchase needs several. */
const fewEvents = { 'limit.historyCount.suggestContinueAsNew': 30 };

describe('a deal whose history grows too long for one run', () => {
  let folder: string;
  let temporal: Awaited<ReturnType<typeof startTemporal>>;
  let product: Product;
  let dealId: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'continued-'));
    const logFile = join(folder, 'temporal.log');
    temporal = await startTemporal({ port: await freePort(), logFile, limits: fewEvents });
    process.env.TEMPORAL_ADDRESS = temporal.address;
    product = await startProduct();
    ({ dealId } = await activate(product, await offeredDeal(product)));
    await settled(product, dealId);
    // A run ends while nothing is under way; these are as many events as a second one takes.
    for (let note = 1; note <= 8; note += 1)
      await staffAt(product, 'sales').step(dealId, 'add-note', { text: `note ${note}` });
  });
  afterAll(async () => {
    await product?.stop();
    await temporal?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  async function runs(): Promise<number> {
    const query = `WorkflowType = 'deal' AND TaskQueue = '${product.name}'`;
    return (await product.deps.temporal.workflow.count(query)).count;
  }
  const readAll = async () => ({
    deal: await product.db.deals.findById(dealId).lean(),
    timeline: await product.db.timeline.find({ dealId }).sort({ seq: 1 }).lean(),
  });

  it('goes on in new runs with nothing lost and nothing done twice', async () => {
    await eventually(async () => (await runs()) >= 3, { what: 'three runs' });
    const { deal, timeline } = await readAll();
    expect(deal?.stage).toBe('active');
    expect(timeline.map(({ seq }) => seq)).toEqual(timeline.map((_line, index) => index + 1));
    expect(deal?.deal.offers).toHaveLength(1);
    const sent = await product.db.outbox.find({ dealId, template: 'confirmation' }).lean();
    expect(sent).toHaveLength(new Set(sent.map(({ to }) => to.email)).size);
    expect(sent.length).toBeGreaterThan(0);
    expect(await product.db.billingLinks.countDocuments()).toBe(1);
  });

  it('knows the commands of earlier runs, and does nothing for one that is repeated', async () => {
    const { timeline } = await readAll();
    const early = timeline.find(({ entry }) => entry.event.type === 'markNegotiationDone')?.entry;
    if (!early) throw new Error('no line of the negotiation');
    const body = { type: 'markNegotiationDone', version: 1 } as const;
    await send(product, dealId, body, early.by, early.commandId);
    const noted = await staffAt(product, 'sales').step(dealId, 'add-note', { text: 'after the repetition' });
    expect(noted.body.entry.seq).toBe(timeline.length + 1);
  });

  it('counts its history over all runs, and is written again from all of them', async () => {
    const before = await readAll();
    const lengths = before.timeline.map(({ historyLength = 0 }) => historyLength);
    expect(lengths).toEqual(lengths.toSorted((a, b) => a - b));
    await product.db.deals.deleteMany({});
    await product.db.timeline.deleteMany({});
    const workflowBundle = replayBundle();
    const { deps, db, name: taskQueue } = product;
    for await (const { error } of rebuildReadModel({
      temporal: deps.temporal,
      taskQueue,
      db,
      workflowBundle,
    }))
      expect(error).toBeUndefined();
    expect(await readAll()).toEqual(before);
  });
});
