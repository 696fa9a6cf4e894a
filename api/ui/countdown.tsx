import type { Language } from '../../deal/people.ts';
import { memoize } from '../../shared/memoize.ts';

const distancesIn = memoize((lang: Language) => new Intl.RelativeTimeFormat(lang));
const wordsIn = memoize((lang: Language) => new Intl.RelativeTimeFormat(lang, { numeric: 'auto' }));
const minute = 60_000;
const units = [
  ['day', 24 * 60 * minute],
  ['hour', 60 * minute],
  ['minute', minute],
] as const;

/**
 * How far away a moment is, in words: "in 3 days", "3 日前", "now". Both are ISO moments. What is left is never overstated:
 * two days only once two whole days remain.
 */
export function distanceInWords({
  until,
  now,
  lang,
}: {
  until: string;
  now: string;
  lang: Language;
}): string {
  const left = Date.parse(until) - Date.parse(now);
  const enough = left < 0 ? 1 : 2;
  const [unit, length] = units.find(([, size]) => Math.abs(left) >= enough * size) ?? units[2];
  const distance = left < 0 ? Math.round(left / length) : Math.floor(left / length);
  return distance === 0 ? wordsIn(lang).format(0, 'second') : distancesIn(lang).format(distance, unit);
}

/** The distance to a moment as plain text. It is right when the page is made; nothing ticks. */
export function Countdown({ until, now, lang }: { until: string; now: string; lang: Language }) {
  return (
    <time dateTime={until} class="countdown">
      {distanceInWords({ until, now, lang })}
    </time>
  );
}
