import type { CommandBody } from '../../../../deal/commands.ts';
import { Problem } from '../../../../shared/problems.ts';
import type { Deps } from '../../../deps.ts';
import { askDeal } from '../../../service/ask.ts';
import { actorOf, type StaffMember } from '../../staff.ts';
import type { BulkOutcome } from '../view.ts';

/** What one of several deals is asked for. */
export interface OneAsked {
  dealId: string;
  body: CommandBody;
  /** Tells several commands to one deal apart. */
  which?: string;
}

interface Asked {
  asks: readonly OneAsked[];
  by: StaffMember;
  /** Of the form; each deal has a command of its own, made from it, so that sending again does nothing twice. */
  commandId: string;
}

/** Asks several deals. Throws the Problem temporalUnavailable; what was taken until then is taken once. */
export async function askMany(deps: Deps, { asks, by, commandId }: Asked): Promise<BulkOutcome> {
  const answers = await Promise.all(
    asks.map(({ dealId, body, which }) =>
      askDeal(deps, {
        dealId,
        body,
        by: actorOf(by),
        commandId: [commandId, dealId, which].filter(Boolean).join('-'),
      }).then(({ state }) => state, refusedIfClosed),
    ),
  );
  const count = (state: (typeof answers)[number]) => answers.filter(each => each === state).length;
  return { applied: count('applied'), refused: count('refused'), pending: count('pending') };
}

/** A deal that is over, or gone, takes no step; the others do all the same. */
function refusedIfClosed(error: unknown): 'refused' {
  const isOver = error instanceof Problem && (error.code === 'refused' || error.code === 'dealNotFound');
  if (isOver) return 'refused';
  throw error;
}
