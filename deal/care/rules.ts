import { limitsOfAccepted } from '../acceptance/accepted-limits.ts';
import { isTimeZone } from '../contract/person-limits.ts';
import type { Deal } from '../deal.ts';
import { ownsAsStandIn } from '../negotiation/own-deal.ts';
import type { Rules } from '../part.ts';
import type { Actor } from '../people.ts';
import { openStages } from '../stages.ts';
import { isDifference, stuckAt } from './cure.ts';
import { maySolve } from './solved.ts';

export type CareCommand = 'assignOwner' | 'addNote' | 'retryStep' | 'markSolved';

/** What staff do beside the story: own, note, cure. */
export const careRules: Rules<CareCommand> = {
  assignOwner: {
    who: ['sales', 'support'],
    stages: openStages,
    cures: true,
    refuse: ({ command: { timeZone } }) =>
      timeZone === undefined || isTimeZone(timeZone)
        ? undefined
        : { code: 'fieldsInvalid', fields: [{ pointer: '/timeZone', code: 'unknownTimeZone' }] },
  },
  addNote: { who: ['sales', 'approver', 'support'], stages: openStages, cures: true },
  retryStep: {
    who: ['sales', 'approver', 'support'],
    stages: openStages,
    cures: true,
    shown: ({ stuck }) => stuck.length > 0,
    refuse: ({ deal, command: { step, by } }) => {
      const tried = stuckAt(deal, step);
      if (tried.length === 0) return { code: 'nothingStuck' };
      return tried.some(isDifference) && !mayAccept(deal, by) ? { code: 'needsApprover' } : undefined;
    },
  },
  markSolved: {
    who: ['sales', 'support'],
    stages: openStages,
    cures: true,
    shown: deal => deal.stuck.some(stuck => maySolve(deal, stuck)),
    refuse: ({ deal, command: { step } }) => {
      const found = deal.stuck.find(each => each.step === step);
      if (!found) return { code: 'nothingStuck' };
      return maySolve(deal, found) ? undefined : { code: 'notByHand' };
    },
  },
};

/** Whoever may go on with what was accepted instead of what was agreed. */
export function mayAccept(deal: Deal, by: Actor): boolean {
  const approves = by.roles?.includes('approver') === true && !ownsAsStandIn(deal, by);
  return approves || limitsOfAccepted(deal).length === 0;
}
