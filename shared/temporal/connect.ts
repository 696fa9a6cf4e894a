import { Client, Connection } from '@temporalio/client';
import { loadClientConnectConfig } from '@temporalio/envconfig';
import type { Config } from '../config.ts';
import type { Tracing } from '../telemetry/tracing.ts';

/** What connects to Temporal, from the SDK's own settings (`TEMPORAL_…` and profiles), so that Temporal Cloud is environment alone. */
export function temporalSettings(config: Config) {
  const { connectionOptions } = loadClientConnectConfig();
  return { ...connectionOptions, address: connectionOptions.address ?? config.TEMPORAL_ADDRESS };
}

/** The one client of a process. It connects on its first call, so that a process can start before Temporal does. */
export function openTemporal(config: Config, tracing?: Pick<Tracing, 'client'>): Client {
  const connection = Connection.lazy(temporalSettings(config));
  const interceptors = { workflow: tracing?.client ?? [] };
  return new Client({ connection, namespace: config.TEMPORAL_NAMESPACE, interceptors });
}
