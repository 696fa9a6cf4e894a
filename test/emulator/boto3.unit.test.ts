import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { cached } from '../../local/servers/cache.ts';
import { quickEmulator } from './offers.ts';

const run = promisify(execFile);
const sample = fileURLToPath(new URL('./boto3-sample.py', import.meta.url));
const version = '1.43.0';

/** The SDK of another language, fetched once beside the other things that tests and the local stack fetch. */
function boto3(): Promise<string> {
  const install = ['-m', 'pip', 'install', '--quiet', `boto3==${version}`, '--target'];
  return cached(`boto3-${version}`, async folder => {
    await run('python3', [...install, folder], { timeout: 120_000 });
  });
}

/** The first block of a language in the emulator's README, as a reader copies it. */
function readmeBlock(language: string, holding: string): string {
  const text = readFileSync(new URL('../../emulator/README.md', import.meta.url), 'utf8');
  const blocks = [...text.matchAll(/```(\w+)\n([\s\S]*?)```/g)];
  const found = blocks.find(([, name, block]) => name === language && block?.includes(holding))?.[2];
  if (!found) throw new Error(`no ${language} block with ${holding}`);
  return found;
}

describe('boto3', () => {
  let libraries: string;
  beforeAll(async () => {
    libraries = await boto3();
  });

  it('carries a purchase through all services and the queue', async () => {
    const emulator = await quickEmulator();
    const env = { ...process.env, PYTHONPATH: libraries };
    const { stdout } = await run('python3', [sample, emulator.url], { timeout: 60_000, env });
    await emulator.stop();
    expect(JSON.parse(stdout)).toMatchObject({ firstEvent: 'Offer Released' });
  });

  it('finds the emulator by what the README says to export, and nothing else', async () => {
    const emulator = await quickEmulator();
    const settings = readmeBlock('sh', 'AWS_ENDPOINT_URL').replaceAll('http://localhost:4010', emulator.url);
    const python = readmeBlock('python', 'boto3');
    const env = { PATH: process.env.PATH, HOME: '/nonexistent', PYTHONPATH: libraries };
    const script = `${settings}\npython3 - <<'EOF'\n${python}\nEOF`;
    const { stdout } = await run('sh', ['-ec', script], { timeout: 60_000, env });
    await emulator.stop();
    expect(stdout).toContain('prod-examplecloud01');
  });
});
