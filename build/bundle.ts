import { mkdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { type BuildOptions, build } from 'esbuild';
import { ownMap } from './own-maps.ts';
import { lateBundler, nativePart, placesKept } from './plugins.ts';

const require = createRequire(import.meta.url);
const ROOT = join(import.meta.dirname, '..');

const common = {
  absWorkingDir: ROOT,
  outbase: ROOT,
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  keepNames: true,
  sourcemap: 'linked',
  sourcesContent: false,
  logLevel: 'error',
} satisfies BuildOptions;

const withPackages = {
  ...common,
  // A quarter less to read. Names stay: they are what a stack trace has of a package.
  minifyWhitespace: true,
  minifySyntax: true,
  // These read files of their own beside their code.
  external: ['@fastify/swagger-ui', '@temporalio/worker/lib/workflow/bundler', 'source-map'],
  // Packages written for `require` find it where they are part of a module.
  banner: {
    js: "import{createRequire as createRequireOfNode}from'node:module';const require=createRequireOfNode(import.meta.url);",
  },
} satisfies BuildOptions;

/**
 * A program, such as `api/server`, and all that it needs in one file: to find, read and compile two thousand is most of what
 * a process does before it is ready. What it asks for by `import()` is there too, and runs when it is asked for.
 */
export const bundleProgram = (program: string, into: string) =>
  bundle(into, {
    ...withPackages,
    entryPoints: [sourceOf(program)],
    plugins: [placesKept(ROOT, program), lateBundler, nativePart],
  });

/** The thread in which the engine runs workflows: it looks for it in a file beside its own. */
export const bundleWorkflowThread = (into: string) =>
  bundle(into, {
    ...withPackages,
    entryPoints: { 'worker/workflow-worker-thread': require.resolve(workflowThread) },
    plugins: [nativePart],
  });

/** The workflows and what they need of ours, as the engine's own bundler takes them (worker/bundle.ts). */
export const bundleWorkflowSources = (into: string) =>
  bundle(into, {
    ...common,
    packages: 'external',
    entryPoints: ['workflows', 'trace', 'replay-sink'].map(name => sourceOf(`workflows/${name}`)),
    splitting: true,
    chunkNames: 'workflows/[name]-[hash]',
  });

const workflowThread = '@temporalio/worker/lib/workflow/workflow-worker-thread';
const sourceOf = (program: string) => join(ROOT, `${program}.ts`);

async function bundle(into: string, options: BuildOptions): Promise<void> {
  const { outputFiles = [] } = await build({ ...options, outdir: resolve(into), write: false });
  for (const { path, text, contents } of outputFiles) {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, path.endsWith('.map') ? ownMap(text, path) : contents);
  }
}
