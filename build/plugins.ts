import { readFile } from 'node:fs/promises';
import { dirname, relative } from 'node:path';
import type { Plugin } from 'esbuild';

/** What a source finds beside itself by `import.meta`, it finds in the same place of the folder that is built. */
export const placesKept = (root: string, program: string): Plugin => ({
  name: 'places-kept',
  setup({ onLoad }) {
    onLoad({ filter: /\.tsx?$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      if (!source.includes('import.meta.')) return undefined;
      const place = relative(dirname(program), relative(root, path)).replace(/\.tsx?$/, '.js');
      const url = `new URL(${JSON.stringify(place)}, import.meta.url)`;
      const contents = source
        .replaceAll('import.meta.url', `${url}.href`)
        .replaceAll('import.meta.dirname', `new URL('.', ${url}).pathname`);
      return { contents, loader: path.endsWith('x') ? 'tsx' : 'ts' };
    });
  },
});

/** The engine's bundler for workflows, with webpack, is loaded by whoever bundles: no program that has a bundle does. */
export const lateBundler: Plugin = {
  name: 'late-bundler',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /[./]workflow\/bundler$/ }, ({ path, importer }) =>
      importer.includes('@temporalio') ? { path, namespace: 'late-bundler' } : undefined,
    );
    onLoad({ filter: /.*/, namespace: 'late-bundler' }, () => ({
      contents: lateBundlerModule,
      loader: 'js',
    }));
  },
};

const lateBundlerModule = `
const bundler = () => require('@temporalio/worker/lib/workflow/bundler');
module.exports = {
  defaultWorkflowInterceptorModules: [],
  bundleWorkflowCode: options => bundler().bundleWorkflowCode(options),
};`;

/** The engine's native part stays with its package. */
export const nativePart: Plugin = {
  name: 'native-part',
  setup({ onLoad }) {
    onLoad({ filter: /core-bridge[\\/]common\.js$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      const folder = "path.dirname(require.resolve('@temporalio/core-bridge/package.json'))";
      return { contents: source.replaceAll('__dirname', folder), loader: 'js' };
    });
  },
};
