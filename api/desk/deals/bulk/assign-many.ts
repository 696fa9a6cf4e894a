import { Problem } from '../../../../shared/problems.ts';
import type { Deps } from '../../../deps.ts';
import { askDeal } from '../../../service/ask.ts';
import { actorOf, type StaffMember } from '../../staff.ts';
import type { BulkOutcome } from '../view.ts';

interface Asked {
  dealIds: readonly string[];
  owner: StaffMember;
  by: StaffMember;
  /** Of the form; each deal has a command of its own, made from it, so that sending again does nothing twice. */
  commandId: string;
}

/** Gives several deals an owner. Throws the Problem temporalUnavailable; what was taken until then is taken once. */
export async function assignMany(deps: Deps, { dealIds, owner, by, commandId }: Asked): Promise<BulkOutcome> {
  const body = { type: 'assignOwner', owner: owner.email, timeZone: owner.timeZone } as const;
  const answers = await Promise.all(
    dealIds.map(dealId =>
      askDeal(deps, { dealId, body, by: actorOf(by), commandId: `${commandId}-${dealId}` }).then(
        ({ state }) => state,
        refusedIfClosed,
      ),
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
