import type { Messages } from '../../../../shared/i18n/messages.ts';
import { deskRoles } from '../../../../shared/models/staff.ts';
import type { FormValues } from '../../../forms/fields.ts';
import type { FieldErrors } from '../../../ui/fields/field.tsx';
import { endOfDay } from '../away/parse-away.ts';
import { roleField } from '../people/parse-person.ts';
import type { NewKey } from './api-keys.ts';

const twoYears = 2 * 366 * 86_400_000;
const name = /^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/;

/** A key as it was asked for. The name stands in timelines and in ids of commands. */
export function parseKey(
  values: FormValues,
  { messages, timeZone, now }: { messages: Messages; timeZone: string; now: string },
): { key: NewKey; errors?: undefined } | { errors: FieldErrors } {
  const { problems } = messages.desk.settings.apiKeys;
  const typed = (values.name ?? '').trim().toLowerCase();
  const endsAt = endOfDay(values.endsOn ?? '', timeZone);
  const ahead = endsAt ? endsAt.getTime() - Date.parse(now) : 0;
  const roles = deskRoles.filter(role => values[roleField(role)] === 'yes');
  const errors = {
    ...(!name.test(typed) && { name: problems.name }),
    ...((ahead <= 0 || ahead > twoYears) && { endsOn: problems.endsOn }),
  };
  return endsAt && Object.keys(errors).length === 0 ? { key: { name: typed, roles, endsAt } } : { errors };
}
