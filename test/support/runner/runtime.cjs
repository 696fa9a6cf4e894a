const { readFileSync } = require('node:fs');
const { fileURLToPath, pathToFileURL } = require('node:url');
const { default: Runtime } = require('jest-runtime');
const { compile, isTypeScript } = require('./compile.cjs');
const { disableUsedStorages } = require('./storages.cjs');
require('./hooks.cjs');

const frameworkState = new Set(['JEST_STATE_SYMBOL', 'EVENT_HANDLERS', 'TEST_TIMEOUT_SYMBOL']);
let files = 0;

/**
 * Imports a test file as Node does and not into a context of its own: the product and its packages are loaded once for
 * all files of a worker. What a file changed of its process is put back after it.
 */
module.exports = class extends Runtime {
  #putBack = rememberEnvironment();

  unstable_shouldLoadAsEsm() {
    return true;
  }

  unstable_importModule(path) {
    files += 1;
    return import(`${pathToFileURL(path)}?file=${files}`);
  }

  /** jest's framework, which begins anew with each file: it counts on a global object of its own. */
  requireInternalModule(path) {
    for (const key of Object.getOwnPropertySymbols(globalThis)) {
      if (frameworkState.has(key.description)) delete globalThis[key];
    }
    delete require.cache[path];
    return require(path);
  }

  setGlobalsForRuntime(globals) {
    Object.assign(globalThis, globals);
  }

  getSourceMaps() {
    return new SourceMaps();
  }

  teardown() {
    super.teardown();
    disableUsedStorages();
    this.#putBack();
  }
};

/** The map of a file is made when an error first asks for it. */
class SourceMaps extends Map {
  get(url) {
    if (!this.has(url)) this.set(url, isTypeScript(url) ? mapOf(fileURLToPath(url)) : '');
    return super.get(url);
  }
}

function mapOf(path) {
  const { map } = compile(path, readFileSync(path, 'utf8'), { sourceMaps: true });
  return `data:application/json;base64,${Buffer.from(map).toString('base64')}`;
}

function rememberEnvironment() {
  const { env } = process;
  const before = { ...env };
  return () => {
    process.env = env;
    for (const name of Object.keys(env)) if (!(name in before)) delete env[name];
    Object.assign(env, before);
  };
}
