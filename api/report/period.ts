import { momentAt } from '../../deal/calendar/time-zone.ts';
import type { Language } from '../../deal/people.ts';
import { languages } from '../../deal/people.ts';

/** What a report is about: deals opened in some months, and of them those that these name. */
export interface ReportQuery {
  /** The first and the last month, `YYYY-MM`. */
  from: string;
  until: string;
  owner?: string;
  /** AWS's id of a product. */
  product?: string;
  language?: Language;
  /** IANA name, where months begin and end. */
  timeZone: string;
}

/** As many as fit a picture; years ago nobody sold as today. */
export const mostMonths = 36;

/** What was asked for, of which any part may be missing or mean nothing. */
export interface AskedReport {
  from?: string;
  until?: string;
  owner?: string;
  product?: string;
  language?: string;
}

/**
 * The report that is asked for: the twelve months up to the present one where nothing is said, and no more than three
 * years. Months that are turned round are turned back.
 */
export function reportFor(
  asked: AskedReport,
  { now, timeZone }: { now: string; timeZone: string },
): ReportQuery {
  const present = monthOf(now, timeZone);
  const said = [asked.from, asked.until].map(month => (month && isMonth(month) ? month : undefined));
  const until = said[1] ?? present;
  const [first = until, last = until] = [said[0] ?? monthsAfter(until, -11), until].toSorted();
  const earliest = monthsAfter(last, 1 - mostMonths);
  const language = languages.find(each => each === asked.language);
  return {
    from: [first, earliest].toSorted().at(-1) ?? first,
    until: last,
    timeZone,
    ...(asked.owner && { owner: asked.owner }),
    ...(asked.product && { product: asked.product }),
    ...(language && { language }),
  };
}

export const isMonth = (text: string) => /^20\d\d-(0[1-9]|1[0-2])$/.test(text);

/** The month of a moment (ISO) as the calendar shows it in a time zone. */
export function monthOf(moment: string, timeZone: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone, year: 'numeric', month: '2-digit' }).format(
    new Date(moment),
  );
}

export function monthsAfter(month: string, count: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 + count, 1)).toISOString().slice(0, 7);
}

/** Every month from one to another. */
export function monthsBetween(first: string, last: string): string[] {
  const months = [first];
  for (let next = monthsAfter(first, 1); next <= last; next = monthsAfter(next, 1)) months.push(next);
  return months;
}

/** When a month begins in a time zone. */
export const beginOf = (month: string, timeZone: string) =>
  new Date(momentAt(Date.parse(`${month}-01T00:00:00Z`), timeZone));
