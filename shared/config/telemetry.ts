import { ifGiven, webAddress } from './reading/readers.ts';
import type { Setting } from './reading/setting.ts';

/** Where others watch. */
export const telemetry = {
  OTEL_EXPORTER_OTLP_ENDPOINT: {
    means:
      'OpenTelemetry collector to which traces are sent, `http://collector:4318`; empty: nothing is traced, and no code for it loaded. The other `OTEL_…` settings of its SDK work too',
    default: '',
    read: ifGiven(webAddress),
  },
} satisfies Record<string, Setting>;
