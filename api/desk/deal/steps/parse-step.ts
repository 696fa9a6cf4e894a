import { isDifference, stuckAt } from '../../../../deal/care/cure.ts';
import type { CommandBody, CommandType } from '../../../../deal/commands.ts';
import { parseCommand } from '../../../../deal/contract/parse-command.ts';
import { keysOf } from '../../../../deal/keys-of.ts';
import { mayOwnDeals } from '../../staff.ts';
import { fieldName } from '../view.ts';
import { parseContact, parseHandOver } from './parse-contact.ts';
import { parseEndLink } from './parse-link.ts';
import { parseReminders } from './parse-reminders.ts';
import type { ParsedStep, StepForm } from './sent-step.ts';
import { parseSolved } from './solved/parse-solved.ts';
import { stepErrors } from './step-errors.ts';

/** A field of a step's own form, without the spaces around it. */
const typed = ({ values }: StepForm, type: CommandType, field: string) =>
  (values[fieldName(type, field)] ?? '').trim();

const version = ({ values }: StepForm) => ({ version: Number(values.version) });
const key = ({ values }: StepForm) => ({ key: values.key ?? '' });
const email = ({ values }: StepForm) => ({ email: values.email ?? '' });

/** The fields of a step's form as the contract names them; what must hold of them is said there. */
const fieldsOf = {
  sendProposal: version,
  withdrawProposal: form => ({ reason: typed(form, 'withdrawProposal', 'reason') }),
  markNegotiationDone: version,
  approveOffer: form => ({
    ...version(form),
    comment: typed(form, 'approveOffer', 'comment') || undefined,
  }),
  rejectOffer: form => ({ ...version(form), comment: typed(form, 'rejectOffer', 'comment') }),
  extendOffer: form => ({ expiresOn: typed(form, 'extendOffer', 'expiresOn') }),
  withdrawOffer: form => ({ reason: typed(form, 'withdrawOffer', 'reason') }),
  closeDeal: form => ({ reason: typed(form, 'closeDeal', 'reason') }),
  writeToBuyer: form => ({ text: typed(form, 'writeToBuyer', 'text') }),
  addNote: form => ({ text: typed(form, 'addNote', 'text') }),
  assignOwner: form => {
    const chosen = form.colleagues
      .filter(mayOwnDeals)
      .find(each => each.email === typed(form, 'assignOwner', 'owner'));
    return { owner: chosen?.email, timeZone: chosen?.timeZone };
  },
  sendReminderNow: key,
  skipReminder: key,
  takeBackReminder: key,
  retryStep: ({ values }) => ({ step: values.step || undefined }),
  stopReminders: email,
  resumeReminders: email,
  renewPageLink: email,
  withdrawPageLink: email,
} satisfies Partial<Record<CommandType, (form: StepForm) => object>>;

/** Forms that ask for more than they send, or send more than one command. */
const parsers = {
  changeContact: parseContact,
  changeReminders: parseReminders,
  handOverSetUp: parseHandOver,
  endLink: parseEndLink,
  markSolved: parseSolved,
} satisfies Partial<Record<CommandType, (form: StepForm) => ParsedStep>>;

type PlainStep = keyof typeof fieldsOf;
export type DeskStep = PlainStep | keyof typeof parsers;
export const deskSteps: DeskStep[] = [...keysOf(fieldsOf), ...keysOf(parsers)];

/** The command a form stands for, or a message for each field that does not hold. */
export function parseStep(type: DeskStep, form: StepForm): ParsedStep {
  return isPlain(type) ? parsePlain(type, form) : parsers[type](form);
}

const isPlain = (type: DeskStep): type is PlainStep => Object.hasOwn(fieldsOf, type);

function parsePlain(type: PlainStep, form: StepForm): ParsedStep {
  const parsed = parseCommand(type, fieldsOf[type](form));
  if ('errors' in parsed) return { errors: stepErrors(parsed.errors, { type }, form.messages) ?? {} };
  const { command } = parsed;
  const missing = form.values.confirmed ? undefined : tickFor(command, form);
  return missing ? { errors: { confirmed: missing } } : { body: command };
}

/** Where money moves by a press it is asked once more: what to tick, for a browser that sent the form without it. */
function tickFor(command: CommandBody, form: StepForm): string | undefined {
  const { problems } = form.messages.desk;
  if (command.type === 'approveOffer') return problems.approve;
  return command.type === 'retryStep' && grantsMore(command, form) ? problems.confirm : undefined;
}

const grantsMore = ({ step }: { step?: string }, { deal }: StepForm) =>
  step !== undefined && stuckAt(deal, step).some(isDifference);
