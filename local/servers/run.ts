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
export async function run({ command, args, timeoutMs, env = process.env, cwd }: Run): Promise<string> {
  try {
    const { stdout } = await execute(command, args, { timeout: timeoutMs, killSignal: 'SIGKILL', env, cwd });
    return stdout;
  } catch (error) {
    const { stderr, killed, message } = error as { stderr?: string; killed?: boolean; message: string };
    throw new Error(killed ? `${command}: no answer within ${timeoutMs / 1000} s` : gist(stderr) || message);
  }
}

// pip, tar and node say what is wrong in a line with the word error; without one, the last lines have to do.
function gist(stderr = ''): string {
  const lines = stderr.trim().split('\n');
  const telling = lines.filter(line => /error/i.test(line));
  return (telling.length > 0 ? telling : lines).slice(-3).join(' ');
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
