import {
  context,
  propagation,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  trace,
} from '@opentelemetry/api';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { noteInLog } from '../log.ts';

const spans = new WeakMap<FastifyRequest, Span>();

/** A span for each request, by method and route: an address may let its bearer in. */
export function traceRequests(app: Pick<FastifyInstance, 'addHook'>): void {
  const tracer = trace.getTracer('offerdesk');

  app.addHook('onRequest', (request, _reply, done) => {
    if (request.routeOptions.logLevel === 'silent') return done();
    const { method } = request;
    const route = request.routeOptions.url ?? 'none';
    const caller = propagation.extract(ROOT_CONTEXT, request.headers);
    const attributes = { 'http.request.method': method, 'http.route': route };
    const span = tracer.startSpan(`${method} ${route}`, { kind: SpanKind.SERVER, attributes }, caller);
    spans.set(request, span);
    noteInLog({ traceId: span.spanContext().traceId });
    context.with(trace.setSpan(caller, span), done);
  });

  app.addHook('onResponse', async (request, { statusCode }) => {
    const span = spans.get(request);
    span?.setAttribute('http.response.status_code', statusCode);
    if (statusCode >= 500) span?.setStatus({ code: SpanStatusCode.ERROR });
    span?.end();
  });
}
