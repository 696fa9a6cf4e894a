import { parseCommand } from '../../../deal/contract/parse-command.ts';
import { messagesIn } from '../../../shared/i18n/messages.ts';
import type { Deps } from '../../deps.ts';
import type { FormValues } from '../../forms/fields.ts';
import type { Wrong } from '../../forms/submit.ts';
import type { OneAsked } from '../../service/ask-each.ts';
import { languageOf } from '../../ui/pages/language.ts';
import type { Visit } from '../../visit.ts';
import { askMany } from '../deals/bulk/ask-many.ts';
import { pickedIn } from '../deals/bulk/picked.ts';
import type { BulkOutcome } from '../deals/view.ts';
import { staffOf } from '../session.ts';
import { type BoardAct, reasonName, whatIn } from './view.ts';

/** As many as anybody's page has. */
const most = 100;

/** What a press is about: the one whose button it was, all that the page has, or what was ticked. */
export function chosenIn(values: FormValues): string[] {
  if (values.only) return [values.only];
  return values.action === 'retryAll'
    ? (values.shown ?? '').split(',').filter(Boolean).slice(0, most)
    : pickedIn(values);
}

export const actIn = ({ action }: FormValues): BoardAct => (action === 'solve' ? 'solve' : 'retry');

/** Tries again, or marks as solved, everything that was chosen: a command for each. */
export async function act(
  deps: Deps,
  { request }: Visit,
  { values, commandId }: { values: FormValues; commandId: string },
): Promise<(BulkOutcome & { act: BoardAct }) | Wrong> {
  const by = staffOf(request);
  const { desk, solved } = messagesIn(languageOf(request, by.language));
  const chosen = chosenIn(values);
  const which = actIn(values);
  if (chosen.length === 0) return { errors: {}, problem: desk.board.nothingTicked };
  const field = reasonName(values.kind ?? '');
  const reason = (values[field] ?? '').trim();
  if (which === 'solve' && !reason) return { errors: { [field]: solved.missing } };
  const asks = chosen.flatMap(what => askFor(what, which, reason));
  return { act: which, ...(await askMany(deps, { asks, by, commandId })) };
}

/** What cannot be the name of a step of a deal is asked of nobody. */
function askFor(what: string, which: BoardAct, reason: string): OneAsked[] {
  const { dealId, step } = whatIn(what);
  const parsed =
    which === 'solve' ? parseCommand('markSolved', { step, reason }) : parseCommand('retryStep', { step });
  return 'command' in parsed ? [{ dealId, body: parsed.command, which: step }] : [];
}
