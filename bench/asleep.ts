import { setTimeout as pause } from 'node:timers/promises';
import { businessTime } from '../shared/clock.ts';
import { openDatabase } from '../shared/models/database.ts';
import { failedTurns } from './asleep/histories.ts';
import { latenessOf } from './asleep/lateness.ts';
import { openAt, remindedAtOpening } from './asleep/opening.ts';
import { mustHold, resultsOf } from './asleep/results.ts';
import { wake } from './asleep/waking.ts';
import type { Result, Setting } from './benchmark.ts';
import { startProduct } from './product.ts';
import { repeat } from './statistics.ts';

/** About what two cores open in a second; a deal opened after the opening finds its reminder due at once. */
const openedASecond = 11;
const minute = 60_000;
/** Spread as by default. */
const full = { deals: 10_000, spreadMinutes: 20 };

/**
 * Ten thousand deals asleep, of which each has a reminder in the minutes after one opening; soon after it three workers
 * are restarted at once, while people go on with their work.
 */
export async function asleep({ quick, folder }: Setting): Promise<Result[]> {
  const { deals, spreadMinutes } = quick ? { deals: 300, spreadMinutes: 1 } : full;
  const opensAt = Date.now() + minute + (deals * 1000) / openedASecond;
  const clock = openAt(folder, opensAt);
  const product = await startProduct(folder, remindedAtOpening(spreadMinutes));
  const db = await openDatabase(product.mongodbUri);
  try {
    const dealIds: string[] = [];
    const workers = await product.withWorkers(3);
    await repeat(deals, { atOnce: 8, work: async () => dealIds.push(await product.inquire()) });
    await pause(opensAt - Date.now());
    const waking = await wake(product, { db, dealIds, workers, spreadMs: spreadMinutes * minute });
    const reminded = await latenessOf(db);
    const business = (at: number) => Date.parse(businessTime(clock, at));
    const late = reminded.filter(({ due }) => due > business(waking.caughtUpAt)).map(each => each.late);
    const failed = await failedTurns(product.temporalAddress, dealIds);
    return [
      ...resultsOf(
        waking,
        reminded.map(each => each.late),
      ),
      ...mustHold({ ...waking, late, failed }),
    ];
  } finally {
    await db.close();
    await product.stop();
  }
}
