const { transformSync } = require('@swc/core');

/** TypeScript as Node runs it; with `sourceMaps`, also where each position came from. */
exports.compile = (filename, source, { sourceMaps = false } = {}) =>
  transformSync(source, {
    filename,
    sourceMaps,
    swcrc: false,
    jsc: {
      target: 'es2022',
      parser: { syntax: 'typescript', tsx: filename.endsWith('.tsx') },
      transform: { react: { runtime: 'automatic', importSource: 'preact' } },
    },
    module: { type: 'es6' },
  });

exports.isTypeScript = url => /^file:[^?]*\.tsx?(\?|$)/.test(url);
