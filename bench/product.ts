import { randomUUID } from 'node:crypto';
import { freePorts } from '../local/addresses.ts';
import { productCrew } from '../local/cluster/members.ts';
import { compiledProduct } from '../local/parts/compiled.ts';
import type { Part } from '../local/parts/part.ts';
import { startStack } from '../local/stack.ts';
import { mongodbAt } from '../local/wiring.ts';
import { sampleInquiry } from '../test/support/samples.ts';

export type Product = Awaited<ReturnType<typeof startProduct>>;

const token = 'token-of-the-benchmarks';

/** The product as `npm start` runs it, each part a process of its own, with data in `folder`. */
export async function startProduct(folder: string, settings: Record<string, string> = {}) {
  const { TEMPORAL_ADDRESS: _temporal, MONGODB_URI: _mongodb, ...inherited } = process.env;
  const ports = await freePorts();
  // Behind a proxy each caller counts for himself, so that the limits for one caller do not end the measurement.
  const own = { API_TOKENS: `bench:sales:${token}`, TRUST_PROXY: '1', LOG_LEVEL: 'warn' };
  const env = { ...inherited, ...own, ...settings };
  const stack = await startStack({ dataDir: folder, ports, env });
  const url = `http://127.0.0.1:${ports.api}`;
  const others: Part[] = [];

  /** Starts workers beside the first, and answers with all of them. */
  async function withWorkers(count: number): Promise<Part[]> {
    const ground = { dataDir: folder, signal: new AbortController().signal };
    const given = { wiring: stack.wiring, env, compiled: compiledProduct() };
    const crew = await productCrew(ground, { ...given, kind: 'worker', count: count - 1 });
    others.push(...Object.values(crew.parts));
    await Promise.all(others.map(part => part.start()));
    return [stack.worker, ...others];
  }

  /** A JSON request of a program. Throws unless it is answered as it should be. */
  async function post(path: string, body: unknown): Promise<Record<string, unknown>> {
    const answer = await fetch(`${url}${path}`, {
      method: 'POST',
      headers: { ...callerHeaders(), 'content-type': 'application/json', 'idempotency-key': randomUUID() },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(20_000),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${path} answers ${answer.status}: ${text}`);
    return JSON.parse(text);
  }

  return {
    url,
    mailbox: `http://127.0.0.1:${ports.mailbox}`,
    environment: stack.environment,
    mongodbUri: mongodbAt(ports),
    temporalAddress: `127.0.0.1:${ports.temporal}`,
    headers: callerHeaders,
    post,
    /** Opens a deal, and answers with its id. */
    async inquire(): Promise<string> {
      const { company, contact, message } = sampleInquiry();
      // One address is written to only so often.
      const email = `${randomUUID()}@aozora.example`;
      return String((await post('/api/inquiries', { company, ...contact, email, message })).dealId);
    },
    withWorkers,
    async stop(): Promise<void> {
      await Promise.all(others.map(part => part.stop()));
      await stack.stop();
    },
  };
}

let callers = 0;

/** Another caller each time. */
function callerHeaders(): Record<string, string> {
  callers += 1;
  const address = [10, callers >> 16, callers >> 8, callers].map(part => part & 255).join('.');
  return { authorization: `Bearer ${token}`, 'x-forwarded-for': address };
}
