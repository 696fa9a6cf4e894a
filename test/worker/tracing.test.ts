import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { json } from 'node:stream/consumers';
import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import { agreeOn, inquire } from '../support/deals.ts';
import { eventually } from '../support/eventually.ts';
import { dealWhich, reaches, staffAt } from '../support/people.ts';
import { type Product, startProduct } from '../support/product.ts';
import { sampleTerms } from '../support/samples.ts';

interface Span {
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  name: string;
  attributes: unknown;
}
type Sent = { resourceSpans: { scopeSpans: { spans: Span[] }[] }[] };

const spans: Span[] = [];
let collector: Server;
let product: Product;

beforeAll(async () => {
  collector = createServer(async (request, response) => {
    // Its own JSON, whose form the protocol gives.
    const { resourceSpans } = (await json(request)) as Sent;
    spans.push(...resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap(each => each.spans)));
    response.setHeader('content-type', 'application/json').end('{}');
  }).listen(0, '127.0.0.1');
  await once(collector, 'listening');
  const address = collector.address();
  const port = typeof address === 'object' ? address?.port : 0;
  const OTEL_EXPORTER_OTLP_ENDPOINT = `http://127.0.0.1:${port}`;
  // The SDK of OpenTelemetry reads them from the process.
  Object.assign(process.env, {
    OTEL_EXPORTER_OTLP_ENDPOINT,
    OTEL_EXPORTER_OTLP_PROTOCOL: 'http/json',
    OTEL_METRICS_EXPORTER: 'none',
    OTEL_LOGS_EXPORTER: 'none',
    OTEL_BSP_SCHEDULE_DELAY: '200',
  });
  product = await startProduct({ RECONCILE_SECONDS: 86_400, OTEL_EXPORTER_OTLP_ENDPOINT });
  // What follows from an event of AWS belongs to the trace of the event.
  product.emulator.settings({ eventTarget: null });
});
afterEach(() => {
  product.emulator.settings({ changeSetDelay: 100 });
});
afterAll(async () => {
  await product?.stop();
  collector?.close();
});

it('one step of the staff is one trace, from the request to AWS and to the mail', async () => {
  product.emulator.settings({ changeSetDelay: 600_000 });
  const dealId = await inquire(product);
  const sales = staffAt(product, 'sales');
  const { status } = await sales.step(dealId, 'propose-terms', { terms: sampleTerms(product.deps.now()) });
  expect(status).toBeLessThan(300);
  await sales.step(dealId, 'mark-negotiation-done', { version: 1 });
  await dealWhich(product, dealId, deal => deal.changeSet?.changeSetId, { what: 'AWS at the offer' });
  await sales.step(dealId, 'add-note', { text: 'is a trace of its own, and takes over nothing' });
  product.emulator.settings({ changeSetDelay: 100 });
  product.emulator.finishChangeSets();
  await reaches(product, dealId, 'offered');

  const step = await eventually(() => spans.find(({ name }) => /^POST .*mark-negotiation-done/.test(name)), {
    what: 'the span of the request',
  });
  const ofTrace = () => spans.filter(({ traceId }) => traceId === step.traceId);
  const parts = [
    'SignalWorkflow:markNegotiationDone',
    'RunActivity:record',
    'RunActivity:startChangeSet',
    'AWS StartChangeSetCommand',
    'RunActivity:sendMails',
    'mail',
  ];
  for (const part of parts)
    await eventually(() => ofTrace().some(({ name }) => name === part), { what: `the span ${part}` });

  expect(wayUp('AWS StartChangeSetCommand')).toEqual([
    'AWS StartChangeSetCommand',
    'RunActivity:startChangeSet',
    'SignalWorkflow:markNegotiationDone',
    step.name,
  ]);
  expect(ofTrace().filter(({ name }) => name.startsWith('POST '))).toHaveLength(1);
  expect(JSON.stringify(spans)).not.toContain('sales-token-for-tests');

  function wayUp(from: string): string[] {
    const way: string[] = [];
    let span = ofTrace().find(({ name }) => name === from);
    while (span) {
      way.push(span.name);
      const { parentSpanId } = span;
      span = ofTrace().find(each => each.spanId === parentSpanId);
    }
    return way;
  }
});

it('another step begins a trace of its own', async () => {
  const dealId = await inquire(product);
  await agreeOn(product, dealId);
  const requests = await eventually(() => {
    const found = spans.filter(({ name }) => /^POST .*(propose-terms|mark-negotiation-done)/.test(name));
    return found.length >= 4 ? found : undefined;
  });
  expect(new Set(requests.map(({ traceId }) => traceId)).size).toBe(requests.length);
});
