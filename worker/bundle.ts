import { fileURLToPath } from 'node:url';
import {
  bundleWorkflowCode,
  DefaultLogger,
  type WorkflowBundle,
  type WorkflowBundleOption,
} from '@temporalio/worker';

/** The workflow code, bundled once for all workers of a process. */
export const bundleWorkflows = (): Promise<WorkflowBundle> => bundleWith(['trace']);

/** The same code, made to tell what it records when it is run again: see rebuild/read-model.ts. */
export const bundleForRebuilding = (): Promise<WorkflowBundle> => bundleWith(['replay-sink']);

function bundleWith(interceptors: Module[]): Promise<WorkflowBundle> {
  const workflowsPath = pathOf('workflows');
  return bundleWorkflowCode({
    workflowsPath,
    workflowInterceptorModules: interceptors.map(pathOf),
    // Evaluated once and frozen, instead of once for each deal in the cache: no module of ours keeps state of a workflow.
    preloadModules: [workflowsPath],
    // Stack traces keep their lines; the sources themselves would be most of the bundle.
    webpackConfigHook: config => ({ ...config, devtool: 'inline-nosources-source-map' }),
    logger: new DefaultLogger('WARN'),
  });
}

type Module = 'workflows' | 'replay-sink' | 'trace';

function pathOf(name: Module): string {
  const extension = import.meta.url.endsWith('.ts') ? '.ts' : '.js';
  return fileURLToPath(new URL(`../workflows/${name}${extension}`, import.meta.url));
}

/** The bundle in a file, or, without one, a new one. */
export async function workflowBundleAt(file: string): Promise<WorkflowBundleOption> {
  return file ? { codePath: file } : bundleWorkflows();
}
