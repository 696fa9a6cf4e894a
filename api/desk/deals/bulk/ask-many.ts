import type { Deps } from '../../../deps.ts';
import { askEach, type OneAsked } from '../../../service/ask-each.ts';
import { actorOf, type StaffMember } from '../../staff.ts';
import type { BulkOutcome } from '../view.ts';

interface Asked {
  asks: readonly OneAsked[];
  by: StaffMember;
  /** Of the form. */
  commandId: string;
}

/** Asks several deals, and counts what became of it. Throws as `askEach`. */
export async function askMany(deps: Deps, { asks, by, commandId }: Asked): Promise<BulkOutcome> {
  const answers = await askEach(deps, { asks, by: actorOf(by), commandId });
  const count = (state: (typeof answers)[number]['state']) =>
    answers.filter(each => each.state === state).length;
  return { applied: count('applied'), refused: count('refused'), pending: count('pending') };
}
