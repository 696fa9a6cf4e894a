import type { Deal } from '../deal.ts';
import type { Evolution } from '../part.ts';
import { withTold } from './attachments.ts';
import { answered, wrote } from './request.ts';
import type { ConversationCommand } from './rules.ts';

export const conversationEvolution: Evolution<ConversationCommand> = {
  // Whatever the buyer waits for, he has an answer now.
  writeToBuyer: (deal, _message, { at }) => ({
    ...answered(deal),
    answeredAt: deal.answeredAt ?? at,
    wroteAt: at,
  }),
  writeToStaff: (deal, message, entry): Deal => ({
    ...wrote(withTold(deal, message, entry), { message: message.text, at: entry.at }),
    wroteAt: entry.at,
  }),
};
