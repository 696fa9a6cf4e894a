import { fileURLToPath } from 'node:url';
import {
  bundleWorkflowCode,
  DefaultLogger,
  type WorkflowBundle,
  type WorkflowBundleOption,
} from '@temporalio/worker';

/** The workflow code, bundled once for all workers of a process. */
export const bundleWorkflows = (): Promise<WorkflowBundle> => bundleWith([]);

/** The same code, made to tell what it records when it is run again: see rebuild-read-model.ts. */
export const bundleForRebuilding = (): Promise<WorkflowBundle> => bundleWith([pathOf('replay-sink')]);

function bundleWith(workflowInterceptorModules: string[]): Promise<WorkflowBundle> {
  const workflowsPath = pathOf('workflows');
  return bundleWorkflowCode({
    workflowsPath,
    workflowInterceptorModules,
    // Evaluated once and frozen, instead of once for each deal in the cache: no module of ours keeps state of a workflow.
    preloadModules: [workflowsPath],
    // Stack traces keep their lines; the sources themselves would be most of the bundle.
    webpackConfigHook: config => ({ ...config, devtool: 'inline-nosources-source-map' }),
    logger: new DefaultLogger('WARN'),
  });
}

function pathOf(name: 'workflows' | 'replay-sink'): string {
  const extension = import.meta.url.endsWith('.ts') ? '.ts' : '.js';
  return fileURLToPath(new URL(`../workflows/${name}${extension}`, import.meta.url));
}

/** The bundle in a file, or, without one, a new one. */
export async function workflowBundleAt(file: string): Promise<WorkflowBundleOption> {
  return file ? { codePath: file } : bundleWorkflows();
}
