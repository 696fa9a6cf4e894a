import { execFile } from 'node:child_process';
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

describe('boto3', () => {
  let libraries: string;
  beforeAll(async () => {
    libraries = await boto3();
  }, 150_000);

  it('carries a purchase through all services and the queue', async () => {
    const emulator = await quickEmulator();
    const env = { ...process.env, PYTHONPATH: libraries };
    const { stdout } = await run('python3', [sample, emulator.url], { timeout: 60_000, env });
    await emulator.stop();
    expect(JSON.parse(stdout)).toMatchObject({ firstEvent: 'Offer Released' });
  }, 70_000);
});
