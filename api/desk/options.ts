import { languages } from '../../deal/people.ts';
import type { Messages } from '../../shared/i18n/messages.ts';

/** The languages that we write in. */
export const languageOptions = ({ ui }: Messages) =>
  languages.map(value => ({ value, label: ui.languages[value] }));
