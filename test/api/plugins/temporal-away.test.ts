import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freePort } from '../../../local/ports.ts';
import { startTemporal } from '../../../local/servers/temporal.ts';
import { eventually } from '../../support/eventually.ts';
import { call, staffAt } from '../../support/people.ts';
import { type Product, startProduct } from '../../support/product.ts';
import { type Colleague, newDeal, signedIn } from '../desk/at-the-desk.ts';

const banner = 'Deals cannot be changed at the moment';

describe('while Temporal stands still', () => {
  let folder: string;
  let temporal: Awaited<ReturnType<typeof startTemporal>>;
  let product: Product;
  let colleague: Colleague;
  let dealId: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'temporal-away-'));
    temporal = await startTemporal({ port: await freePort(), logFile: join(folder, 'temporal.log') });
    process.env.TEMPORAL_ADDRESS = temporal.address;
    product = await startProduct();
    colleague = await signedIn(product);
    dealId = await newDeal(product);
    await eventually(() => product.db.deals.exists({ _id: dealId }));
  });
  afterAll(async () => {
    signal('SIGCONT');
    await product?.stop();
    await temporal?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const signal = (name: 'SIGSTOP' | 'SIGCONT') => void process.kill(temporal.child.pid, name);
  const page = async () => (await colleague.get(`/desk/deals/${dealId}`)).html;
  const reachable = async () =>
    /^offerdesk_temporal_reachable (\d)$/m.exec((await call(`${product.url}/metrics`)).body)?.[1];

  it('every page of the desk is there and says so, steps are refused, and the metric is 0, until it goes on', async () => {
    expect(await page()).not.toContain(banner);
    expect(await reachable()).toBe('1');
    signal('SIGSTOP');
    await eventually(async () => (await page()).includes(banner), { what: 'the banner' });
    expect(await reachable()).toBe('0');
    const refused = await staffAt(product, 'sales').step(dealId, 'add-note', { text: 'not taken' });
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '10']);
    const ready = await call(`${product.url}/health/ready`);
    expect([ready.status, ready.body]).toEqual([200, { status: 'ok', mongodb: true, temporal: false }]);
    signal('SIGCONT');
    await eventually(async () => !(await page()).includes(banner), { what: 'the page without the banner' });
  });

  it('many who want to know cause one look, and nobody waits longer than he wants to', async () => {
    signal('SIGSTOP');
    await eventually(async () => !(await product.deps.reach.isThere(10)), { what: 'a look that failed' });
    const began = performance.now();
    await Promise.all(Array.from({ length: 50 }, () => product.deps.reach.isThere(50)));
    expect(performance.now() - began).toBeLessThan(1500);
    signal('SIGCONT');
  });
});
