// A note about Node versions of the year to come, in the output of every test that loads the SDK.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';

// Two projects: `fast` needs no server; `real` runs on the Temporal and MongoDB servers that test/support/servers.ts starts once.
const common = {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: {
    '^.+\\.tsx?$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', tsx: true },
          transform: { react: { runtime: 'automatic', importSource: 'preact' } },
        },
        module: { type: 'es6' },
      },
    ],
  },
};

export default {
  // Much of a test on real servers is waiting, so one more than the smallest machine has cores.
  maxWorkers: 3,
  // A bound for tests that hang, far above what any of them needs on a busy machine.
  testTimeout: 60_000,
  projects: [
    { ...common, displayName: 'fast', testMatch: ['<rootDir>/test/**/*.unit.test.{ts,tsx}'] },
    {
      ...common,
      displayName: 'real',
      testMatch: ['<rootDir>/test/**/*.test.{ts,tsx}'],
      testPathIgnorePatterns: ['\\.unit\\.test\\.tsx?$', '/node_modules/'],
      globalSetup: '<rootDir>/test/support/servers.ts',
      globalTeardown: '<rootDir>/test/support/stop-servers.ts',
    },
  ],
};
