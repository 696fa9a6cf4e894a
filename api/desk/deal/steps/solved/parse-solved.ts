import { parseCommand } from '../../../../../deal/contract/parse-command.ts';
import { fieldName } from '../../view.ts';
import type { ParsedStep, StepForm } from '../sent-step.ts';
import { stepErrors } from '../step-errors.ts';

/** What somebody has seen to himself; a page has a form for each thing that is stuck. */
export function parseSolved({ values, messages }: StepForm): ParsedStep {
  const { step = '', which = '' } = values;
  const reason = (values[fieldName('markSolved', 'reason', which)] ?? '').trim();
  const parsed = parseCommand('markSolved', { step, reason });
  if ('command' in parsed) return { body: parsed.command };
  return { errors: stepErrors(parsed.errors, { type: 'markSolved', which }, messages) ?? {} };
}
