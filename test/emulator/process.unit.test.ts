import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, describe, expect, it } from '@jest/globals';
import { quickEmulator } from './offers.ts';

const running: ChildProcess[] = [];
afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL');
});

/** Starts it as a process and gathers its log. */
function run(env: Record<string, string>) {
  const child = spawn(process.execPath, ['--import', 'tsx', 'emulator/main.ts'], {
    env: { ...process.env, ...env },
  });
  running.push(child);
  const lines: Record<string, string>[] = [];
  child.stdout.on('data', (data: Buffer) => {
    for (const line of data.toString().split('\n')) if (line) lines.push(JSON.parse(line));
  });
  return { child, lines };
}

describe('the process', () => {
  it('says when it is ready and stops on SIGTERM', async () => {
    const { child, lines } = run({ EMULATOR_PORT: '0' });
    await once(child.stdout, 'data');
    expect(lines).toEqual([
      expect.objectContaining({ msg: 'ready', url: expect.stringMatching(/^http:\/\/127/) }),
    ]);
    expect((await fetch(`${lines[0]?.url}/control/clock`)).status).toBe(200);
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([0, null]);
  });

  it('says which port is taken, and how to take another', async () => {
    const other = await quickEmulator();
    const { port } = new URL(other.url);
    const { child, lines } = run({ EMULATOR_PORT: port });
    expect(await once(child, 'exit')).toEqual([1, null]);
    expect(lines[0]?.msg).toBe(`Port ${port} is taken. Set EMULATOR_PORT to a free one.`);
    await other.stop();
  });
});
