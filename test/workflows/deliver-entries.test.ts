import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Client, Connection } from '@temporalio/client';
import { createRecordActivities } from '../../activities/record.ts';
import { dealWorkflowId } from '../../deal/contract/messages.ts';
import { freePort } from '../../local/ports.ts';
import type { DeliveryState } from '../../shared/models/webhook-delivery.ts';
import { letOutHeld, tellNewEntries } from '../../shared/webhooks/deliver.ts';
import { readEndpoint } from '../../shared/webhooks/endpoint.ts';
import { agreeOn, inquire, settled } from '../support/deals.ts';
import { eventually } from '../support/eventually.ts';
import {
  asksFor,
  type Reaction,
  reactions,
  startWebhookReceiver,
  webhookSecret,
} from '../support/outside/webhook-receiver.ts';
import { dealWhich, mailsTo, reaches, staffAt } from '../support/people.ts';
import { type Product, startProduct } from '../support/product.ts';
import { environmentOf, program } from '../support/programs.ts';

const anHourAgo = () => new Date(Date.now() - 3_700_000);

let product: Product;
let receiver: Awaited<ReturnType<typeof startWebhookReceiver>>;

beforeAll(async () => {
  receiver = await startWebhookReceiver();
  product = await startProduct({
    TIMELINE_WEBHOOK_URL: receiver.url,
    TIMELINE_WEBHOOK_SECRET: webhookSecret,
    TIMELINE_WEBHOOK_RETRY_SECONDS: '1,1,2',
  });
});
afterEach(async () => {
  receiver.reactWith(() => reactions.takes);
  await product.db.webhookEndpoints.deleteMany({});
  await product.db.webhookDeliveries.deleteMany({});
});
afterAll(async () => {
  await product?.stop();
  receiver?.stop();
});

const rowsOf = (dealId: string) => product.db.webhookDeliveries.find({ dealId }).sort({ seq: 1 }).lean();
const addNote = (dealId: string, text = 'A note.') =>
  staffAt(product, 'sales').step(dealId, 'add-note', { text });
/** A deal of which everything recorded so far has been told. */
async function toldDeal(): Promise<string> {
  const dealId = await inquire(product);
  await dealWhich(product, dealId, deal => deal.seq > 1 && deal.mails.length === 0);
  await allIn(dealId, 'delivered');
  return dealId;
}
/** Waits until every entry of a deal has a delivery in this state. */
function allIn(dealId: string, state: DeliveryState) {
  return eventually(
    async () => {
      const rows = await rowsOf(dealId);
      // The record is written before the timeline, and the deliveries after it.
      const record = await product.db.deals.findById(dealId).lean();
      const recorded = Math.max(record?.seq ?? 0, await product.db.timeline.countDocuments({ dealId }));
      const all = recorded > 0 && rows.length === recorded && rows.every(row => row.state === state);
      return all ? rows : undefined;
    },
    { what: `every entry ${state}` },
  );
}
async function failing(reaction: Reaction): Promise<string> {
  const dealId = await toldDeal();
  receiver.reactWith(() => reaction);
  await addNote(dealId);
  await eventually(async () => (await readEndpoint(product.db)).failures > 0);
  return dealId;
}
const resume = async () => {
  const pausedAt = (await readEndpoint(product.db)).pausedAt?.toISOString();
  await letOutHeld(product.deps, { commandId: randomUUID(), pausedAt });
};

