import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Result, Setting } from './benchmark.ts';
import { rounded, timed } from './statistics.ts';

/** How long `npm start` takes the second time, when everything is installed and there are data, beside its servers alone. */
export async function start({ folder }: Setting): Promise<Result[]> {
  await run('stack', folder);
  const ours = await run('stack', folder);
  const servers = await run('servers', join(folder, 'servers'));
  return [
    {
      what: 'npm start to ready, second time',
      ours: `${rounded(ours)} s`,
      reference: `${rounded(servers)} s its servers alone, new`,
      budget: '≤ 6 s',
      holds: ours <= 6,
    },
  ];
}

/** Starts it as npm does, and stops it; seconds from the first process until it is ready. */
async function run(what: 'stack' | 'servers', folder: string): Promise<number> {
  let ready = 0;
  const installing = await timed(() => ended(['local/install.js']));
  const began = performance.now();
  await ended(['--import', 'tsx', 'bench/start-once.ts', what, folder], () => {
    ready = performance.now() - began;
  });
  return (installing + ready) / 1000;
}

/** Resolves when the process has ended with 0; `onOutput` hears of the first thing that it prints. */
function ended(args: string[], onOutput?: () => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: join(import.meta.dirname, '..'),
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    child.stdout.once('data', () => onOutput?.());
    child.once('error', reject);
    child.once('exit', code =>
      code === 0 ? resolve() : reject(new Error(`${args.join(' ')} ended with ${code}`)),
    );
  });
}
