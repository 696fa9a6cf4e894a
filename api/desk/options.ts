import { languages } from '../../shared/deal/people.ts';
import type { Messages } from '../../shared/i18n/messages.ts';

const timeZones = [...Intl.supportedValuesOf('timeZone'), 'UTC'];

/** Every time zone, and the chosen one even when it goes by an older name. */
export function timeZoneOptions(chosen: string) {
  const all = chosen === '' || timeZones.includes(chosen) ? timeZones : [chosen, ...timeZones];
  return all.map(value => ({ value, label: value.replaceAll('_', ' ') }));
}

export const languageOptions = ({ ui }: Messages) =>
  languages.map(value => ({ value, label: ui.languages[value] }));
