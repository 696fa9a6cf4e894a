import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, openSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';

const root = fileURLToPath(new URL('../..', import.meta.url));
/** Linux's file on a disk that is always full. */
const full = '/dev/full';
const program = `
  import { createLog } from './shared/log.ts';
  const log = createLog({ level: 'info', name: 'test' });
  for (let line = 0; line < 10; line += 1) {
    log.info('a line');
    await new Promise(resolve => setImmediate(resolve));
  }
  log.flush();
  process.exitCode = 42;
`;

(existsSync(full) ? test : test.skip)(
  'a process outlives its log on a full disk, and comes to its end',
  async () => {
    const log = openSync(full, 'w');
    const options = ['--import', 'tsx', '--input-type=module', '--eval', program];
    const child = spawn(process.execPath, options, {
      cwd: root,
      stdio: ['ignore', log, 'inherit'],
      timeout: 30_000,
    });
    closeSync(log);
    const [code] = await once(child, 'exit');
    expect(code).toBe(42);
  },
);
