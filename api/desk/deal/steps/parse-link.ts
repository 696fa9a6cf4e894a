import type { GivenOf } from '../../../../deal/commands.ts';
import { type Parsed, parseCommand } from '../../../../deal/contract/parse-command.ts';
import type { FieldErrors } from '../../../ui/fields/field.tsx';
import { fieldName } from '../view.ts';
import type { ParsedStep, StepForm } from './sent-step.ts';
import { stepErrors } from './step-errors.ts';

/** Access ends by this press, and a form without the script may be sent without its tick. */
export function parseEndLink(form: StepForm): ParsedStep {
  const parsed = parseCommand('endLink', { reason: typedIn(form, 'endLink', 'reason') });
  const errors = wrongIn(form, { type: 'endLink', parsed });
  return 'command' in parsed && !errors ? { body: parsed.command } : { errors: errors ?? {} };
}

/** The organization that support has found, with a reason and a tick. */
export function parseMoveLink(
  form: Pick<StepForm, 'values' | 'messages'>,
): { body: GivenOf<'moveLink'> } | { errors: FieldErrors } {
  const typed = (field: string) => typedIn(form, 'moveLink', field);
  const parsed = parseCommand('moveLink', {
    organizationId: typed('organizationId'),
    reason: typed('reason'),
  });
  const errors = wrongIn(form, { type: 'moveLink', parsed });
  return 'command' in parsed && !errors ? { body: parsed.command } : { errors: errors ?? {} };
}

type LinkStep = 'moveLink' | 'endLink';
type Sent = Pick<StepForm, 'values' | 'messages'>;

const typedIn = ({ values }: Sent, type: LinkStep, field: string) =>
  (values[fieldName(type, field)] ?? '').trim();

function wrongIn(
  form: Sent,
  { type, parsed }: { type: LinkStep; parsed: Parsed<LinkStep> },
): FieldErrors | undefined {
  const { messages } = form;
  const wrong = 'errors' in parsed ? stepErrors(parsed.errors, { type }, messages) : undefined;
  if (typedIn(form, type, 'confirmed')) return wrong;
  return { ...wrong, [fieldName(type, 'confirmed')]: messages.desk.problems.confirmLink };
}
