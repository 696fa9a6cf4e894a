import type { Config } from '../config.ts';
import type { Tracing } from './tracing.ts';

/** Nothing, and no package loaded, unless the configuration says where traces go. */
export async function startTracing(
  { OTEL_EXPORTER_OTLP_ENDPOINT }: Pick<Config, 'OTEL_EXPORTER_OTLP_ENDPOINT'>,
  service: string,
): Promise<Tracing | undefined> {
  if (!OTEL_EXPORTER_OTLP_ENDPOINT) return undefined;
  const { startOpenTelemetry } = await import('./open-telemetry.ts');
  return startOpenTelemetry(service);
}
