import { languages } from '../../deal/people.ts';
import type { Messages } from '../../shared/i18n/messages.ts';

const optionOf = (timeZone: string) => ({ value: timeZone, label: timeZone.replaceAll('_', ' ') });
const timeZones = [...Intl.supportedValuesOf('timeZone'), 'UTC'].map(optionOf);

/** Every time zone, and the chosen one even when it goes by an older name. */
export function timeZoneOptions(chosen: string) {
  const isKnown = chosen === '' || timeZones.some(({ value }) => value === chosen);
  return isKnown ? timeZones : [optionOf(chosen), ...timeZones];
}

/** The few that are likely, for a form that is rarely opened: the page's script adds the others once it is. */
export const fewTimeZones = (...likely: string[]) => [...new Set([...likely, 'UTC'])].map(optionOf);

export const languageOptions = ({ ui }: Messages) =>
  languages.map(value => ({ value, label: ui.languages[value] }));
