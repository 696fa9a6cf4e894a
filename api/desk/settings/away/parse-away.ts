import { canonicalEmail } from '../../../../deal/contract/email.ts';
import type { Messages } from '../../../../shared/i18n/messages.ts';
import type { Away } from '../../../../shared/models/staff.ts';
import type { FormValues } from '../../../forms/fields.ts';
import type { FieldErrors } from '../../../ui/fields/field.tsx';
import { momentFrom } from '../../webhooks/local-moment.ts';

const minute = 60_000;
const aYear = 366 * 24 * 60 * minute;

/** The last day away, in the time zone of whoever is away, and the stand-in. Nothing: he is back. */
export function parseAway(
  values: FormValues,
  { messages, timeZone, now }: { messages: Messages; timeZone: string; now: string },
): { away?: Away; errors?: undefined } | { errors: FieldErrors } {
  if (values.back === 'yes') return {};
  const { problems, standIn: label } = messages.desk.settings.away;
  const until = endOfDay(values.awayUntil ?? '', timeZone);
  const ahead = until ? until.getTime() - Date.parse(now) : 0;
  const standIn = canonicalEmail(values.standIn ?? '');
  const errors = {
    ...((ahead <= 0 || ahead > aYear) && { awayUntil: problems.until }),
    ...(standIn === '' && { standIn: messages.desk.settings.people.problems.required(label) }),
  };
  return until && Object.keys(errors).length === 0 ? { away: { until, standIn } } : { errors };
}

/** The end of a day that was typed; nothing when it is no day. */
export function endOfDay(day: string, timeZone: string): Date | undefined {
  const lastMinute = /^\d{4}-\d{2}-\d{2}$/.test(day) ? momentFrom(`${day}T23:59`, timeZone) : undefined;
  return lastMinute ? new Date(Date.parse(lastMinute) + minute) : undefined;
}

/** The last day away, as its field has it. */
export function dayOf({ until }: Away, timeZone: string): string {
  // Swedes write dates as ISO has them.
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(until.getTime() - minute);
}
