import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { rebuildReadModel } from '../../../worker/rebuild/read-model.ts';
import { replayBundle } from '../../support/bundles.ts';
import { inquire, settled, soldTwice } from '../../support/deals.ts';
import { eventually } from '../../support/eventually.ts';
import { reaches, staffAt } from '../../support/people.ts';
import { type Product, startProduct } from '../../support/product.ts';

describe('the read model', () => {
  let product: Product;
  const dealIds: string[] = [];
  beforeAll(async () => {
    product = await startProduct();
    const { first: active, second } = await soldTwice(product);
    const lost = await inquire(product);
    await staffAt(product, 'sales').step(lost, 'mark-negotiation-done', { version: 1 });
    await staffAt(product, 'sales').step(lost, 'close-deal', { reason: 'no budget' });
    await reaches(product, lost, 'lost');
    dealIds.push(active.dealId, lost, second.dealId);
    for (const dealId of dealIds) await settled(product, dealId);
    await eventually(async () => (await listed()).length === dealIds.length, {
      what: 'all deals in the list of Temporal',
    });
  });
  afterAll(() => product?.stop());

  async function listed(): Promise<string[]> {
    const query = `WorkflowType = 'deal' AND TaskQueue = '${product.name}'`;
    const found: string[] = [];
    for await (const { workflowId } of product.deps.temporal.workflow.list({ query })) found.push(workflowId);
    return found;
  }
  const readAll = async () => ({
    deals: await product.db.deals.find().sort({ _id: 1 }).lean(),
    timeline: await product.db.timeline.find().sort({ dealId: 1, seq: 1 }).lean(),
  });
  async function rebuild(): Promise<unknown[]> {
    const { deps, db, name: taskQueue } = product;
    const errors: unknown[] = [];
    const rebuilding = rebuildReadModel({
      temporal: deps.temporal,
      taskQueue,
      db,
      workflowBundle: replayBundle(),
    });
    for await (const { error } of rebuilding) if (error) errors.push(error);
    return errors;
  }

  it('that was lost is written again from the histories alone, to the letter', async () => {
    const before = await readAll();
    expect(before.timeline.filter(({ entry }) => entry.outcome === 'refused')).toHaveLength(1);
    await product.db.deals.deleteMany({});
    await product.db.timeline.deleteMany({});
    expect(await rebuild()).toEqual([]);
    expect(await readAll()).toEqual(before);
  });

  it('that has lines of a turn that came to nothing has the right ones again', async () => {
    const before = await readAll();
    const [dealId = ''] = dealIds;
    const last = before.timeline.filter(line => line.dealId === dealId).at(-1);
    if (!last) throw new Error('no line');
    const { db } = product;
    const changed = { ...last.entry, event: { type: 'addNote', text: 'came to nothing' } as const };
    const historyLength = (last.historyLength ?? 0) - 1;
    await db.timeline.updateOne({ _id: last._id }, { $set: { entry: changed, historyLength } });
    const seq = last.seq + 1;
    await db.timeline.create({
      _id: `${dealId}:${seq}`,
      dealId,
      seq,
      entry: { ...changed, seq },
      historyLength,
    });
    expect(await rebuild()).toEqual([]);
    expect(await readAll()).toEqual(before);
  });

  it('is as it was when nothing was lost, and deals have gone on', async () => {
    const [dealId = ''] = dealIds;
    const noted = await staffAt(product, 'sales').step(dealId, 'add-note', { text: 'still here' });
    expect(noted.status).toBe(200);
    const before = await readAll();
    expect(await rebuild()).toEqual([]);
    expect(await readAll()).toEqual(before);
  });
});
