export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

/** The moment (ISO) so many milliseconds after another. */
export const after = (moment: string, milliseconds: number) =>
  new Date(Date.parse(moment) + milliseconds).toISOString();

/** The last of moments, of which some may not have come. */
export function latest(first: string, ...others: (string | undefined)[]): string {
  const known = [first, ...others.filter(each => each !== undefined)];
  return new Date(Math.max(...known.map(each => Date.parse(each)))).toISOString();
}

/** True when the first moment (ISO) is later than the second. */
export const isAfter = (moment: string, other: string) => Date.parse(moment) > Date.parse(other);

/** Within the last day before an end each reminder counts. Both moments ISO. */
export const isNear = (at: string, end: string) => Date.parse(end) - Date.parse(at) <= day;

/** For sorting, earliest first. */
export const byMoment = (a: { at: string; key: string }, b: { at: string; key: string }) =>
  Date.parse(a.at) - Date.parse(b.at) || a.key.localeCompare(b.key);
