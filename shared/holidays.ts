import Holidays from 'date-holidays';
import type { Holidays as HolidaysByZone } from '../deal/policy.ts';
import { memoize } from './memoize.ts';

const yearsAhead = [0, 1, 2, 3];

/**
 * The public holidays, `YYYY-MM-DD`, of three years from a moment (ISO) for whoever works in these time zones, of the
 * country that each is in. Substitute days are included; those at weekends are left out. A zone of no country, such
 * as `UTC`, has none.
 */
export function holidaysIn(timeZones: readonly string[], from: string): HolidaysByZone {
  return Object.fromEntries(timeZones.map(timeZone => [timeZone, daysIn(timeZone, from.slice(0, 10))]));
}

function daysIn(timeZone: string, first: string): string[] {
  const country = countryOf(timeZone);
  if (!country) return [];
  const year = Number(first.slice(0, 4));
  const last = `${year + yearsAhead.length - 1}${first.slice(4)}`;
  return yearsAhead
    .flatMap(later => holidaysOf(country, `${year + later}`))
    .filter(day => day >= first && day <= last);
}

/** Finding them takes up to a tenth of a second, so each year is worked out once. */
const holidaysOf = memoize((country: string, year: string): string[] => {
  const days = calendarOf(country)
    .getHolidays(Number(year))
    .map(each => each.date.slice(0, 10));
  return [...new Set(days)].filter(isWeekday).toSorted();
});
const calendarOf = memoize((country: string) => new Holidays(country, { types: ['public'] }));

const isWeekday = (day: string) => ![0, 6].includes(new Date(day).getUTCDay());

/** The country, such as `JP`, in which clocks go by a zone; of the countries whose holidays are known. */
function countryOf(timeZone: string): string | undefined {
  try {
    const { timeZone: known } = new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions();
    return countries().get(known);
  } catch {
    return undefined;
  }
}

const countries = memoize(() => {
  const known = Object.keys(new Holidays().getCountries());
  return new Map(
    known.flatMap(country =>
      zonesOf(new Intl.Locale('und', { region: country })).map(zone => [zone, country]),
    ),
  );
});

/** Node 20 has it as a property, later ones as a method. */
const zonesOf = (locale: Intl.Locale & { timeZones?: string[]; getTimeZones?: () => string[] | undefined }) =>
  locale.getTimeZones?.() ?? locale.timeZones ?? [];
