import type { Rules } from '../part.ts';
import { openStages } from '../stages.ts';

export type ConversationCommand = 'writeToBuyer' | 'writeToStaff';

/** What staff and buyer write to each other. What staff write for themselves is a note. */
export const conversationRules: Rules<ConversationCommand> = {
  writeToBuyer: { who: ['sales', 'support'], stages: openStages },
  writeToStaff: { who: ['buyer'], stages: openStages },
};