describe('the vendor’s webhook', () => {
  it('hears of every timeline entry once, signed, in the words of the timeline', async () => {
    const dealId = await inquire(product);
    await agreeOn(product, dealId);
    await reaches(product, dealId, 'offered');
    await settled(product, dealId);
    await allIn(dealId, 'delivered');
    const lines = await product.db.timeline.find({ dealId }).sort({ seq: 1 }).lean();
    const heard = receiver.of(dealId);
    expect(heard.map(each => each.line).sort()).toEqual(lines.map(line => line._id).sort());
    for (const { _id, entry } of lines)
      expect(heard.find(each => each.line === _id)?.body).toEqual({
        type: `timeline.${entry.event.type}`,
        timestamp: entry.decidedAt,
        data: { dealId, entry: JSON.parse(JSON.stringify(entry)) },
      });
  });

  it('hears nothing that lets anybody in, and no mail', async () => {
    const dealId = await inquire(product);
    await agreeOn(product, dealId);
    await reaches(product, dealId, 'offered');
    await settled(product, dealId);
    await allIn(dealId, 'delivered');
    const all = receiver
      .of(dealId)
      .map(each => each.text)
      .join();
    const mail = (await mailsTo(product, 'taro@aozora.example')).at(-1);
    const link = /\/offers\/([\w.~-]+)/.exec(mail?.text ?? '')?.[1] ?? 'no link';
    expect(link).not.toBe('no link');
    for (const secret of [link, product.config.SESSION_SECRET, webhookSecret, '<html', 'Kind regards'])
      expect(all).not.toContain(secret);
  });

  it.each(['throttles', 'breaks', 'redirects', 'drops', 'stalls'] as const)(
    'that %s once is told again under the same id, and the deal does not wait for it',
    async name => {
      const dealId = await toldDeal();
      const met = new Set<string>();
      receiver.reactWith(({ id }) => {
        const again = met.has(id);
        met.add(id);
        return again ? reactions.takes : reactions[name];
      });
      expect((await addNote(dealId)).status).toBe(200);
      const rows = await allIn(dealId, 'delivered');
      const last = rows.at(-1);
      expect(last).toMatchObject({ attempts: 2, lastAnswer: '204' });
      expect(receiver.heard.filter(each => each.line === last?._id)).toHaveLength(2);
      const [first, second] = receiver.heard.filter(each => each.line === last?._id);
      expect(first?.id).toBe(second?.id);
      expect(first?.text).toBe(second?.text);
      await eventually(async () => (await readEndpoint(product.db)).failures === 0);
    },
    60_000,
  );

  it('that asks for a longer pause, in seconds or as a date, is told no sooner', async () => {
    const dealId = await toldDeal();
    const answers = [asksFor(3), asksFor(4, { asDate: true })];
    receiver.reactWith(() => answers.shift() ?? reactions.takes);
    await addNote(dealId);
    const rows = await allIn(dealId, 'delivered');
    const [first = 0, second = 0, third = 0] = receiver.heard
      .filter(({ line }) => line === rows.at(-1)?._id)
      .map(({ at }) => at);
    expect(second - first).toBeGreaterThanOrEqual(3000);
    expect(third - second).toBeGreaterThanOrEqual(4000);
  });

  it('that asks for years is told again after an hour', async () => {
    const dealId = await toldDeal();
    receiver.reactWith(() => asksFor(999_999_999));
    await addNote(dealId);
    const { turn = '' } = await eventually(() =>
      product.db.webhookDeliveries.findOne({ dealId, lastAnswer: '429' }).lean(),
    );
    const handle = product.deps.temporal.workflow.getHandle(turn);
    const timer = await eventually(async () =>
      (await handle.fetchHistory()).events?.find(event => event.timerStartedEventAttributes),
    );
    expect(Number(timer.timerStartedEventAttributes?.startToFireTimeout?.seconds)).toBe(3600);
    await handle.terminate();
  });

  it('that never takes one entry has it in the log as failed after the last attempt, and the others delivered', async () => {
    const dealId = await toldDeal();
    receiver.reactWith(({ body }) =>
      body.data.entry.event.text === 'Poison.' ? reactions.refuses : reactions.takes,
    );
    await addNote(dealId, 'Poison.');
    await addNote(dealId, 'Fine.');
    const rows = await eventually(
      async () => {
        const found = await rowsOf(dealId);
        return found.some(row => row.state === 'failed') ? found : undefined;
      },
      { what: 'the entry failed' },
    );
    expect(rows.filter(row => row.type === 'addNote')).toMatchObject([
      { state: 'failed', attempts: 4, lastAnswer: '404' },
      { state: 'delivered', attempts: 1 },
    ]);
  });

  it('hears again of what a worker was telling it when it was killed', async () => {
    const dealId = await toldDeal();
    await product.stopWorker();
    const worker = spawn(process.execPath, ['--no-warnings', ...(await program('worker/main'))], {
      env: { ...process.env, ...environmentOf(product.config), WORKER_PORT: String(await freePort()) },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    receiver.reactWith(() => reactions.stalls);
    await addNote(dealId);
    const note = await eventually(
      () => receiver.of(dealId).find(each => each.body.type === 'timeline.addNote'),
      {
        what: 'the other worker told it',
      },
    );
    worker.kill('SIGKILL');
    await once(worker, 'exit');
    receiver.reactWith(() => reactions.takes);
    await product.startWorker();
    await allIn(dealId, 'delivered');
    expect(receiver.heard.filter(each => each.id === note.id)).toHaveLength(2);
  });

  it('hears nothing twice when the same entries are recorded again', async () => {
    const dealId = await toldDeal();
    await addNote(dealId);
    await allIn(dealId, 'delivered');
    const lines = await product.db.timeline.find({ dealId }).sort({ seq: 1 }).lean();
    const before = receiver.of(dealId).length;
    // As after a crash: the last two together, the last one alone, and all of them.
    for (const from of [-2, -1, 0]) {
      const entries = lines.slice(from).map(line => line.entry);
      await tellNewEntries(product.deps, { dealId, entries, historyLength: 1 });
    }
    const started = await eventually(() => workflowsOf(product, dealId));
    for (const id of started) await product.deps.temporal.workflow.getHandle(id).result();
    expect(receiver.of(dealId)).toHaveLength(before);
    expect(await product.db.webhookDeliveries.countDocuments({ dealId })).toBe(lines.length);
  });

  it('hears another line under another id when the turn that wrote the first one came to nothing', async () => {
    const dealId = await toldDeal();
    await addNote(dealId, 'Came to nothing.');
    const rows = await allIn(dealId, 'delivered');
    const { db, config, temporal, accounts } = product.deps;
    const last = await db.timeline.findById(rows.at(-1)?._id).lean();
    const found = await db.deals.findById(dealId).lean();
    if (!last || !found) throw new Error('no line');
    const tellNew = (recorded: Parameters<typeof tellNewEntries>[1]) =>
      tellNewEntries({ db, config, temporal }, recorded);
    const { record } = createRecordActivities({ db, accounts, tellNewEntries: tellNew });
    const event = { type: 'addNote', text: 'Counts.' } as const;
    const entries = [{ ...last.entry, commandId: randomUUID(), event }];
    const historyLength = (last.historyLength ?? 0) + 3;
    const turn = { deal: found.deal, entries, historyLength, isAsTold: true };
    // The second time is a repetition, which tells nothing.
    for (const _time of [1, 2]) {
      await record(turn);
      await allIn(dealId, 'delivered');
    }
    const told = receiver.heard.filter(each => each.line === last._id);
    expect(told.map(each => each.body.data.entry.event.text)).toEqual(['Came to nothing.', 'Counts.']);
    expect(new Set(told.map(each => each.id)).size).toBe(2);
  });

  it('is told later when Temporal cannot be reached after the entry was written', async () => {
    const dealId = await toldDeal();
    const [line] = await product.db.timeline.find({ dealId }).lean();
    if (!line) throw new Error('no entry');
    const late = { ...line.entry, seq: 900 };
    await product.db.timeline.create({
      ...line,
      _id: `${dealId}:900`,
      seq: 900,
      commandId: 'late',
      entry: late,
    });
    const away = new Client({ connection: Connection.lazy({ address: '127.0.0.1:1' }) });
    const recorded = { dealId, entries: [late], historyLength: 1 };
    await expect(tellNewEntries({ ...product.deps, temporal: away }, recorded)).rejects.toMatchObject({
      code: 'temporalUnavailable',
    });
    await tellNewEntries(product.deps, recorded);
    await allIn(dealId, 'delivered');
    expect(receiver.heard.filter(each => each.line === `${dealId}:900`)).toHaveLength(1);
  });

  it('adds nothing to the history of the deal', async () => {
    const dealId = await toldDeal();
    await addNote(dealId);
    await allIn(dealId, 'delivered');
    const handle = product.deps.temporal.workflow.getHandle(dealWorkflowId(dealId));
    const { events } = await handle.fetchHistory();
    expect(JSON.stringify(events)).not.toContain('deliverEntry');
  });

  it('that is gone is paused at once; staff hear of it once, and what happens then is held untried', async () => {
    const dealId = await failing(reactions.isGone);
    const heard = receiver.heard.length;
    await addNote(dealId);
    await addNote(dealId);
    await eventually(
      async () => (await product.db.webhookDeliveries.countDocuments({ state: 'held' })) === 3,
    );
    expect(receiver.heard).toHaveLength(heard);
    const { pausedAt, pausedFor } = await readEndpoint(product.db);
    expect(pausedFor).toBe('gone');
    const mails = () =>
      product.db.outbox.find({ key: { $regex: `^webhook-paused:${pausedAt?.toISOString()}` } }).lean();
    await eventually(async () => (await mails()).filter(mail => mail.state === 'sent').length === 2);
    expect((await mails()).map(mail => mail.to.email).sort()).toEqual([
      'sales@example.com',
      'support@example.com',
    ]);
    const [mail] = await mailsTo(product, 'support@example.com').then(all =>
      all.filter(each => each.subject.includes('webhook')),
    );
    expect(mail?.text).toContain('410 Gone');
    expect(mail?.text).toContain('/desk/webhooks');
    expect(mail?.text).not.toContain('secret-path');
  });

  it('gets what was held in the order in which it happened, once somebody resumes it', async () => {
    const other = await toldDeal();
    const dealId = await failing(reactions.isGone);
    for (const each of [dealId, other, dealId, other]) await addNote(each);
    await eventually(
      async () => (await product.db.webhookDeliveries.countDocuments({ state: 'held' })) === 5,
    );
    const held = await product.db.webhookDeliveries.find({ state: 'held' }).sort({ at: 1 }).lean();
    const before = receiver.heard.length;
    receiver.reactWith(() => reactions.takes);
    await resume();
    await allIn(dealId, 'delivered');
    await allIn(other, 'delivered');
    expect((await readEndpoint(product.db)).onTrial).toBeUndefined();
    expect(receiver.heard.slice(before).map(each => each.line)).toEqual(held.map(row => row._id));
    expect((await readEndpoint(product.db)).pausedAt).toBeUndefined();
  });

  it('is paused once ten attempts in a row have failed over an hour, and a success would have begun anew', async () => {
    const dealId = await failing(reactions.breaks);
    await eventually(async () => (await readEndpoint(product.db)).failures === 4);
    receiver.reactWith(() => reactions.takes);
    await addNote(dealId);
    await eventually(async () => (await readEndpoint(product.db)).failures === 0);
    receiver.reactWith(() => reactions.breaks);
    for (const _each of [1, 2, 3]) await addNote(dealId);
    await eventually(async () => (await readEndpoint(product.db)).failures >= 12);
    expect((await readEndpoint(product.db)).pausedAt).toBeUndefined();
    await product.db.webhookEndpoints.updateOne({}, { $set: { failingSince: anHourAgo() } });
    await addNote(dealId);
    await eventually(async () => (await readEndpoint(product.db)).pausedFor === 'failing');
    await eventually(async () => (await rowsOf(dealId)).at(-1)?.state === 'held');
  });

  it('that still takes nothing is paused again by the first entry, and the others stay held', async () => {
    const dealId = await failing(reactions.isGone);
    for (const _each of [1, 2, 3]) await addNote(dealId);
    await eventually(
      async () => (await product.db.webhookDeliveries.countDocuments({ state: 'held' })) === 4,
    );
    const first = await readEndpoint(product.db);
    receiver.reactWith(() => reactions.breaks);
    const before = receiver.heard.length;
    await resume();
    await eventually(async () => {
      const { pausedAt } = await readEndpoint(product.db);
      return pausedAt && pausedAt.getTime() !== first.pausedAt?.getTime();
    });
    expect((await readEndpoint(product.db)).pausedFor).toBe('stillFailing');
    await eventually(
      async () => (await product.db.webhookDeliveries.countDocuments({ state: 'held' })) === 4,
    );
    expect(receiver.heard).toHaveLength(before + 1);
  });
});

async function workflowsOf(product: Product, dealId: string): Promise<string[]> {
  const found: string[] = [];
  const query = `WorkflowId STARTS_WITH "tell-${dealId}"`;
  for await (const { workflowId } of product.deps.temporal.workflow.list({ query })) found.push(workflowId);
  return found.length >= 4 ? found : [];
}
