import type { CommandType } from '../../../deal/commands.ts';
import type { Deal } from '../../../deal/deal.ts';
import type { Entry } from '../../../deal/events.ts';
import type { StuckStep } from '../../../deal/stuck.ts';
import type { FormValues } from '../../forms/fields.ts';
import { type FieldErrors, fieldId } from '../../ui/fields/field.tsx';
import type { DeskContext } from '../desk-context.ts';
import type { LoggedMail } from '../mails/view.ts';
import type { StaffMember } from '../staff.ts';
import type { DraftRead } from '../terms/draft/draft-read.ts';
import type { StepOutcome } from './step-outcome.ts';

/** What the page of one deal shows. */
export interface DealView {
  context: DeskContext;
  deal: Deal;
  /** Newest first. */
  timeline: Entry[];
  colleagues: StaffMember[];
  /** Terms that somebody is still writing. */
  draft?: DraftRead;
  /** Other deals of the same buyer that have an agreement. */
  others: Deal[];
  /** The newest mails about the deal. */
  mails: LoggedMail[];
  /** Temporal's page of the deal's workflow, for engineers. */
  temporalUrl?: string;
  /** The page on which its forms stand, when it is not the deal's own. */
  backTo?: 'approvals';
  /** What became of the step the reader has just taken. */
  outcome?: StepOutcome;
  /** A form that comes back, with what was typed. */
  attempt?: Attempt;
  /** The name of a form that the reader has asked for. */
  open?: string;
}

export interface Attempt {
  /** The form's name: the step, and which of several when a page has more than one. */
  form: string;
  values: FormValues;
  errors: FieldErrors;
  /** The command's id, when sending again must not happen twice. */
  nonce?: string;
}

/** The name of a step's field; `which` tells the fields of several forms of one step apart. */
export const fieldName = (type: CommandType, field: string, which = '') =>
  [type, which, field].filter(Boolean).join('.');

export const dealUrl = (dealId: string) => `/desk/deals/${dealId}`;

/** What is stuck has a place of its own on the deal's page. */
export const stuckAnchor = (step: StuckStep) => `stuck-${step}`;
export const cureUrl = (dealId: string, step: StuckStep) =>
  `${dealUrl(dealId)}#${encodeURIComponent(stuckAnchor(step))}`;

/** The deal's page with one of its forms open, at a field of it. */
export function formUrl(dealId: string, { form, field }: { form: string; field: string }): string {
  return `${dealUrl(dealId)}?${new URLSearchParams({ open: form })}#${fieldId(field)}`;
}
