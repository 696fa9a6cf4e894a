import type { FormValues } from '../../../forms/fields.ts';

const prefix = 'pick.';

/** The name of a deal's tick box: a form's fields are told apart by their names alone. */
export const pickName = (dealId: string) => `${prefix}${dealId}`;

/** As many as a page has. */
const most = 100;

/** The deals that were ticked. */
export const pickedIn = (values: FormValues): string[] =>
  Object.keys(values)
    .flatMap(name => (name.startsWith(prefix) ? [name.slice(prefix.length)] : []))
    .slice(0, most);
