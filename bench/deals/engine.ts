import { fileURLToPath } from 'node:url';
import { Client, Connection } from '@temporalio/client';
import {
  bundleWorkflowCode,
  DefaultLogger,
  NativeConnection,
  Worker,
  type WorkerOptions,
} from '@temporalio/worker';

/** Workers of one process on one connection. */
export async function startEngine(address: string) {
  const [native, connection] = await Promise.all([
    NativeConnection.connect({ address }),
    Connection.connect({ address }),
  ]);
  const running: { worker: Worker; ended: Promise<void> }[] = [];
  return {
    client: new Client({ connection }),
    async work(options: Omit<WorkerOptions, 'connection'>): Promise<void> {
      const worker = await Worker.create({ ...options, connection: native });
      running.push({ worker, ended: worker.run() });
    },
    async stop(): Promise<void> {
      for (const { worker } of running) worker.shutdown();
      await Promise.all(running.map(({ ended }) => ended));
      await connection.close();
      await native.close();
    },
  };
}

/** The bare workflows, bundled as those of the product are. */
export function bundleBare() {
  const workflowsPath = fileURLToPath(new URL('../bare/workflows.ts', import.meta.url));
  return bundleWorkflowCode({
    workflowsPath,
    preloadModules: [workflowsPath],
    webpackConfigHook: config => ({ ...config, devtool: 'inline-nosources-source-map' }),
    logger: new DefaultLogger('WARN'),
  });
}
