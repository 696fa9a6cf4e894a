import type { FieldError, FieldErrorCode } from '../refusals.ts';

// What is checked of single fields; `pointer` names the field as a JSON pointer.

export function error(pointer: string, code: FieldErrorCode, limit?: string | number): FieldError {
  return limit === undefined ? { pointer, code } : { pointer, code, limit: String(limit) };
}

export function wholeNumber(
  pointer: string,
  value: number,
  range: { min: number; max: number },
): FieldError[] {
  if (!Number.isInteger(value)) return [error(pointer, 'notWholeNumber')];
  const inside = value >= range.min && value <= range.max;
  return inside ? [] : [error(pointer, 'outOfRange', `${range.min}–${range.max}`)];
}

/** True for a day of the calendar, written `YYYY-MM-DD`. */
export function isDate(value: string): boolean {
  const parsed = new Date(`${value}T00:00:00Z`);
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(value) &&
    !Number.isNaN(parsed.getTime()) &&
    parsed.toISOString().startsWith(value)
  );
}

/** AWS refuses these in names that buyers see. */
const forbidden = /[\\<>]/;

export function text(pointer: string, value: string, longest: number): FieldError[] {
  if (value.trim() === '') return [error(pointer, 'required')];
  if (value.length > longest) return [error(pointer, 'tooLong', longest)];
  return forbidden.test(value) ? [error(pointer, 'badCharacters', '\\ < >')] : [];
}

export function repeated(values: string[], pointer: (index: number) => string): FieldError[] {
  return values.flatMap((value, index) =>
    values.indexOf(value) < index ? [error(pointer(index), 'duplicate')] : [],
  );
}

export function count(pointer: string, length: number, range: { min: number; max: number }): FieldError[] {
  if (length < range.min) return [error(pointer, 'tooFew', range.min)];
  return length > range.max ? [error(pointer, 'tooMany', range.max)] : [];
}
