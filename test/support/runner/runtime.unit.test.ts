import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from '@jest/globals';

interface Results {
  testResults: {
    name: string;
    status: 'passed' | 'failed';
    message: string;
    assertionResults: { title: string; status: 'passed' | 'failed' }[];
  }[];
}

const rootDir = fileURLToPath(new URL('../../..', import.meta.url));
const config = {
  rootDir,
  testEnvironment: 'node',
  runtime: '<rootDir>/test/support/runner/runtime.cjs',
  transform: {},
  testMatch: ['<rootDir>/test/support/runner/samples/*.ts'],
};

/** Runs the samples one after the other in one process, as a worker does with the files it is given. */
async function runSamples(): Promise<Results> {
  const args = ['node_modules/jest/bin/jest.js', '--runInBand', '--json', '--config', JSON.stringify(config)];
  const { stdout } = spawn(process.execPath, args, { cwd: rootDir, stdio: ['ignore', 'pipe', 'ignore'] });
  return JSON.parse(await text(stdout));
}

describe('of several files in one process', () => {
  let results: Results;

  beforeAll(async () => {
    results = await runSamples();
  });

  it('each test that should fail fails, and no other', () => {
    const tests = results.testResults.flatMap(file => file.assertionResults);
    const failed = tests.filter(test => test.status === 'failed');
    expect(failed.map(test => test.title)).toEqual(tests.filter(isMadeToFail).map(test => test.title));
    expect([failed.length, tests.length]).toEqual([5, 11]);
  });

  it('one that cannot be loaded fails, and its tests are not counted', () => {
    const throwing = results.testResults.find(file => file.name.endsWith('throwing.ts'));
    expect(throwing).toMatchObject({ status: 'failed', assertionResults: [] });
  });

  it('errors are told with their place in the TypeScript', () => {
    const messages = results.testResults.map(file => file.message).join('\n');
    expect(messages).toContain('samples/failing.ts:6:26');
    expect(messages).toContain('samples/throwing.ts:5:7');
  });
});

const isMadeToFail = ({ title }: { title: string }) => title.startsWith('fails');
