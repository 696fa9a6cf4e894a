import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock } from '../../shared/clock.ts';

const hour = 3_600_000;
/** As good as real time; a clock of exactly 1 could stand nowhere but at the real time. */
const scale = 1.001;

/** What the product is started with so that the reminders of all deals fall on the opening of one day. */
export const remindedAtOpening = (spreadMinutes: number) => ({
  VENDOR_TIME_ZONE: 'UTC',
  // A minute after each deal was opened, as far as staff work then.
  REMINDERS: '{"remindIdleEveryDays":0.0007}',
  REMINDERS_SPREAD_MINUTES: `${spreadMinutes}`,
});

/** Gives the data folder of a product a clock by which it is Monday, and the vendor opens at a real moment, epoch ms. */
export function openAt(folder: string, opensAt: number): Clock {
  const anchor = Math.round((scale * opensAt - mondayAfter(opensAt)) / (scale - 1));
  mkdirSync(folder, { recursive: true });
  const kept = { OFFERDESK_TIME_SCALE: scale, OFFERDESK_TIME_ANCHOR: anchor };
  writeFileSync(join(folder, 'clock.json'), JSON.stringify(kept));
  return { scale, anchor };
}

/** Nine o'clock of the Monday after a moment. */
function mondayAfter(moment: number): number {
  const midnight = moment - (moment % (24 * hour));
  const days = (8 - new Date(midnight).getUTCDay()) % 7 || 7;
  return midnight + (days * 24 + 9) * hour;
}
