import { type Span, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import { NodeSDK, resources } from '@opentelemetry/sdk-node';
import {
  OpenTelemetryActivityInboundInterceptor,
  OpenTelemetryWorkflowClientInterceptor,
} from '@temporalio/interceptors-opentelemetry';
import { noteInLog } from '../log.ts';
import { traceRequests } from './requests.ts';
import type { Tracing } from './tracing.ts';

/** Everything that needs OpenTelemetry's packages; loaded by start-tracing.ts alone. The SDK reads its own settings. */
export function startOpenTelemetry(service: string): Tracing {
  const sdk = new NodeSDK({
    serviceName: service,
    // What the environment says of the process, and not its arguments or its machine.
    resourceDetectors: [resources.envDetector],
  });
  sdk.start();
  return {
    requests: traceRequests,
    client: [new OpenTelemetryWorkflowClientInterceptor()],
    activities: [
      context => ({ inbound: new OpenTelemetryActivityInboundInterceptor(context) }),
      () => ({ inbound: { execute: (input, next) => next(nameTrace(input)) } }),
    ],
    aws(marketplace) {
      for (const client of Object.values(marketplace))
        client.middlewareStack.add(
          (next: (args: unknown) => Promise<unknown>, { commandName }: { commandName?: string }) =>
            (args: unknown) =>
              within(`AWS ${commandName}`, () => next(args)),
          { step: 'initialize', name: 'trace' },
        );
    },
    mail(transport) {
      const send = transport.sendMail.bind(transport);
      Object.assign(transport, {
        sendMail: (mail: Parameters<typeof send>[0]) => within('mail', () => send(mail)),
      });
    },
    stop: () => sdk.shutdown(),
  };
}

/** So that the lines of an activity are found with its trace. */
function nameTrace<T>(input: T): T {
  const traceId = trace.getActiveSpan()?.spanContext().traceId;
  if (traceId) noteInLog({ traceId });
  return input;
}

/** A span of a call to the outside. It holds no address, no argument and no answer. */
async function within<T>(name: string, call: () => Promise<T>): Promise<T> {
  return trace.getTracer('offerdesk').startActiveSpan(name, { kind: SpanKind.CLIENT }, async span => {
    try {
      return await call();
    } catch (error) {
      failed(span, error);
      throw error;
    } finally {
      span.end();
    }
  });
}

/** The kind of error alone: its words may name people. */
function failed(span: Span, error: unknown): void {
  span.setStatus({ code: SpanStatusCode.ERROR, message: error instanceof Error ? error.name : 'unknown' });
}
