import type { Language } from '../../shared/deal/people.ts';

const minute = 60_000;
const units = [
  ['day', 24 * 60 * minute],
  ['hour', 60 * minute],
  ['minute', minute],
] as const;

/** How far away a moment is, in words: "in 3 days", "3 日前". Both are ISO moments. */
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
  const [unit, length] = units.find(([, size]) => Math.abs(left) >= 2 * size) ?? units[2];
  return new Intl.RelativeTimeFormat(lang).format(Math.trunc(left / length), unit);
}

/** The distance to a moment as plain text. It is right when the page is made; nothing ticks. */
export function Countdown({ until, now, lang }: { until: string; now: string; lang: Language }) {
  return (
    <time dateTime={until} class="countdown">
      {distanceInWords({ until, now, lang })}
    </time>
  );
}
