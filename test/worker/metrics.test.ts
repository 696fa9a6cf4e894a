import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { freePort } from '../../local/ports.ts';
import { inquire, offeredDeal, settled } from '../support/deals.ts';
import { eventually } from '../support/eventually.ts';
import { type Product, startProduct } from '../support/product.ts';
import { program } from '../support/programs.ts';
import { textOf } from '../support/source.ts';

let product: Product;
let worker: ChildProcess;
let address: string;
const lines: Record<string, unknown>[] = [];

beforeAll(async () => {
  const args = await program('worker/main');
  product = await startProduct({ RECONCILE_SECONDS: 86_400 });
  await product.stopWorker();
  const port = await freePort();
  const { config } = product;
  worker = spawn(process.execPath, args, {
    env: {
      ...process.env,
      WORKER_PORT: `${port}`,
      TEMPORAL_TASK_QUEUE: config.TEMPORAL_TASK_QUEUE,
      MONGODB_URI: config.MONGODB_URI,
      SMTP_URL: config.SMTP_URL,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  worker.stdout?.on('data', (data: Buffer) => {
    for (const line of data.toString().split('\n').filter(Boolean)) lines.push(JSON.parse(line));
  });
  address = `http://127.0.0.1:${port}`;
  await eventually(async () => (await fetch(address)).ok, { what: 'a worker' });
});
afterAll(async () => {
  worker?.kill('SIGTERM');
  if (worker) await once(worker, 'exit');
  await product?.startWorker();
  await product?.stop();
});

/** Names of metrics in what is asked of Prometheus. */
const named = (file: string) =>
  [...textOf(file).matchAll(/\b((?:offerdesk|temporal|http|nodejs|process)_\w+)/g)].map(
    ([, name]) => name ?? '',
  );

// They come with the first failure.
const ofFailures = ['temporal_activity_execution_failed_total'];

it('everything that the dashboard and the alerts look at is told by api or worker', async () => {
  await offeredDeal(product);
  const asked = new Set([
    ...named('deploy/observability/dashboard.json'),
    ...named('deploy/observability/alerts.yaml'),
  ]);
  expect(asked.size).toBeGreaterThan(12);
  const told = await Promise.all(
    [`${address}/metrics`, `${product.url}/metrics`].map(async url => (await fetch(url)).text()),
  );
  const names = new Set(told.join('\n').match(/^\w+/gm));
  expect([...asked].filter(name => !names.has(name) && !ofFailures.includes(name))).toEqual([]);
});

it('what waits is counted, and for how long', async () => {
  const dealId = await inquire(product);
  const at = new Date(Date.now() - 7200_000);
  await settled(product, dealId);
  await product.db.deals.updateOne({ _id: dealId }, { $set: { stuck: true, updatedAt: at } });
  await product.db.outbox.create({
    key: `x:${dealId}`,
    dealId,
    template: 'emailVerification',
    to: { name: 'Hana', email: 'hana@example.com', language: 'ja' },
    props: {},
    createdAt: at,
  });
  const text = await (await fetch(`${address}/metrics`)).text();
  const value = (name: string) => Number(new RegExp(`^${name} (.*)$`, 'm').exec(text)?.[1]);
  expect(value('offerdesk_stuck_deals')).toBe(1);
  expect(value('offerdesk_mails_queued')).toBeGreaterThanOrEqual(1);
  expect(value('offerdesk_oldest_queued_mail_seconds')).toBeGreaterThan(7000);
  expect(value('offerdesk_oldest_inquiry_seconds')).toBeGreaterThan(7000);
});

it('logs lines of one form, with the name of the process', () => {
  expect(lines.length).toBeGreaterThan(0);
  for (const line of lines) expect(line).toMatchObject({ name: 'worker', level: expect.any(Number) });
});
