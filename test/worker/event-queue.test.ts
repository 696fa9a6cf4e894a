import { randomUUID } from 'node:crypto';
import { SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Envelope } from '../../shared/marketplace/event-bridge.ts';
import type { Inbox } from '../../shared/marketplace/inbox.ts';
import { signalDeal } from '../../shared/temporal/signal.ts';
import { pollEvents, startEventQueue } from '../../worker/event-queue.ts';
import { accept, arrive, choose, offeredDeal } from '../support/deals.ts';
import { eventually } from '../support/eventually.ts';
import { dealWhich, reaches, staffAt } from '../support/people.ts';
import { type Product, startProduct } from '../support/product.ts';

interface Logged {
  facts: Record<string, unknown>;
  message: string;
}

describe('the queue of events', () => {
  let product: Product;
  let queueUrl: string;
  let logged: Logged[] = [];
  const running: { stop(): Promise<void> }[] = [];

  beforeAll(async () => {
    product = await startProduct({ RECONCILE_SECONDS: 3600 });
    queueUrl = `${product.emulator.url}/queues/marketplace-events`;
    // The queue alone tells: nothing is posted to the api.
    product.emulator.settings({ eventTarget: null });
  });
  afterEach(async () => {
    await Promise.all(running.splice(0).map(each => each.stop()));
    queue().splice(0);
    logged = [];
  });
  afterAll(() => product?.stop());

  const queue = () => product.emulator.state.queue;
  const log = { warn: (facts: object, message: string) => logged.push({ facts: { ...facts }, message }) };
  const signal: Inbox['signal'] = (dealId, command) => signalDeal(product.deps.temporal, dealId, command);

  /** A worker's poller, as worker/main.ts starts it. */
  function start(inbox: Partial<Inbox> = {}) {
    const config = { ...product.config, MARKETPLACE_QUEUE_URL: queueUrl };
    const poller = startEventQueue({
      config,
      inbox: { db: product.db, signal, ...inbox },
      log: log as never,
    });
    running.push(poller);
    return poller;
  }

  function put(body: string): void {
    queue().push({ id: randomUUID(), body, visibleFrom: 0, receiveCount: 0, sentAt: Date.now() });
  }

  const notice = (change: Partial<Envelope> = {}): Envelope => ({
    id: randomUUID(),
    'detail-type': 'Disbursement Paused',
    source: 'aws.marketplace',
    time: new Date().toISOString(),
    detail: {},
    ...change,
  });
  const kept = (id: string) => product.db.events.findById(id).lean();
  /** What was received and not deleted is hidden for a while; here time passes for the queue alone. */
  const showAll = () => {
    for (const message of queue()) message.visibleFrom = 0;
  };
  const emptied = () =>
    eventually(
      () => {
        showAll();
        return queue().length === 0;
      },
      { what: 'an empty queue' },
    );

  it('brings a deal to its linked organization when nothing else tells', async () => {
    start();
    const deal = await offeredDeal(product);
    const { id } = accept(product, deal);
    await dealWhich(product, deal.dealId, each => each.agreement && each.license);
    await arrive(product, id);
    await reaches(product, deal.dealId, 'settingUp');
    await choose(product, deal.dealId);
    await reaches(product, deal.dealId, 'active');
    await emptied();
  });

  it('tells a deal once what is delivered twice', async () => {
    product.emulator.settings({ events: { duplicate: true } });
    const deal = await offeredDeal(product);
    accept(product, deal);
    await eventually(() => queue().filter(each => each.body.includes('License Updated')).length === 2);
    product.emulator.settings({ events: { duplicate: false } });
    start();
    await dealWhich(product, deal.dealId, each => each.agreement && each.license);
    await emptied();
    const facts = (await staffAt(product, 'support').timeline(deal.dealId)).map(entry => entry.event.type);
    expect(facts.filter(event => event === 'agreementEvent' || event === 'licenseEvent')).toHaveLength(2);
  });

  it('keeps what comes while no worker runs for the next one', async () => {
    await start().stop();
    const missed = notice();
    put(JSON.stringify(missed));
    expect(await kept(missed.id)).toBeNull();
    expect(queue()).toHaveLength(1);
    start();
    await emptied();
    expect(await kept(missed.id)).toMatchObject({ state: 'ignored', detailType: 'Disbursement Paused' });
  });

  it('stops at once although it is waiting for a message', async () => {
    const abort = new AbortController();
    const sqs = new SQSClient({ region: 'us-east-1', endpoint: product.emulator.url });
    const asked: (string | undefined)[] = [];
    sqs.middlewareStack.add((next, { commandName }) => args => {
      asked.push(commandName);
      return next(args);
    });
    const inbox = { db: product.db, signal };
    const polling = pollEvents({ sqs, queueUrl, inbox, log: log as never, signal: abort.signal });
    put(JSON.stringify(notice()));
    await emptied();
    await eventually(() => asked.at(-1) === 'ReceiveMessageCommand', { what: 'a long poll' });
    const before = asked.length;
    const since = Date.now();
    abort.abort();
    await polling;
    // Long before the queue would have answered.
    expect(Date.now() - since).toBeLessThan(10_000);
    // Until the next worker has taken a message, this one would have asked again.
    put(JSON.stringify(notice()));
    start();
    await emptied();
    expect(asked).toHaveLength(before);
    expect(logged).toEqual([]);
    sqs.destroy();
  });

  it.each([
    ['no JSON', 'secret text', 'badRequest'],
    ['another form', JSON.stringify({ hello: 'secret text' }), 'invalid'],
    [
      'an event that does not say which agreement it is about',
      JSON.stringify(
        notice({
          'detail-type': 'Purchase Agreement Created - Proposer',
          detail: { offer: { id: 'secret text' } },
        }),
      ),
      'invalid',
    ],
  ])('leaves %s to the dead-letter rules and takes what is beside it', async (_name, body, problem) => {
    const good = notice();
    put(body);
    put(JSON.stringify(good));
    start();
    await eventually(() => {
      showAll();
      return queue().length === 1;
    });
    expect(await kept(good.id)).toMatchObject({ state: 'ignored' });
    expect(queue()[0]?.body).toBe(body);
    expect(logged[0]?.facts).toMatchObject({ messageId: queue()[0]?.id, problem });
    expect(JSON.stringify(logged)).not.toContain('secret text');
  });

  it('takes an event again that could not be passed on', async () => {
    const deal = await offeredDeal(product);
    queue().splice(0);
    accept(product, deal);
    await eventually(() => queue().some(each => each.body.includes('License Updated')));
    let outages = 2;
    start({
      signal: async (dealId, command) => {
        if (outages-- > 0) throw new Error('Temporal is down');
        return signal(dealId, command);
      },
    });
    await emptied();
    await dealWhich(product, deal.dealId, each => each.agreement && each.license);
    expect(logged.filter(each => each.message === 'event not taken; it comes again')).toHaveLength(2);
  });

  it('is not looked for when none is configured', async () => {
    const { stop } = startEventQueue({
      config: product.config,
      inbox: { db: product.db, signal },
      log: log as never,
    });
    await stop();
    expect(product.config.MARKETPLACE_QUEUE_URL).toBe('');
  });

  it('that does not answer is noticed, and polled again', async () => {
    // Both attempts of one look fail; the third is for a request that an earlier test's poller may have left under way.
    product.emulator.addFault({ operation: 'ReceiveMessage', kind: 'error', times: 3 });
    const sent = notice();
    put(JSON.stringify(sent));
    start();
    await eventually(() => logged.some(each => each.message === 'the queue of events cannot be read'));
    await emptied();
    expect(await kept(sent.id)).not.toBeNull();
  });
});
