import type { AwsError } from './errors.ts';

/** AWS JSON writes timestamps as epoch seconds and leaves out what is undefined. */
export function toAwsJson(value: unknown): unknown {
  if (value instanceof Date) return value.getTime() / 1000;
  if (Array.isArray(value)) return value.map(toAwsJson);
  if (value && typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, toAwsJson(each)]));
  }
  return value;
}

export const jsonErrorBody = (error: AwsError) => ({
  __type: error.code,
  message: error.message,
  ...error.members,
});
