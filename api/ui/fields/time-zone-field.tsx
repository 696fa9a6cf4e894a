import { formatZone } from '../../../shared/i18n/format.ts';
import type { FrameProps } from './field.tsx';
import { SelectField } from './select-field.tsx';

/** Where most readers are. All others are hundreds, and would be half of a page. */
const likely = [
  'America/Los_Angeles',
  'America/Denver',
  'America/Chicago',
  'America/New_York',
  'America/Sao_Paulo',
  'Europe/London',
  'Europe/Paris',
  'Asia/Kolkata',
  'Asia/Singapore',
  'Asia/Tokyo',
  'Australia/Sydney',
  'UTC',
];
const all = [...new Set([...Intl.supportedValuesOf('timeZone'), ...likely])];

export interface TimeZoneFieldProps extends FrameProps {
  value: string;
  /** The reader's own, when somebody else's is asked for. */
  own?: string;
  /** This page with the whole list. */
  allAt: string;
  /** The whole list is here: it was asked for, or the form comes back with what was typed. */
  whole?: boolean;
}

/** A time zone: the likely ones, and every other one once the list is opened. Without script a link brings them. */
export function TimeZoneField({ value, own, allAt, whole = false, ...frame }: TimeZoneFieldProps) {
  // Browsers know zones by older names than ours, so the chosen one is always there.
  const names = [...new Set([value, own, ...(whole ? all : likely)])].filter(name => name);
  const options = names.map(name => ({ value: `${name}`, label: formatZone(`${name}`) }));
  return (
    <SelectField {...frame} value={value} options={options} allTimeZonesAt={whole ? undefined : allAt} />
  );
}
