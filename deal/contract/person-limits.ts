import { languages, type Person } from '../people.ts';
import type { FieldError } from '../refusals.ts';
import { error, text } from '../terms/field-checks.ts';
import { isEmail } from './email.ts';
import { longest } from './limits.ts';

/** What does not hold of somebody whom we are to write to; `pointer` is where he stands in what was sent. */
export function personLimits(person: Person, pointer: string): FieldError[] {
  const address = isEmail(person.email) ? [] : [error(`${pointer}/email`, 'notAnEmail')];
  const zone = isTimeZone(person.timeZone) ? [] : [error(`${pointer}/timeZone`, 'unknownTimeZone')];
  const language = languages.includes(person.language) ? [] : [error(`${pointer}/language`, 'required')];
  return [...text(`${pointer}/name`, person.name, longest.name), ...address, ...language, ...zone];
}

/** True for an IANA name that this machine knows. */
export function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }) !== undefined;
  } catch {
    return false;
  }
}
