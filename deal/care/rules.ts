import { isTimeZone } from '../contract/person-limits.ts';
import type { Rules } from '../part.ts';
import { openStages } from '../stages.ts';
import { stuckAt } from './cure.ts';

export type CareCommand = 'assignOwner' | 'addNote' | 'retryStep';

/** What staff do beside the story: own, note, cure. */
export const careRules: Rules<CareCommand> = {
  assignOwner: {
    who: ['sales', 'support'],
    stages: openStages,
    refuse: ({ command: { timeZone } }) =>
      timeZone === undefined || isTimeZone(timeZone)
        ? undefined
        : { code: 'fieldsInvalid', fields: [{ pointer: '/timeZone', code: 'unknownTimeZone' }] },
  },
  addNote: { who: ['sales', 'approver', 'support'], stages: openStages },
  retryStep: {
    who: ['sales', 'support'],
    stages: openStages,
    refuse: ({ deal, command }) =>
      stuckAt(deal, command.step).length > 0 ? undefined : { code: 'nothingStuck' },
  },
};
