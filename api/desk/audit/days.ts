import { momentFrom } from '../webhooks/local-moment.ts';

const dayMs = 86_400_000;

/** When a day (`YYYY-MM-DD`) begins by the clocks of a time zone, or so many days after it; nothing for what is no day. */
export function dayBegins(typed: string, timeZone: string, daysAfter = 0): string | undefined {
  const shown = /^\d{4}-\d{2}-\d{2}$/.test(typed) ? Date.parse(`${typed}T00:00Z`) : Number.NaN;
  if (Number.isNaN(shown)) return undefined;
  const day = new Date(shown + daysAfter * dayMs).toISOString().slice(0, 10);
  return momentFrom(`${day}T00:00`, timeZone);
}
