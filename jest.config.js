// A note about Node versions of the year to come, in the output of every test that loads the SDK.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';

// Two projects: `fast` needs no server; `real` runs on the Temporal and MongoDB servers that test/support/servers/start-servers.ts starts once.
const common = {
  testEnvironment: 'node',
  // Node imports the tests and all they need: see docs/decisions/0020-what-a-test-run-costs.md.
  runtime: '<rootDir>/test/support/runner/runtime.cjs',
  transform: {},
};

export default {
  // Much of a test on real servers is waiting, so one more than the smallest machine has cores.
  maxWorkers: 3,
  testSequencer: '<rootDir>/test/support/runner/sequencer.cjs',
  // A bound for tests that hang, far above what any of them needs on a busy machine.
  testTimeout: 180_000,
  projects: [
    { ...common, displayName: 'fast', testMatch: ['<rootDir>/test/**/*.unit.test.{ts,tsx}'] },
    {
      ...common,
      displayName: 'real',
      testMatch: ['<rootDir>/test/**/*.test.{ts,tsx}'],
      testPathIgnorePatterns: ['\\.unit\\.test\\.tsx?$', '/node_modules/'],
      globalSetup: '<rootDir>/test/support/runner/set-up.cjs',
      globalTeardown: '<rootDir>/test/support/runner/tear-down.cjs',
    },
  ],
};
