import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Worker } from '@temporalio/worker';
import { writeLines } from '../../activities/record/lines.ts';
import { dealWorkflowId } from '../../deal/contract/messages.ts';
import type { Deal } from '../../deal/deal.ts';
import { dealDecider } from '../../deal/decider.ts';
import type { Entry } from '../../deal/events.ts';
import { recordOf } from '../../shared/models/deal-record.ts';
import { workflowBundle } from '../support/bundles.ts';
import { accept, choose, offeredDeal, settled } from '../support/deals.ts';
import { dealWhich, reaches, staffAt } from '../support/people.ts';
import { type Product, startProduct } from '../support/product.ts';
import { arrival } from '../support/story.ts';

let product: Product;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product?.stop());

/** What a worker leaves that dies after it has written a turn, and before Temporal has heard of it. */
async function tellAndDie(deal: Deal, told: Pick<Entry, 'event' | 'by'> & { commandId: string }) {
  const { db, deps } = product;
  const at = deps.now();
  const entry: Entry = { ...told, seq: deal.seq + 1, at, decidedAt: at, outcome: 'applied' };
  const { historyLength = 0 } = (await db.deals.findById(deal.dealId).lean()) ?? {};
  const after = dealDecider.evolve(deal, entry);
  await db.deals.replaceOne({ _id: deal.dealId }, { ...recordOf(after), historyLength });
  await writeLines(db, { dealId: deal.dealId, entries: [entry], historyLength });
}

it('a choice that was made on what a dead worker has told comes after it, and holds', async () => {
  const offered = await offeredDeal(product);
  accept(product, offered);
  await dealWhich(product, offered.dealId, each => each.accepted && each.license, { what: 'the purchase' });
  const deal = await settled(product, offered.dealId);
  const { dealId } = deal;
  await tellAndDie(deal, {
    commandId: 'arrival:r1:-',
    by: { kind: 'buyer', id: 'jiro@aozora.example' },
    event: arrival,
  });

  await choose(product, dealId);

  await reaches(product, dealId, 'active');
  const timeline = (await staffAt(product, 'support').timeline(dealId)).reverse();
  const since = timeline.slice(deal.seq, deal.seq + 2);
  expect(since.map(({ event, outcome }) => [event.type, outcome])).toEqual([
    ['buyerArrived', 'applied'],
    ['linkOrganization', 'applied'],
  ]);
  const handle = product.deps.temporal.workflow.getHandle(dealWorkflowId(dealId));
  const bundle = { workflowBundle: await workflowBundle() };
  await Worker.runReplayHistory(bundle, await handle.fetchHistory(), handle.workflowId);
});
