import { withoutAccepted } from '../acceptance/without-accepted.ts';
import type { Deal } from '../deal.ts';
import { changeSetFailed, nextChangeSet } from '../offer/change-set.ts';
import type { Stuck, StuckReason } from '../stuck.ts';

/** What is stuck at a step; without one all that is stuck, except a difference that somebody must accept by its name. */
export function stuckAt({ stuck }: Deal, step: string | undefined) {
  return stuck.filter(each => (step === undefined ? !isDifference(each) : each.step === step));
}

/** What was accepted is not what was agreed: going on grants what was accepted. */
export const isDifference = ({ reason }: Stuck) => reason === 'agreementDiffers';

/** AWS has made a change set and remembers its name. */
const failedAtAws: readonly StuckReason[] = ['changeSetFailed', 'serverFault'];

/**
 * Somebody has looked: what was stuck is tried again, and a change set that AWS refused under a new name. AWS is asked once
 * more how an agreement stands whose license it has taken.
 */
export function cured(deal: Deal, step: string | undefined): Deal {
  const tried = stuckAt(deal, step);
  const known = tried.some(({ reason }) => reason === 'licenseTaken') ? withoutAccepted(deal) : deal;
  const rest = { ...known, stuck: deal.stuck.filter(each => !tried.includes(each)) };
  const isOver = changeSetFailed(deal) && tried.some(({ reason }) => failedAtAws.includes(reason));
  if (!isOver || !deal.changeSet) return rest;
  const { faults: _before, waitsUntil: _pause, ...wanted } = deal.changeSet;
  return { ...rest, ...nextChangeSet(rest, wanted) };
}
