import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { getPriority, setPriority } from 'node:os';
import { dirname } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { StartError } from './start-error.ts';

export type ChildOptions = {
  name: string;
  command: string;
  args: string[];
  env?: NodeJS.ProcessEnv;
  cwd?: string;
  /** Everything the child prints goes here. Appended to, so that a restart keeps what came before. */
  logFile: string;
  /** How far it stands behind this process where the machine has more to do than it can: 1 to 19, as for `nice`. */
  niceness?: number;
};

export type Child = {
  name: string;
  pid: number;
  logFile: string;
  /** Resolves when the process is gone, with the way it went. Never rejects. */
  exited: Promise<string>;
  hasExited(): boolean;
  /** Asks it to end, and ends it by force when it has not done so in time. */
  stop(graceMs?: number): Promise<void>;
  /** Ends it at once, as a power cut would. */
  kill(): Promise<void>;
};

const living = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of living) child.kill('SIGKILL');
});

/** Starts a process whose output goes to a file and which cannot outlive this one. */
export function startChild(options: ChildOptions): Child {
  const child = spawnLogged(options);
  let gone = false;
  const exited = new Promise<string>(resolve => {
    const finish = (how: string) => {
      gone = true;
      living.delete(child);
      resolve(how);
    };
    child.once('error', error => finish(error.message));
    child.once('exit', (code, signal) => finish(signal ? `ended by ${signal}` : `ended with code ${code}`));
  });
  const kill = async () => {
    if (!gone) child.kill('SIGKILL');
    await exited;
  };
  const stop = async (graceMs = 20_000) => {
    if (!gone) child.kill('SIGTERM');
    const timer = new AbortController();
    await Promise.race([exited, delay(graceMs, undefined, { signal: timer.signal }).catch(() => {})]);
    timer.abort();
    await kill();
  };
  const { name, logFile } = options;
  return { name, pid: child.pid ?? 0, logFile, exited, hasExited: () => gone, stop, kill };
}

/** The last lines a child printed, and what they mean where that is known. */
export function lastLines(logFile: string, count = 15): string {
  if (!existsSync(logFile)) return '';
  const lines = readFileSync(logFile, 'utf8').trimEnd().split('\n').slice(-count);
  return [...lines.map(line => `  ${line.slice(0, 600)}`), ...causes(lines.join('\n'))].join('\n');
}

export type Wait = {
  child: Child;
  /** What it is asked; the words of an error are what is still missing. */
  until: () => Promise<boolean>;
  /** Told from time to time what is waited for. */
  report?: (message: string) => void;
  /** Ends the waiting early, when something else has failed. */
  signal?: AbortSignal;
};

/**
 * Waits until `until` says yes, as long as the child lives: how long a start takes is the machine's business. Fails with the
 * last log lines when the child ends before.
 */
export async function waitForChild({ child, until, report, signal }: Wait): Promise<void> {
  const began = performance.now();
  let obstacle = '';
  const asked = () =>
    until().catch(error => {
      obstacle = `: ${error instanceof Error ? error.message : error}`;
      return false;
    });
  let sayAt = 5;
  while (!(await asked())) {
    if (signal?.aborted) throw new StartError(`${child.name}: not waited for any longer.`);
    if (child.hasExited()) throw failure(child, await child.exited);
    const seconds = (performance.now() - began) / 1000;
    if (seconds >= sayAt) {
      report?.(`not ready after ${Math.round(seconds)} s${obstacle}`);
      sayAt *= 2;
    }
    await delay(40);
  }
}

/** What is said of a child that ended. */
export function failure(child: Child, how: string): StartError {
  return new StartError(
    `${child.name}: ${how}. Its last lines (${child.logFile}):\n${lastLines(child.logFile)}`,
  );
}

const lowest = 19;

function spawnLogged({ command, args, env, cwd, logFile, niceness = 0 }: ChildOptions): ChildProcess {
  mkdirSync(dirname(logFile), { recursive: true });
  const log = openSync(logFile, 'a');
  const [program, ...rest] = [...deathPact(), command, ...args] as [string, ...string[]];
  // Detached: Ctrl-C at the terminal must reach this process only, which stops the children in order.
  const child = spawn(program, rest, { env, cwd, stdio: ['ignore', log, log], detached: true });
  closeSync(log);
  // Before it has threads of its own, which take theirs from its first.
  if (child.pid && niceness) setPriority(child.pid, Math.min(lowest, getPriority() + niceness));
  living.add(child);
  return child;
}

// Linux ends the child when this process dies, even by SIGKILL; elsewhere the exit handler above does what it can.
function deathPact(): string[] {
  const setpriv = ['/usr/bin/setpriv', '/bin/setpriv'].find(path => existsSync(path));
  return process.platform === 'linux' && setpriv ? [setpriv, '--pdeathsig', 'KILL'] : [];
}

const KNOWN_CAUSES: [RegExp, string][] = [
  [
    /no space left on device|ENOSPC|database or disk is full/i,
    'The disk is full. Free some space, then start again.',
  ],
  [/address already in use|EADDRINUSE/i, 'Another program took its port at this moment. Start again.'],
  [
    /DBPathInUse|Unable to (lock|acquire).*(lock|mongod\.lock)/i,
    'Another running Offerdesk uses the same data. Stop it first.',
  ],
  [
    /Invalid featureCompatibilityVersion|UPGRADE PROBLEM/i,
    'The data was written by another version of MongoDB. Use that version, or move the data away.',
  ],
];

function causes(text: string): string[] {
  return KNOWN_CAUSES.filter(([pattern]) => pattern.test(text)).map(([, cause]) => cause);
}
