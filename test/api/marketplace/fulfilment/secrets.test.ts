import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { freePort } from '../../../../local/ports.ts';
import { eventually } from '../../../support/eventually.ts';
import { type Product, startProduct } from '../../../support/product.ts';
import { program } from '../../../support/programs.ts';
import { arriveWith, purchase } from './arrivals.ts';

describe('a registration token', () => {
  let product: Product;
  beforeAll(async () => {
    product = await startProduct();
  });
  const running: ChildProcess[] = [];
  afterAll(async () => {
    for (const child of running) child.kill('SIGKILL');
    await product?.stop();
  });

  /** The api as a process of its own with the noisiest log, since only that shows every line it writes. */
  async function noisyApi(settings: Record<string, string> = {}) {
    const port = await freePort();
    const { MONGODB_URI, TEMPORAL_ADDRESS, TEMPORAL_TASK_QUEUE } = product.config;
    const own = {
      MONGODB_URI,
      TEMPORAL_ADDRESS,
      TEMPORAL_TASK_QUEUE,
      PORT: String(port),
      LOG_LEVEL: 'trace',
    };
    const child = spawn(process.execPath, await program('api/server'), {
      env: { ...process.env, ...own, ...settings },
    });
    running.push(child);
    const lines: string[] = [];
    child.stdout.on('data', chunk => lines.push(String(chunk)));
    child.stderr.on('data', chunk => lines.push(String(chunk)));
    const url = `http://127.0.0.1:${port}`;
    await eventually(async () => (await fetch(`${url}/health/live`)).ok, { what: 'api' });
    return {
      url,
      async stop() {
        child.kill('SIGTERM');
        await once(child, 'exit');
        return lines.join('');
      },
    };
  }

  async function everythingStored(): Promise<string> {
    const { db } = product.db.connection;
    const collections = (await db?.collections()) ?? [];
    const documents = await Promise.all(collections.map(each => each.find().toArray()));
    expect(documents.flat().length).toBeGreaterThan(0);
    return JSON.stringify(documents);
  }

  it('is in no collection, no log line, no cookie and no address, whatever becomes of it', async () => {
    const { newToken, licenseArn } = await purchase(product);
    const [good, expired, slow, foreign] = [newToken(), newToken(), newToken(), newToken()];
    product.emulator.expireToken(expired);
    const api = await noisyApi();
    const sold = {
      productId: 'prod-other',
      productCode: 'othercode',
      title: 'Other',
      dimensions: [{ key: 'a', label: 'A' }],
    };
    const other = await noisyApi({ MARKETPLACE_PRODUCTS: JSON.stringify([sold]) });

    const pages = [await arriveWith(good, api.url), await arriveWith(expired, api.url)];
    product.emulator.addFault({ operation: 'ResolveCustomer', kind: 'error', times: 2 });
    pages.push(await arriveWith(slow, api.url), await arriveWith('made-up-token', api.url));
    pages.push(await arriveWith(foreign, other.url));
    expect(pages.map(({ page }) => page.status)).toEqual([303, 410, 503, 400, 422]);

    const log = (await api.stop()) + (await other.stop());
    expect(log).toContain('/marketplace/register');
    expect(log).toContain('not in MARKETPLACE_PRODUCTS');
    const stored = await everythingStored();
    expect(stored).toContain(licenseArn);
    for (const token of [good, expired, slow, foreign, 'made-up-token']) {
      expect(log).not.toContain(token);
      expect(stored).not.toContain(token);
      for (const { page } of pages) {
        expect(page.html).not.toContain(token);
        expect(JSON.stringify([...page.headers])).not.toContain(token);
      }
    }
  });
});
