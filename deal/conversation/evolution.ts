import type { Deal } from '../deal.ts';
import type { Evolution } from '../part.ts';
import { withTold } from './attachments.ts';
import { answered } from './request.ts';
import type { ConversationCommand } from './rules.ts';

export const conversationEvolution: Evolution<ConversationCommand> = {
  // Whatever the buyer waits for, he has an answer now.
  writeToBuyer: (deal, _message, { at }) => ({
    ...answered(deal),
    answeredAt: deal.answeredAt ?? at,
    wroteAt: at,
  }),
  // He waits since the first thing that has had no answer.
  writeToStaff: (deal, message, entry): Deal => ({
    ...withTold(deal, message, entry),
    wroteAt: entry.at,
    request: deal.request ?? { kind: 'message', message: message.text, at: entry.at },
  }),
};
