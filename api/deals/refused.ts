import type { Entry } from '../../shared/deal/entries.ts';
import type { Messages } from '../../shared/i18n/messages.ts';
import { Problem } from '../../shared/problems.ts';

/** A refused entry as an error in the reader's words; terms that break a limit name every field. */
export function refusedProblem({ refusal }: Entry, { deal }: Messages): Problem {
  if (!refusal) return new Problem('refused');
  const fields = (refusal.fields ?? []).map(({ pointer, code, limit = '' }) => ({
    pointer: `/terms${pointer}`,
    detail: deal.fields[code](limit),
  }));
  return new Problem('refused', { detail: deal.refusals[refusal.code], fields });
}
