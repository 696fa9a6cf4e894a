import { fileURLToPath } from 'node:url';
import {
  bundleWorkflowCode,
  DefaultLogger,
  type WorkflowBundle,
  type WorkflowBundleOption,
} from '@temporalio/worker';

/** The workflow code, bundled once for all workers of a process. */
export function bundleWorkflows(): Promise<WorkflowBundle> {
  const extension = import.meta.url.endsWith('.ts') ? '.ts' : '.js';
  const workflowsPath = fileURLToPath(new URL(`../workflows/workflows${extension}`, import.meta.url));
  return bundleWorkflowCode({
    workflowsPath,
    // Evaluated once and frozen, instead of once for each deal in the cache: no module of ours keeps state of a workflow.
    preloadModules: [workflowsPath],
    // Stack traces keep their lines; the sources themselves would be most of the bundle.
    webpackConfigHook: config => ({ ...config, devtool: 'inline-nosources-source-map' }),
    logger: new DefaultLogger('WARN'),
  });
}

/** The bundle in a file, or, without one, a new one. */
export async function workflowBundleAt(file: string): Promise<WorkflowBundleOption> {
  return file ? { codePath: file } : bundleWorkflows();
}
