/** Something that the control API names does not exist. */
export class NotFound extends Error {}

/** Finds by id, or says what does not exist. */
export function found<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new NotFound(`There is no ${what}.`);
  return value;
}
