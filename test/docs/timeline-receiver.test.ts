import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { freePort } from '../../local/ports.ts';
import { inquire } from '../support/deals.ts';
import { eventually } from '../support/eventually.ts';
import { webhookSecret } from '../support/outside/webhook-receiver.ts';
import { type Product, startProduct } from '../support/product.ts';

const document = readFileSync(new URL('../../docs/connecting-your-product.md', import.meta.url), 'utf8');
const section = document.slice(document.indexOf('## Every timeline entry by webhook'));
const example = /```js\n([\s\S]*?)```/.exec(section)?.[1] ?? '';

let product: Product;
let receiver: ChildProcess;
let said = '';
let url: string;

beforeAll(async () => {
  const port = await freePort();
  url = `http://127.0.0.1:${port}/`;
  receiver = spawn(process.execPath, ['--input-type=module', '-e', example.replace('8081', String(port))], {
    env: { ...process.env, TIMELINE_WEBHOOK_SECRET: webhookSecret },
  });
  receiver.stdout?.on('data', words => {
    said += words;
  });
  await eventually(() => fetch(url, { method: 'POST', body: '{}' }), { what: 'the receiver listens' });
  product = await startProduct({ TIMELINE_WEBHOOK_URL: url, TIMELINE_WEBHOOK_SECRET: webhookSecret });
});
afterAll(async () => {
  await product?.stop();
  receiver?.kill();
});

it('the receiver in docs/connecting-your-product.md takes what is ours and nothing else', async () => {
  const dealId = await inquire(product);
  await eventually(() => said.includes(`${dealId} 1 timeline.inquiryReceived applied`));
  await eventually(() => product.db.webhookDeliveries.exists({ dealId, state: 'delivered' }));
  const forged = await fetch(url, { method: 'POST', body: '{"type":"timeline.addNote"}' });
  expect(forged.status).toBe(400);
});
