import type { Messages } from '../../../../shared/i18n/messages.ts';
import type { DeskChange } from '../../../../shared/models/desk/desk-change.ts';
import type { FormValues } from '../../../forms/fields.ts';
import type { FieldErrors } from '../../../ui/fields/field.tsx';
import type { DeskContext } from '../../desk-context.ts';
import { settingsUrl } from '../settings-frame.tsx';
import type { Why } from './change-people.ts';
import { roleField } from './parse-person.ts';
import type { Editable, Person } from './people.ts';

export const peopleUrl = `${settingsUrl}/people`;
export const personUrl = (staffId: string) => `${peopleUrl}/${staffId}`;

/** What has just been done, as the address says it. */
export const doneNames = [
  'invited',
  'linkSent',
  'saved',
  'signInsEnded',
  'secondFactorReset',
  'deactivated',
  'reactivated',
] as const;
export type DoneName = (typeof doneNames)[number];

/** What everybody sets on his own page, and an admin for others too; as addresses have it. */
export type OwnFormName = 'away' | 'mails';

/** A form about a person, as it is shown. */
export interface FormView {
  context: DeskContext;
  values: FormValues;
  /** Everybody, to choose a lead from. */
  people: Person[];
  allZones?: boolean;
  errors?: FieldErrors;
  problem?: string;
  /** The command's id, when sending again must be the same command. */
  nonce?: string;
}

/** What a form that comes back shows beside what was typed. */
export type Back = Partial<Pick<FormView, 'errors' | 'problem' | 'nonce' | 'allZones'>>;

export interface PersonView extends FormView {
  person: Person;
  /** The newest change when this was read. */
  seen: number;
  /** What others have changed of him while the form was open. */
  meanwhile?: DeskChange[];
  /** What was typed into one of his own forms, when that comes back. */
  typed?: Partial<Record<OwnFormName, FormValues>>;
  done?: DoneName;
}

/** A person as his form shows him. */
export function valuesOf({ name, language, timeZone, lead = '', roles }: Editable): FormValues {
  return {
    name,
    language,
    timeZone,
    lead,
    ...Object.fromEntries(roles.map(role => [roleField(role), 'yes'])),
  };
}

/** The field that a refusal is about. */
export const fieldOf: Partial<Record<Why, string>> = {
  known: 'email',
  unknownLead: 'lead',
  ownRoles: 'roles',
  adminByProgram: 'roles',
  lastAdmin: 'roles',
  unknownStandIn: 'standIn',
  ownStandIn: 'standIn',
};

/** A refusal in words. */
export const whyNot = (why: Why, { desk }: Messages): string =>
  ({ ...desk.settings.people.problems, ...desk.settings.away.problems })[why];

/** A refusal at the field that it is about. A change that came meanwhile is shown by itself. */
export function wrongOf(
  why: Why,
  messages: Messages,
): { errors: FieldErrors; problem?: string; status?: number } {
  if (why === 'changedMeanwhile') return { errors: {}, status: 409 };
  const words = whyNot(why, messages);
  const field = fieldOf[why];
  return field ? { errors: { [field]: words } } : { errors: {}, problem: words, status: 409 };
}
