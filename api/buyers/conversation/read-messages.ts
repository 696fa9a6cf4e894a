import { type Message, messageIn, messageTypes } from '../../../deal/conversation/messages.ts';
import type { Deal } from '../../../deal/deal.ts';
import type { Deps } from '../../deps.ts';

/** As many as anybody reads again; the older ones are in the mails. */
const most = 50;

/** What the buyer and we have written to each other, oldest first; nothing is read while nothing was written. */
export async function readMessages(
  { db }: Pick<Deps, 'db'>,
  { dealId, wroteAt }: Pick<Deal, 'dealId' | 'wroteAt'>,
): Promise<Message[]> {
  if (!wroteAt) return [];
  const lines = await db.timeline
    .find({ dealId, 'entry.event.type': { $in: messageTypes } })
    .sort({ seq: -1 })
    .limit(most)
    .lean();
  return lines.flatMap(({ entry }) => messageIn(entry) ?? []).toReversed();
}
