import { DefaultLogger, Runtime } from '@temporalio/worker';

/** The engine's native part for tests: it handles no signals and says nothing below an error. */
export function quietRuntime(): void {
  Runtime.install({
    shutdownSignals: [],
    logger: new DefaultLogger('ERROR'),
    telemetryOptions: { logging: { filter: { core: 'ERROR', other: 'ERROR' } } },
  });
}
