/**
 * The moment (ISO) at which clocks in a time zone show what somebody has typed into a field for date and time; nothing
 * when it is no such text. An hour that is skipped in spring is the one after it.
 */
export function momentFrom(typed: string, timeZone: string): string | undefined {
  const shown = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/.test(typed) ? Date.parse(`${typed}Z`) : Number.NaN;
  if (Number.isNaN(shown)) return undefined;
  const guess = shown - offsetAt(shown, timeZone);
  // The clocks may have been changed between the guess and the moment.
  return new Date(shown - offsetAt(guess, timeZone)).toISOString();
}

/** How far clocks in the zone are ahead of UTC at a moment, in milliseconds. */
function offsetAt(moment: number, timeZone: string): number {
  // Swedes write dates as ISO has them.
  const clock = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
  return Date.parse(`${clock.format(moment).replace(' ', 'T')}Z`) - Math.floor(moment / 1000) * 1000;
}
