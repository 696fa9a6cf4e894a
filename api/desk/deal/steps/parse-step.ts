import { isDifference, stuckAt } from '../../../../deal/care/cure.ts';
import type { CommandBody } from '../../../../deal/commands.ts';
import { longest } from '../../../../deal/contract/limits.ts';
import { keysOf } from '../../../../deal/keys-of.ts';
import type { Messages } from '../../../../shared/i18n/messages.ts';
import type { FormValues } from '../../../forms/fields.ts';
import type { FieldErrors } from '../../../ui/fields/field.tsx';
import { parseContact, parseHandOver } from './parse-contact.ts';
import { parseReminders } from './parse-reminders.ts';
import type { ParsedStep, StepForm } from './sent-step.ts';

type Parser = (form: StepForm) => ParsedStep;

/** What each step asks for, from its form. */
const parsers = {
  markNegotiationDone: ({ values }) => ({
    body: { type: 'markNegotiationDone', version: Number(values.version) },
  }),
  approveOffer: ({ values, messages }) => {
    const comment = (values['approveOffer.comment'] ?? '').trim();
    const errors = tooLong('approveOffer.comment', comment, messages);
    const version = Number(values.version);
    return errors ? { errors } : { body: { type: 'approveOffer', version, ...(comment && { comment }) } };
  },
  rejectOffer: ({ values, messages }) =>
    withText(
      { name: 'rejectOffer.comment', missing: messages.desk.problems.comment, values, messages },
      comment => ({
        type: 'rejectOffer',
        version: Number(values.version),
        comment,
      }),
    ),
  extendOffer: ({ values, messages }) => {
    const expiresOn = (values['extendOffer.expiresOn'] ?? '').trim();
    return /^\d{4}-\d{2}-\d{2}$/.test(expiresOn)
      ? { body: { type: 'extendOffer', expiresOn } }
      : { errors: { 'extendOffer.expiresOn': messages.desk.problems.date } };
  },
  withdrawOffer: ({ values, messages }) =>
    withText(
      { name: 'withdrawOffer.reason', missing: messages.desk.problems.reason, values, messages },
      reason => ({
        type: 'withdrawOffer',
        reason,
      }),
    ),
  closeDeal: ({ values, messages }) =>
    withText(
      { name: 'closeDeal.reason', missing: messages.desk.problems.reason, values, messages },
      reason => ({
        type: 'closeDeal',
        reason,
      }),
    ),
  addNote: ({ values, messages }) =>
    withText({ name: 'addNote.text', missing: messages.desk.problems.note, values, messages }, text => ({
      type: 'addNote',
      text,
    })),
  assignOwner: ({ values, messages, colleagues }) => {
    const owner = colleagues.find(({ email }) => email === values['assignOwner.owner']);
    return owner
      ? { body: { type: 'assignOwner', owner: owner.email, timeZone: owner.timeZone } }
      : { errors: { 'assignOwner.owner': messages.desk.problems.owner } };
  },
  sendReminderNow: ({ values }) => ({ body: { type: 'sendReminderNow', key: values.key ?? '' } }),
  skipReminder: ({ values }) => ({ body: { type: 'skipReminder', key: values.key ?? '' } }),
  retryStep: ({ values: { step, confirmed }, deal, messages }) => {
    // Money is granted by this press, and a form without the script may be sent without its tick.
    if (step && !confirmed && stuckAt(deal, step).some(isDifference))
      return { errors: { confirmed: messages.desk.problems.confirm } };
    return { body: { type: 'retryStep', ...(step && { step }) } };
  },
  stopReminders: ({ values }) => ({ body: { type: 'stopReminders', email: values.email ?? '' } }),
  resumeReminders: ({ values }) => ({ body: { type: 'resumeReminders', email: values.email ?? '' } }),
  changeContact: parseContact,
  changeReminders: parseReminders,
  handOverSetUp: parseHandOver,
} satisfies Partial<Record<CommandBody['type'], Parser>>;

export type DeskStep = keyof typeof parsers;
export const deskSteps = keysOf(parsers);

/** The command a form stands for, or a message for each field that does not hold. */
export function parseStep(type: DeskStep, form: StepForm): ParsedStep {
  return parsers[type](form);
}

interface TextField {
  name: string;
  missing: string;
  values: FormValues;
  messages: Messages;
}

function withText(
  { name, missing, values, messages }: TextField,
  body: (text: string) => CommandBody,
): ParsedStep {
  const text = (values[name] ?? '').trim();
  if (text === '') return { errors: { [name]: missing } };
  const errors = tooLong(name, text, messages);
  return errors ? { errors } : { body: body(text) };
}

function tooLong(name: string, text: string, { desk }: Messages): FieldErrors | undefined {
  return text.length > longest.message ? { [name]: desk.problems.tooLong(longest.message) } : undefined;
}
