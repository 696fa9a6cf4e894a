import { execFile, execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { quickEmulator } from './offers.ts';

const PYTHON = process.env.BOTO3_PYTHON ?? 'python3';
const sample = fileURLToPath(new URL('./boto3-sample.py', import.meta.url));

function hasBoto3(): boolean {
  try {
    execFileSync(PYTHON, ['-c', 'import boto3'], { stdio: 'ignore', timeout: 20_000 });
    return true;
  } catch {
    return false;
  }
}

/** Runs where a Python with boto3 is at hand (BOTO3_PYTHON names it); nothing is installed for it. */
describe('boto3', () => {
  (hasBoto3() ? it : it.skip)(
    'carries a purchase through all services and the queue',
    async () => {
      const emulator = await quickEmulator();
      const { stdout } = await promisify(execFile)(PYTHON, [sample, emulator.url], { timeout: 60_000 });
      await emulator.stop();
      expect(JSON.parse(stdout)).toMatchObject({ firstEvent: 'Offer Released' });
    },
    70_000,
  );
});
