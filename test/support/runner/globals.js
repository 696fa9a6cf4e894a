// What `@jest/globals` is to tests: the functions that runtime.cjs was given for this test file.
export const { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, test } = globalThis;

export const jest = {
  /** How long each test of this file may take, in ms. */
  setTimeout(ms) {
    globalThis[Symbol.for('TEST_TIMEOUT_SYMBOL')] = ms;
  },
};
