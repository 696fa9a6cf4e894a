import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { History } from '@temporalio/common/lib/proto-utils.js';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { dealWorkflowId } from '../../deal/contract/messages.ts';
import { type Actor, system } from '../../deal/people.ts';
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
  soldTwice,
} from './deals.ts';
import { eventually } from './eventually.ts';
import { productWithReceivers, sidePaths } from './outside/side-paths.ts';
import { dealWhich, reaches, staffAt } from './people.ts';
import { type Product, startProduct } from './product.ts';
import { sampleTerms } from './samples.ts';
import { running } from './servers/running.ts';
import startServers from './servers/start-servers.ts';
import { arrival as arrivalOfStory } from './story.ts';

/**
 * `node --import tsx test/support/record-histories.ts <release> [path …]` plays the main paths of a deal, and of the
 * workflows beside it, on real servers and keeps their histories in test/workflows/histories. Run it once for a release,
 * or with the names of paths that are new; histories are added, never replaced.
 */
const [release, ...named] = process.argv.slice(2);
if (!release || !/^[\w.-]+$/.test(release)) throw new Error('Name the release, such as 0.1.0');
const folder = fileURLToPath(new URL(`../workflows/histories/${release}/`, import.meta.url));

/** Each path ends with the deal whose history is worth keeping. */
const paths: Record<string, (product: Product) => Promise<string>> = {
  async confirmed(product) {
    return (await activate(product, await offeredDeal(product))).dealId;
  },

  async 'sold-twice'(product) {
    return (await soldTwice(product)).first.dealId;
  },

  async 'second-purchase'(product) {
    return (await soldTwice(product)).second.dealId;
  },

  async 'approved-in-instalments'(product) {
    const dealId = await inquire(product);
    const now = Date.parse(product.deps.now());
    const later = (days: number) => new Date(now + days * 86_400_000).toISOString().slice(0, 10);
    const paymentSchedule = [
      { chargeDate: later(40), amount: '6000.00' },
      { chargeDate: later(200), amount: '6000.00' },
    ];
    await agreeOn(product, dealId, { durationMonths: 48, paymentSchedule });
    await reaches(product, dealId, 'approving');
    await staffAt(product, 'approver').step(dealId, 'approve-offer', { version: 1 });
    await reaches(product, dealId, 'offered');
    return dealId;
  },

  async 'refused-by-aws-and-corrected'(product) {
    product.emulator.failNextChangeSet({
      code: 'INVALID_BUYER_ACCOUNTS',
      message: 'Invalid accounts',
      changeType: 'UpdateTargeting',
    });
    const dealId = await inquire(product);
    await agreeOn(product, dealId);
    await dealWhich(product, dealId, deal => deal.stuck.length > 0);
    await staffAt(product, 'sales').step(dealId, 'propose-terms', {
      terms: sampleTerms(product.deps.now(), { durationMonths: 6 }),
    });
    await reaches(product, dealId, 'offered');
    return dealId;
  },

  async 'arrived-before-the-events'(product) {
    const deal = await offeredDeal(product);
    product.emulator.settings({ agreementEventDelay: 1500, licenseDelay: 1500 });
    await arrive(product, accept(product, deal).id);
    await dealWhich(product, deal.dealId, each => each.agreement && each.license && each.registration);
    product.emulator.settings({ agreementEventDelay: 20, licenseDelay: 50 });
    await choose(product, deal.dealId);
    await reaches(product, deal.dealId, 'active');
    return deal.dealId;
  },

  async 'extended-declined'(product) {
    const deal = await offeredDeal(product);
    const expiresOn = new Date(Date.parse(product.deps.now()) + 60 * 86_400_000).toISOString().slice(0, 10);
    await staffAt(product, 'sales').step(deal.dealId, 'extend-offer', { expiresOn });
    await dealWhich(product, deal.dealId, each => each.offers[0]?.expiresOn === expiresOn && !each.changeSet);
    await send(
      product,
      deal.dealId,
      { type: 'declineOffer', reason: 'no budget' },
      { kind: 'buyer', id: 'taro@aozora.example' },
    );
    await reaches(product, deal.dealId, 'declined');
    return deal.dealId;
  },

  async 'bounced-and-corrected'(product) {
    const deal = await offeredDeal(product);
    await settled(product, deal.dealId);
    const row = await product.db.outbox
      .findOne({ dealId: deal.dealId, template: 'offer', 'request.reader.email': 'taro@aozora.example' })
      .lean();
    if (!row?.request) throw new Error('no mail with the offer');
    const { name, language } = row.to;
    const person = { name, language, email: 'jiro@aozora.example', timeZone: 'Asia/Tokyo' };
    const bounced = { type: 'mailBounced', mail: row.request, detail: '550 5.1.1' } as const;
    await send(product, deal.dealId, bounced, system);
    const sales: Actor = { kind: 'staff', id: 'sales@example.com', roles: ['sales'] };
    await send(product, deal.dealId, { type: 'changeContact', role: 'signer', person }, sales);
    await send(
      product,
      deal.dealId,
      { type: 'changeReminders', reminders: { remindDaysBefore: [5, 2] } },
      sales,
    );
    const buyer = { kind: 'buyer', id: person.email } as const;
    await send(product, deal.dealId, { type: 'offerSeen' }, buyer);
    await send(product, deal.dealId, { type: 'stopReminders', email: person.email }, buyer);
    await dealWhich(product, deal.dealId, each => each.remindersStopped?.length);
    return deal.dealId;
  },
};

