import { languages } from '../../deal/people.ts';
import type { Messages } from '../../shared/i18n/messages.ts';
import { mayOwnDeals, type StaffMember } from './staff.ts';

/** Whom a deal may be given to. */
export const ownerOptions = (colleagues: readonly StaffMember[]) =>
  colleagues.filter(mayOwnDeals).map(({ email, name }) => ({ value: email, label: name }));

/** The languages that we write in. */
export const languageOptions = ({ ui }: Messages) =>
  languages.map(value => ({ value, label: ui.languages[value] }));
