import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@jest/globals';

const root = join(import.meta.dirname, '../..');

test('a buyer who does nothing is told of everything in time, and the deal still becomes active', async () => {
  const { stdout } = await story('--silent-buyer');
  for (const kind of [
    'Notice: offer not opened',
    'Reminder: offer expires',
    'Offer expires',
    'Reminder: set up the account',
    'Task: call the buyer',
  ])
    expect(stdout).toMatch(new RegExp(`${kind} +sent to `));
  expect(stdout).toContain('Every planned mail arrived once, or was not needed any more');
  expect(stdout).toContain('The deal is active');
}, 400_000);

test('a word that the story does not know ends it with what there is', async () => {
  await expect(story('--quiet')).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringContaining('“--quiet” is not known here.\n\nnpm run story'),
  });
});

/** As `npm run story` runs it, with servers of its own. Fails unless it ends with 0. */
function story(...words: string[]) {
  const args = ['--import', 'tsx', 'local/story.ts', ...words];
  // Much slower than by itself: other tests need the machine, too, and the worker stands behind them.
  const env = { ...process.env, OFFERDESK_TIME_SCALE: '15000' };
  return promisify(execFile)(process.execPath, args, { cwd: root, env, timeout: 380_000 });
}
