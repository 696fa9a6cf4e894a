import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { takeMailTurn } from '../../../activities/mail/mail-turn.ts';
import { type Database, openDatabase } from '../../../shared/models/database.ts';
import { emptyDatabase, giveBack } from '../../support/servers/databases.ts';

const perSecond = 4;
const burst = 3 * perSecond + 1;
/** A timer of Node may end a moment early. */
const inaccuracyMs = 20;

let workers: Database[];
beforeAll(async () => {
  const uri = emptyDatabase();
  workers = await Promise.all([1, 2].map(() => openDatabase(uri)));
});
afterAll(async () => {
  const [first, second] = workers;
  await second?.close();
  await giveBack(first);
});

test('two workers together send a burst in portions of the one rate, and all of it', async () => {
  const config = { MAIL_PER_SECOND: perSecond };
  const began = Date.now();
  const turns = Array.from({ length: burst }, async (_, index) => {
    const db = workers[index % workers.length];
    if (db) await takeMailTurn({ db, config });
    return Date.now() - began;
  });
  const times = (await Promise.all(turns)).toSorted((a, b) => a - b);
  expect(times).toHaveLength(burst);
  const tooEarly = times.filter((at, index) => at < Math.floor(index / perSecond) * 1000 - inaccuracyMs);
  expect(tooEarly).toEqual([]);
});
