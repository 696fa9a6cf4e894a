import { execFile } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

const execute = promisify(execFile);

export type Run = {
  command: string;
  args: string[];
  timeoutMs: number;
  env?: NodeJS.ProcessEnv;
  cwd?: string;
};

/** Runs a program to its end. Rejects with what it printed last when it fails or takes longer than `timeoutMs`. */
export async function run({ command, args, timeoutMs, env, cwd }: Run): Promise<string> {
  try {
    const { stdout } = await execute(command, args, { timeout: timeoutMs, killSignal: 'SIGKILL', env, cwd });
    return stdout;
  } catch (error) {
    const { stderr, killed, message } = error as { stderr?: string; killed?: boolean; message: string };
    const last = stderr?.trim().split('\n').slice(-3).join(' ');
    throw new Error(killed ? `${command}: no answer within ${timeoutMs / 1000} s` : last || message);
  }
}

/** The first of these programs that the PATH has, with its folder. */
export function onPath(...names: string[]): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return names.flatMap(name => folders.map(folder => join(folder, name))).find(isExecutable);
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
