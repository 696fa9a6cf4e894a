/** The moment at which clocks in the zone show `local`, which is written as if it were UTC. */
export function momentAt(local: number, timeZone: string): string {
  const guess = local - offsetAt(local, timeZone);
  // The clocks may have been changed between the guess and the moment.
  return new Date(local - offsetAt(guess, timeZone)).toISOString();
}

/** What the clocks in the zone show, written as if it were UTC. */
export const localOf = (moment: number, timeZone: string) => moment + offsetAt(moment, timeZone);

interface ZoneClock {
  format: Intl.DateTimeFormat;
  /** Offsets by the moment, in milliseconds: a deal is planned anew at each of its steps, and asks for the same moments. */
  known: Map<number, number>;
}
const mostKnown = 5000;

function offsetAt(moment: number, timeZone: string): number {
  const { format, known } = clockOf(timeZone);
  const offset = known.get(moment) ?? readOffset(moment, format);
  if (known.size >= mostKnown) known.clear();
  known.set(moment, offset);
  return offset;
}

function readOffset(moment: number, format: Intl.DateTimeFormat): number {
  // Read as text, which takes a third of the time of reading it part by part.
  const shown = /^(\d+)\/(\d+)\/(\d+), (\d+):(\d+):(\d+)$/.exec(format.format(moment));
  if (!shown) throw new RangeError(`no clock shows ${moment}`);
  const [month = 0, date = 0, year = 0, hours, minutes, seconds] = shown.slice(1).map(Number);
  return Date.UTC(year, month - 1, date, hours, minutes, seconds) - Math.floor(moment / 1000) * 1000;
}

/** Making one takes a hundred times as long as asking it. */
const clocks = new Map<string, ZoneClock>();

function clockOf(timeZone: string): ZoneClock {
  const clock = clocks.get(timeZone) ?? { format: makeClock(timeZone), known: new Map() };
  clocks.set(timeZone, clock);
  return clock;
}

/** A reader's zone comes from outside, and a wrong one must not hold a deal up. */
function makeClock(timeZone: string): Intl.DateTimeFormat {
  const numeric = 'numeric' as const;
  const options = {
    year: numeric,
    month: numeric,
    day: numeric,
    hour: numeric,
    minute: numeric,
    second: numeric,
  };
  try {
    return new Intl.DateTimeFormat('en-US', { ...options, hourCycle: 'h23', timeZone });
  } catch {
    return new Intl.DateTimeFormat('en-US', { ...options, hourCycle: 'h23', timeZone: 'UTC' });
  }
}
