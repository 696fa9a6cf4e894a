import { Client, Connection } from '@temporalio/client';
import { buildApp } from '../../../api/app.ts';
import { eventually } from '../../support/eventually.ts';
import type { Product } from '../../support/product.ts';

/** A second api of the product that cannot reach Temporal. A new api on a busy machine may say 503 at first. */
export async function withoutEngine(product: Product): Promise<{ url: string; stop(): Promise<void> }> {
  const temporal = new Client({ connection: Connection.lazy({ address: '127.0.0.1:1' }) });
  const app = await buildApp({ ...product.deps, temporal });
  const url = await app.listen({ port: 0, host: '127.0.0.1' });
  await eventually(async () => (await fetch(`${url}/health/live`)).ok, { what: 'api without engine' });
  return { url, stop: () => app.close() };
}
