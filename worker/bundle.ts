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

const isBuilt = !import.meta.url.endsWith('.ts');
const besideThis = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const pathOf = (name: Module) => besideThis(`../workflows/${name}${isBuilt ? '.js' : '.ts'}`);

/** The bundle in a file; without one that which was built with this program, or a new one. */
export async function workflowBundleAt(file: string): Promise<WorkflowBundleOption> {
  if (file) return { codePath: file };
  return isBuilt ? { codePath: besideThis('../workflows.js') } : bundleWorkflows();
}

/** The bundle for rebuilding that was built with this program, or a new one. */
export async function rebuildingBundle(): Promise<WorkflowBundleOption> {
  return isBuilt ? { codePath: besideThis('../replay.js') } : bundleForRebuilding();
}
