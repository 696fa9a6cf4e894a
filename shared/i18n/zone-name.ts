import { memoize } from '../memoize.ts';

/** Abbreviations are the business of each country: Intl knows JST in Japan's locale, IST in India's. */
const locales = ['en-US', 'ja-JP', 'en-GB', 'en-AU', 'en-IN', 'en-NZ', 'en-ZA'];

const namesIn = memoize(
  (locale: string, timeZone: string) => new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: 'short' }),
);

const isName = (name: string) => /^[A-Z]{3,5}$/.test(name);

/** London has a name of its own in summer, which only Britain's locale knows. */
const winterAndSummer = [new Date('2026-01-15'), new Date('2026-07-15')];

/** The locale that has a name for the zone, all year round. */
const localeOf = memoize(
  (timeZone: string) =>
    locales.find(locale => winterAndSummer.every(day => isName(nameAt(day, { locale, timeZone })))) ??
    'en-US',
);

function nameAt(at: Date, { locale, timeZone }: { locale: string; timeZone: string }): string {
  const parts = namesIn(locale, timeZone).formatToParts(at);
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
}

/** The zone as its people write it, such as `JST`; `GMT+7` where there is no such name. */
export const zoneName = (at: Date, timeZone: string): string =>
  nameAt(at, { locale: localeOf(timeZone), timeZone });
