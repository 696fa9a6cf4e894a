/** The last moment of a day `YYYY-MM-DD`, in UTC: an offer dies after it. */
export const endOfDay = (day: string) => new Date(`${day}T23:59:59Z`);

export const startOfDay = (day: string) => new Date(`${day}T00:00:00Z`);

export const dayOf = (moment: Date) => moment.toISOString().slice(0, 10);

/** A day that the calendar has: not February 30. */
export const isDay = (day: string) => {
  const moment = startOfDay(day);
  return !Number.isNaN(moment.getTime()) && dayOf(moment) === day;
};

/** What AWS's events give as the end of an agreement that has none. */
export const END_OF_TIME = new Date('9999-01-01T00:00:00Z');

/** AWS writes moments of the catalog and of events in 20 characters. */
export const wholeSecond = (moment: Date | string) => `${new Date(moment).toISOString().slice(0, 19)}Z`;

const DURATION = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?$/;

/** Adds an ISO 8601 duration of years, months and days. A result past the calendar's end is cut to it. */
export const addDuration = (start: Date, duration: string) => shift(start, duration, 1);

/** The moment that lies an ISO 8601 duration before another. */
export const subtractDuration = (end: Date, duration: string) => shift(end, duration, -1);

function shift(start: Date, duration: string, sign: 1 | -1): Date {
  const parts = DURATION.exec(duration) ?? [];
  const [, years = 0, months = 0, days = 0] = parts.map(part => sign * Number(part ?? 0));
  const end = new Date(start);
  end.setUTCMonth(end.getUTCMonth() + years * 12 + months);
  // January 31 plus one month is the last day of February, not March 3.
  if (end.getUTCDate() !== start.getUTCDate()) end.setUTCDate(0);
  end.setUTCDate(end.getUTCDate() + days);
  return end < END_OF_TIME ? end : END_OF_TIME;
}

export const isEmptyDuration = (duration: string) => !/[1-9]/.test(duration);

/** Compares durations by the days that they are from one and the same day on. */
export function isLonger(duration: string, other: string): boolean {
  const start = new Date('2001-01-01T00:00:00Z');
  return addDuration(start, duration) > addDuration(start, other);
}
