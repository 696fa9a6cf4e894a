import { day, hour } from './moments.ts';
import { localOf, momentAt } from './time-zone.ts';

/** When somebody works: between two hours of the day, in his time zone, but not at weekends and on holidays. */
export interface WorkingTime {
  /** IANA name. One that is not known counts as UTC. */
  timeZone: string;
  /** Whole hours of the day, such as 9 and 17; the last moment is `until` o'clock itself. */
  from: number;
  until: number;
  /** Days on which nobody works, `YYYY-MM-DD`. */
  holidays: readonly string[];
  /** Milliseconds by which what is moved here comes after the opening, or before the close: not all comes at once. */
  apart?: number;
}

/** No country rests for longer at a stretch; also the end of a search among holidays that leave no working day. */
const longestRest = 31;

/** The last working moment that is not after `moment`; both ISO. */
export function notAfter(moment: string, time: WorkingTime): string {
  const local = localOf(Date.parse(moment), time.timeZone);
  const date = startOfDay(local);
  if (isWorking(local, time)) return moment;
  const last = local - date < time.from * hour ? date - day : date;
  return momentAt(
    nearestWorkingDay(last, { step: -day, time }) + time.until * hour - apartIn(time),
    time.timeZone,
  );
}

/** The first working moment that is not before `moment`; both ISO. */
export function notBefore(moment: string, time: WorkingTime): string {
  const local = localOf(Date.parse(moment), time.timeZone);
  const date = startOfDay(local);
  if (isWorking(local, time)) return moment;
  const first = local - date > time.until * hour ? date + day : date;
  return momentAt(
    nearestWorkingDay(first, { step: day, time }) + time.from * hour + apartIn(time),
    time.timeZone,
  );
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
  return Date.parse(momentAt(date + time.until * hour, time.timeZone));
}

/** When work begins on the first working day after the one that `moment` is in. */
export function nextOpening(moment: string, time: WorkingTime): string {
  const date = startOfDay(localOf(Date.parse(moment), time.timeZone));
  return momentAt(
    nearestWorkingDay(date + day, { step: day, time }) + time.from * hour + apartIn(time),
    time.timeZone,
  );
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

const apartIn = ({ apart = 0 }: WorkingTime) => apart;

const startOfDay = (local: number) => Math.floor(local / day) * day;