/** Nothing while a workflow task is under way: its commands are not in the history yet. */
function atRest(history: History): History | undefined {
  const last = history.events?.at(-1);
  return last?.workflowTaskScheduledEventAttributes || last?.workflowTaskStartedEventAttributes
    ? undefined
    : history;
}

/** A month passes in seconds, so that reminders, expiry and the end of the deal come by themselves. */
async function expired(product: Product): Promise<string> {
  const { dealId } = await offeredDeal(product, {
    offerExpiresOn: new Date(Date.parse(product.deps.now()) + 12 * 86_400_000).toISOString().slice(0, 10),
  });
  await reaches(product, dealId, 'expired');
  return dealId;
}

/** Somebody comes from AWS, no agreement is ever told, and sales close the deal. */
async function unaccepted(product: Product): Promise<string> {
  const { dealId } = await offeredDeal(product);
  const { type: _type, ...arrival } = arrivalOfStory;
  await send(
    product,
    dealId,
    { type: 'buyerArrived', ...arrival },
    { kind: 'buyer', id: 'taro@aozora.example' },
  );
  await dealWhich(product, dealId, deal => deal.stuck.some(({ reason }) => reason === 'agreementMissing'));
  const sales: Actor = { kind: 'staff', id: 'sales@example.com', roles: ['sales'] };
  await send(product, dealId, { type: 'closeDeal', reason: 'bought something else' }, sales);
  await reaches(product, dealId, 'lost');
  return dealId;
}

type Play = (product: Product) => Promise<string>;

async function recordDeal(product: Product, name: string, play: Play): Promise<void> {
  await record(product, name, async () => {
    const dealId = await play(product);
    await settled(product, dealId);
    return dealWorkflowId(dealId);
  });
}

/** `play` gives the id of the workflow whose history is worth keeping. */
async function record(product: Product, name: string, play: Play): Promise<void> {
  if (named.length > 0 && !named.includes(name)) return;
  const handle = product.deps.temporal.workflow.getHandle(await play(product));
  const history = await eventually(async () => atRest(await handle.fetchHistory()), {
    what: 'a history at rest',
  });
  // Which machine it ran on is nobody's business, and replay does not look at it.
  const json = historyToJSON(history)
    .replaceAll(/"identity": *"[^"]*"/g, '"identity": "worker"')
    .replaceAll(`${process.cwd()}/`, '');
  writeFileSync(`${folder}${name}.json`, json);
  process.stdout.write(`${name}: ${history.events?.length} events\n`);
}

mkdirSync(folder, { recursive: true });
await startServers();
try {
  const product = await startProduct();
  for (const [name, play] of Object.entries(paths)) await recordDeal(product, name, play);
  await product.stop();
  const hasty = await startProduct({ OFFERDESK_TIME_SCALE: 100_000 });
  await recordDeal(hasty, 'expired', expired);
  await recordDeal(hasty, 'unaccepted', unaccepted);
  await hasty.stop();
  const told = await productWithReceivers();
  for (const [name, play] of Object.entries(sidePaths))
    await record(told.product, name, each => play(each, told.receiver));
  await told.stop();
} finally {
  await running.stop();
}
