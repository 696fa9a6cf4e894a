import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { getPriority, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { jest } from '@jest/globals';
import { lastLines, startChild, waitForChild } from '../../local/child.ts';

// Real processes and connections take long on a busy machine.
jest.setTimeout(60_000);

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'child-'));
});

afterAll(() => rm(folder, { recursive: true }));

const shell = (script: string, niceness?: number) =>
  startChild({
    name: 'demo',
    command: '/bin/sh',
    args: ['-c', script],
    logFile: join(folder, `${Math.random()}.log`),
    niceness,
  });

// A process that has ended but was not yet collected by its new parent (state Z) is gone.
function isAlive(pid: number): boolean {
  const stat = `/proc/${pid}/stat`;
  return existsSync(stat) && !/\) Z /.test(readFileSync(stat, 'utf8'));
}

async function untilGone(pid: number): Promise<void> {
  while (isAlive(pid)) await delay(10);
}

test('shows the last lines of a child that ends before it is ready', async () => {
  const child = shell('echo one; echo "cannot go on" >&2; exit 7');
  const waiting = waitForChild({ child, until: async () => false });
  await expect(waiting).rejects.toThrow(
    /^demo: ended with code 7\. Its last lines .*\n {2}one\n {2}cannot go on/,
  );
});

test('says what full disks and taken ports mean', async () => {
  const child = shell(
    'echo "write failed: No space left on device"; echo "bind: address already in use"; exit 1',
  );
  const waiting = waitForChild({ child, until: async () => false });
  await expect(waiting).rejects.toThrow('The disk is full. Free some space, then start again.');
  await expect(waiting).rejects.toThrow('Another program took its port');
});

test.each([undefined, 5, 19])(
  'stands behind this process by as much as is asked: %s',
  async (niceness = 0) => {
    const child = shell('sleep 60 & wait', niceness);
    expect(getPriority(child.pid)).toBe(Math.min(19, getPriority() + niceness));
    await child.kill();
  },
);

test('waits as long as the child lives, and says what for', async () => {
  const child = shell('exec sleep 60');
  const said: string[] = [];
  const until = async () => {
    if (said.length > 0) return true;
    throw new Error('/health answers 503');
  };
  await waitForChild({ child, until, report: message => said.push(message) });
  expect(said).toEqual([expect.stringMatching(/^not ready after \d+ s: \/health answers 503$/)]);
  await child.kill();
});

test('waits no longer than anybody wants to know', async () => {
  const child = shell('exec sleep 60');
  const wanted = new AbortController();
  const waiting = waitForChild({ child, until: async () => false, signal: wanted.signal });
  wanted.abort();
  await expect(waiting).rejects.toThrow('demo: not waited for any longer');
  await child.kill();
});

test('reports a program that does not exist instead of waiting for it', async () => {
  const child = startChild({
    name: 'demo',
    command: '/no/such/program',
    args: [],
    logFile: join(folder, 'none.log'),
  });
  await expect(waitForChild({ child, until: async () => false })).rejects.toThrow('demo: ended with code');
});

test('ends a child by force when it does not want to end', async () => {
  const child = shell('trap "" TERM; echo ready; while :; do sleep 0.05; done');
  await waitForChild({ child, until: async () => lastLines(child.logFile).includes('ready') });
  await child.stop(100);
  expect(await child.exited).toBe('ended by SIGKILL');
});

// Only Linux has a way to promise it.
const onLinux = process.platform === 'linux' ? test : test.skip;

onLinux('leaves no child behind when the starter itself is killed', async () => {
  const code = `
    const { startChild } = await import(${JSON.stringify(join(import.meta.dirname, '../../local/child.ts'))});
    const child = startChild({ name: 'demo', command: 'sleep', args: ['60'], logFile: ${JSON.stringify(join(folder, 'orphan.log'))} });
    console.log(child.pid);
    setInterval(() => {}, 1000);`;
  const starter = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', code]);
  const [printed] = await once(starter.stdout, 'data');
  const pid = Number(printed);
  expect(isAlive(pid)).toBe(true);
  // Before it is the program itself, nothing has been promised yet.
  while (readFileSync(`/proc/${pid}/comm`, 'utf8').trim() !== 'sleep') await delay(20);
  starter.kill('SIGKILL');
  await untilGone(pid);
});
