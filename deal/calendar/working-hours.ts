/** When somebody works: between two hours of the day, in his time zone, but not at weekends and on holidays. */
export interface WorkingTime {
  /** IANA name. One that is not known counts as UTC. */
  timeZone: string;
  /** Whole hours of the day, such as 9 and 17; the last moment is `until` o'clock itself. */
  from: number;
  until: number;
  /** Days on which nobody works, `YYYY-MM-DD`. */
  holidays: readonly string[];
}

const hour = 3_600_000;
const day = 24 * hour;
/** No country rests for longer at a stretch; also the end of a search among holidays that leave no working day. */
const longestRest = 31;

/** The last working moment that is not after `moment`; both ISO. */
export function notAfter(moment: string, time: WorkingTime): string {
  const local = localOf(Date.parse(moment), time.timeZone);
  const date = startOfDay(local);
  if (isWorking(local, time)) return moment;
  const last = local - date < time.from * hour ? date - day : date;
  return at(nearestWorkingDay(last, { step: -day, time }) + time.until * hour, time);
}

/** The first working moment that is not before `moment`; both ISO. */
export function notBefore(moment: string, time: WorkingTime): string {
  const local = localOf(Date.parse(moment), time.timeZone);
  const date = startOfDay(local);
  if (isWorking(local, time)) return moment;
  const first = local - date > time.until * hour ? date + day : date;
  return at(nearestWorkingDay(first, { step: day, time }) + time.from * hour, time);
}

/** The moment at which somebody who begins at `moment`, or as soon after it as he works, has worked for `hours`. */
export function afterWorkingHours(
  moment: string,
  { hours, time }: { hours: number; time: WorkingTime },
): string {
  let begin = notBefore(moment, time);
  let left = hours * hour;
  while (left > 0) {
    const today = closing(begin, time) - Date.parse(begin);
    if (left <= today) return new Date(Date.parse(begin) + left).toISOString();
    left -= today;
    begin = nextOpening(begin, time);
  }
  return begin;
}

/** The end of the working day that `moment` is in, as epoch milliseconds. */
function closing(moment: string, time: WorkingTime): number {
  const date = startOfDay(localOf(Date.parse(moment), time.timeZone));
  return Date.parse(at(date + time.until * hour, time));
}

/** When work begins on the first working day after the one that `moment` is in. */
export function nextOpening(moment: string, time: WorkingTime): string {
  const date = startOfDay(localOf(Date.parse(moment), time.timeZone));
  return at(nearestWorkingDay(date + day, { step: day, time }) + time.from * hour, time);
}

/**
 * The last moment not after `moment` at which all of them work, if there is one in the working day that it would be for
 * the first of them; otherwise the first one's last working moment.
 */
export function notAfterForAll(moment: string, [first, ...others]: [WorkingTime, ...WorkingTime[]]): string {
  const forFirst = notAfter(moment, first);
  if (others.length === 0) return forFirst;
  let common = forFirst;
  // Each turn only ever goes back, so it ends: at a moment that suits all, or before the day.
  while (Date.parse(forFirst) - Date.parse(common) < (first.until - first.from) * hour) {
    const earlier = [first, ...others].reduce(notAfter, common);
    if (earlier === common) return common;
    common = earlier;
  }
  return forFirst;
}

/** True when both are on the same day of the calendar where that is the time zone. */
export function onSameDay(a: string, b: string, timeZone: string): boolean {
  if (Math.abs(Date.parse(a) - Date.parse(b)) > 2 * day) return false;
  const [one, other] = [a, b].map(moment => startOfDay(localOf(Date.parse(moment), timeZone)));
  return one === other;
}

function isWorking(local: number, time: WorkingTime): boolean {
  const sinceMidnight = local - startOfDay(local);
  return (
    sinceMidnight >= time.from * hour &&
    sinceMidnight <= time.until * hour &&
    isWorkingDay(startOfDay(local), time)
  );
}

function isWorkingDay(date: number, { holidays }: WorkingTime): boolean {
  const weekday = new Date(date).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !holidays.includes(new Date(date).toISOString().slice(0, 10));
}

function nearestWorkingDay(date: number, { step, time }: { step: number; time: WorkingTime }): number {
  const days = Array.from({ length: longestRest }, (_, index) => date + index * step);
  return days.find(each => isWorkingDay(each, time)) ?? date;
}

const startOfDay = (local: number) => Math.floor(local / day) * day;

/** The moment at which clocks in the zone show `local`, which is written as if it were UTC. */
function at(local: number, { timeZone }: WorkingTime): string {
  const guess = local - offsetAt(local, timeZone);
  // The clocks may have been changed between the guess and the moment.
  return new Date(local - offsetAt(guess, timeZone)).toISOString();
}

/** What the clocks in the zone show, written as if it were UTC. */
const localOf = (moment: number, timeZone: string) => moment + offsetAt(moment, timeZone);

function offsetAt(moment: number, timeZone: string): number {
  // Read as text, which takes a third of the time of reading it part by part.
  const shown = /^(\d+)\/(\d+)\/(\d+), (\d+):(\d+):(\d+)$/.exec(clockOf(timeZone).format(moment));
  if (!shown) throw new RangeError(`no clock shows ${moment} in ${timeZone}`);
  const [month = 0, date = 0, year = 0, hours, minutes, seconds] = shown.slice(1).map(Number);
  return Date.UTC(year, month - 1, date, hours, minutes, seconds) - Math.floor(moment / 1000) * 1000;
}

/** Making one takes a hundred times as long as asking it. */
const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(timeZone: string): Intl.DateTimeFormat {
  const clock = clocks.get(timeZone) ?? makeClock(timeZone);
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
