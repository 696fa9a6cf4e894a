import type { Clock } from './clock.ts';
import { wholeSecond } from './dates.ts';
import type { Schedule } from './schedule.ts';
import type { Settings } from './settings.ts';
import type { State } from './state.ts';

export type Log = (entry: Record<string, unknown>) => void;

/** What every part of the emulator works on. `state` is replaced as a whole by a reset, so never keep a part of it. */
export type Marketplace = {
  state: State;
  clock: Clock;
  schedule: Schedule;
  log: Log;
  /** The address under which the emulator is reached. */
  url: () => string;
};

/** The business time to the millisecond: what came later is later. */
export const timestamp = (market: Marketplace) => market.clock.now().toISOString();

/** The business time as the catalog and the events write it. */
export const secondOf = (market: Marketplace) => wholeSecond(market.clock.now());

export const settings = (market: Marketplace): Settings => market.state.settings;
