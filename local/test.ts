import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folder = await mkdtemp(join(tmpdir(), 'offerdesk-results-'));
const resultFile = join(folder, 'results.json');

const failed = [
  ...(await step('Types', 'node_modules/typescript/bin/tsc', '--noEmit')),
  ...(await step('Lint', 'node_modules/@biomejs/biome/bin/biome', 'check', '.')),
  ...(await step('Tests', ...jest())),
];
const counts = await readCounts();
await rm(folder, { recursive: true, force: true });

if (failed.length > 0) console.log(`Failed: ${failed.join(', ')}`);
console.log(`${counts.passed} passed, ${counts.failed} failed`);
process.exitCode = failed.length + counts.failed > 0 ? 1 : 0;

/** Runs one step in front of the reader. Answers its title when it failed. */
async function step(title: string, ...args: string[]): Promise<string[]> {
  console.log(`\n${title}`);
  const child = spawn(process.execPath, args, { stdio: 'inherit' });
  const code = await new Promise(resolve => {
    child.once('error', () => resolve(1));
    child.once('exit', resolve);
  });
  return code === 0 ? [] : [title];
}

// Words after `npm test --` choose test files, as with jest itself.
function jest(): string[] {
  return ['node_modules/jest/bin/jest.js', '--json', `--outputFile=${resultFile}`, ...process.argv.slice(2)];
}

// A file that could not even be loaded counts as one failure, and so does a run that left no results.
async function readCounts(): Promise<{ passed: number; failed: number }> {
  const text = await readFile(resultFile, 'utf8').catch(() => undefined);
  if (!text) return { passed: 0, failed: 1 };
  const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = JSON.parse(text);
  return { passed: numPassedTests, failed: numFailedTests + numRuntimeErrorTestSuites };
}
