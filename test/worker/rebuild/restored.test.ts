import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Worker } from '@temporalio/worker';
import type { Actor } from '../../../deal/people.ts';
import { run } from '../../../local/servers/run.ts';
import { workflowBundle } from '../../support/bundles.ts';
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
} from '../../support/deals.ts';
import { eventually } from '../../support/eventually.ts';
import { call, dealWhich, reaches, staffAt } from '../../support/people.ts';
import { type Product, startProduct } from '../../support/product.ts';
import { environmentOf, program } from '../../support/programs.ts';
import { copyOf, startTemporalToSetBack } from './set-back.ts';

const sales: Actor = { kind: 'staff', id: 'sales@example.com', roles: ['sales'] };

describe('after a restore', () => {
  let temporal: Awaited<ReturnType<typeof startTemporalToSetBack>>;
  let product: Product;
  beforeAll(async () => {
    temporal = await startTemporalToSetBack();
    process.env.TEMPORAL_ADDRESS = temporal.address;
    product = await startProduct({ RECONCILE_SECONDS: 3600 });
  });
  afterAll(async () => {
    await product?.stop();
    await temporal?.stop();
  });

  /** As an operator does: with nothing running, by the command. */
  async function restore(...setBack: (() => Promise<void>)[]): Promise<string> {
    await product.stopWorker();
    for (const each of setBack) await each();
    const command = { command: process.execPath, args: [...(await program('worker/rebuild')), '--restored'] };
    const env = { ...process.env, ...environmentOf(product.config), PUBLIC_URL: product.url };
    return run({ ...command, env, timeoutMs: 120_000 }).finally(() => product.startWorker());
  }

  async function whileNobodyWorks(act: () => Promise<void>): Promise<void> {
    await product.stopWorker();
    await act();
    await product.startWorker();
  }

  const linesOf = async (dealId: string) =>
    (await product.db.timeline.find({ dealId }).sort({ seq: 1 }).lean()).map(({ entry }) => entry);
  const note = (dealId: string, text: string) =>
    send(product, dealId, { type: 'addNote', text }, sales, `note:${text}`);
  const notesOf = async (dealId: string) =>
    (await linesOf(dealId)).flatMap(({ event }) => (event.type === 'addNote' ? [event.text] : []));
  const written = (dealId: string, text: string) =>
    eventually(async () => (await notesOf(dealId)).includes(text), { what: `the note ${text}` });
  async function noted(dealId: string, text: string): Promise<void> {
    await note(dealId, text);
    await written(dealId, text);
  }
  async function quietDeal(): Promise<string> {
    const dealId = await inquire(product);
    await settled(product, dealId);
    return dealId;
  }
  const offersAtAws = () => Object.keys(product.emulator.state.offers).length;
  const mails = async () => (await call(`${product.mailbox.url}/api/mails?limit=1000`)).body.length;

  /** What there is once everything has been done. */
  async function whatThereIs(dealIds: string[]) {
    const deals = await Promise.all(dealIds.map(dealId => settled(product, dealId)));
    const links = await product.db.billingLinks.find({ active: true }, { agreementId: 1 }).lean();
    const agreements = links.map(({ agreementId }) => agreementId).toSorted();
    return { deals, offers: offersAtAws(), mails: await mails(), agreements };
  }

  async function goesOn(dealId: string): Promise<void> {
    const { length } = await linesOf(dealId);
    const answer = await staffAt(product, 'sales').step(dealId, 'add-note', { text: 'after the restore' });
    expect([answer.status, answer.body.entry?.seq]).toEqual([200, length + 1]);
  }

  async function allReplay(dealIds: string[]): Promise<void> {
    for (const dealId of dealIds) {
      const handle = product.deps.temporal.workflow.getHandle(`deal-${dealId}`);
      const bundle = { workflowBundle: await workflowBundle() };
      await Worker.runReplayHistory(bundle, await handle.fetchHistory(), handle.workflowId);
    }
  }

  it('of an older Temporal each deal goes on from its timeline, and nothing is done twice', async () => {
    const inquired = await inquire(product);
    const [offered, active] = [
      await offeredDeal(product),
      await activate(product, await offeredDeal(product)),
    ];
    await settled(product, active.dealId);
    await whileNobodyWorks(async () => {
      await note(active.dealId, 'nobody has decided this');
      await temporal.copy();
    });
    await agreeOn(product, inquired);
    await activate(product, await reaches(product, inquired, 'offered'));
    const opened = (await offeredDeal(product)).dealId;
    const closed = await staffAt(product, 'sales').step(offered.dealId, 'close-deal', {
      reason: 'no budget',
    });
    expect(closed.status).toBe(200);
    await reaches(product, offered.dealId, 'lost');
    await eventually(async () =>
      (await linesOf(active.dealId)).some(({ commandId }) => commandId?.includes('nobody')),
    );
    const dealIds = [inquired, active.dealId, opened, offered.dealId];
    const before = await whatThereIs(dealIds);

    const said = await restore(temporal.setBack);
    for (const dealId of dealIds) expect(said).toContain(`${dealId} goes on from its timeline`);
    await eventually(async () => {
      const { status } = await product.deps.temporal.workflow.getHandle(`deal-${offered.dealId}`).describe();
      return status.name === 'COMPLETED';
    });
    expect(await whatThereIs(dealIds)).toEqual(before);
    for (const dealId of [inquired, active.dealId, opened]) await goesOn(dealId);
    await activate(product, await reaches(product, opened, 'offered'));
    await settled(product, opened);
    expect(offersAtAws()).toBe(before.offers);
    await allReplay(dealIds);
  }, 240_000);

  it('of an older MongoDB the timelines are there again, and the buyer comes back from AWS', async () => {
    const offered = await offeredDeal(product);
    await settled(product, offered.dealId);
    const putBack = await copyOf(product.db);
    const opened = await inquire(product);
    const agreement = accept(product, offered);
    await dealWhich(product, offered.dealId, deal => deal.agreement && deal.license);
    await arrive(product, agreement.id);
    await reaches(product, offered.dealId, 'settingUp');
    await settled(product, offered.dealId);
    const before = await Promise.all([opened, offered.dealId].map(linesOf));

    await restore(putBack);
    expect(await Promise.all([opened, offered.dealId].map(linesOf))).toEqual(before);
    await goesOn(opened);
    expect((await arrive(product, agreement.id)).status).toBe(303);
    await choose(product, offered.dealId);
    await reaches(product, offered.dealId, 'active');
    await allReplay([opened, offered.dealId]);
  }, 240_000);

  it('of both, each deal goes on from the one that knows more of it', async () => {
    const [one, other] = [await quietDeal(), await quietDeal()];
    await noted(one, 'in both');
    const putBack = await copyOf(product.db);
    await noted(one, 'in Temporal');
    await whileNobodyWorks(async () => {
      await note(other, 'told and not decided');
      await temporal.copy();
    });
    await written(other, 'told and not decided');
    await noted(one, 'in neither');

    await restore(putBack, temporal.setBack);
    expect(await notesOf(one)).toEqual(['in both', 'in Temporal']);
    await written(other, 'told and not decided');
    for (const dealId of [one, other]) await goesOn(dealId);
    await allReplay([one, other]);
  }, 240_000);

  it('what a deal was told and never wrote down is told to it again', async () => {
    const dealId = await quietDeal();
    await whileNobodyWorks(temporal.copy);
    await noted(dealId, 'in the timeline alone');
    await restore(temporal.setBack, async () => void (await note(dealId, 'in Temporal alone')));
    await written(dealId, 'in Temporal alone');
    expect(await notesOf(dealId)).toEqual(['in the timeline alone', 'in Temporal alone']);
    await goesOn(dealId);
  }, 240_000);
});
