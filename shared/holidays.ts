import Holidays from 'date-holidays';

/** Days on which offices are closed besides weekends, `YYYY-MM-DD`, in order. */
export interface PublicHolidays {
  jp: string[];
  us: string[];
}

const calendars = {
  jp: new Holidays('JP', { types: ['public'] }),
  us: new Holidays('US', { types: ['public'] }),
};
type Country = keyof typeof calendars;

/** Finding them takes a tenth of a second, so each year is worked out once. */
const found = new Map<string, string[]>();

/** The public holidays of three years from a moment (ISO), substitute days included; those at weekends are left out. */
export function publicHolidays(from: string): PublicHolidays {
  const first = from.slice(0, 10);
  const year = Number(first.slice(0, 4));
  const last = `${year + 3}${first.slice(4)}`;
  const within = (country: Country) =>
    [0, 1, 2, 3]
      .flatMap(later => holidaysOf(country, year + later))
      .filter(day => day >= first && day <= last);
  return { jp: within('jp'), us: within('us') };
}

function holidaysOf(country: Country, year: number): string[] {
  const key = `${country}:${year}`;
  const days = found.get(key) ?? calendars[country].getHolidays(year).map(each => each.date.slice(0, 10));
  found.set(key, days);
  return [...new Set(days)].filter(isWeekday).toSorted();
}

const isWeekday = (day: string) => ![0, 6].includes(new Date(day).getUTCDay());
