import type { Deal } from '../deal.ts';
import type { DealEvent, Entry } from '../events.ts';

/** The entries that are the buyer's and our words to each other. */
export const messageTypes = [
  'inquiryReceived',
  'writeToBuyer',
  'writeToStaff',
  'askForChange',
  'askForMoreTime',
  'declineOffer',
] as const satisfies readonly DealEvent['type'][];
export type MessageType = (typeof messageTypes)[number];

/** Something that one side has written to the other. */
export interface Message {
  seq: number;
  type: MessageType;
  text: string;
  at: string;
  /** Of ours; otherwise of the buyer. */
  isOurs: boolean;
  name: string;
  via?: 'mail';
  withoutAttachments?: number;
}

/** What an entry says to the other side; nothing for any other entry, or one that was refused. */
export function messageIn({ seq, at, by, outcome, event }: Entry): Message | undefined {
  const text = wordsOf(event);
  const type = messageTypes.find(each => each === event.type);
  if (outcome === 'refused' || !type || text === undefined) return undefined;
  const name = event.type === 'inquiryReceived' ? event.inquiry.contact.name : (by.name ?? by.id);
  const { via } = event.type === 'writeToStaff' ? event : {};
  const withoutAttachments = attachmentsOf(event);
  return {
    ...{ seq, type, text, at, name, isOurs: type === 'writeToBuyer' },
    ...(via && { via }),
    ...(withoutAttachments && { withoutAttachments }),
  };
}

/** What the buyer has written since the first thing that he waits for, which is the first; nothing while he waits for nothing. */
export function unanswered(
  { request }: Pick<Deal, 'request'>,
  timeline: readonly Entry[],
): readonly Message[] {
  if (!request) return [];
  const waits = [request.at, request.written?.at];
  const [from = 0] = timeline
    .flatMap(({ seq, at }) => (waits.includes(at) ? seq : []))
    .toSorted((a, b) => a - b);
  const since = timeline.filter(({ seq }) => seq >= from);
  const written = since.flatMap(entry => messageIn(entry) ?? []).filter(({ isOurs }) => !isOurs);
  return written.toSorted((one, other) => one.seq - other.seq);
}

/** How many files came along that are not kept. */
function attachmentsOf(event: DealEvent): number | undefined {
  if (event.type === 'inquiryReceived') return event.inquiry.withoutAttachments;
  return event.type === 'writeToStaff' ? event.withoutAttachments : undefined;
}

function wordsOf(event: DealEvent): string | undefined {
  switch (event.type) {
    case 'inquiryReceived':
      return event.inquiry.message;
    case 'writeToBuyer':
    case 'writeToStaff':
      return event.text;
    case 'askForChange':
    case 'askForMoreTime':
      return event.message;
    case 'declineOffer':
      return event.reason;
    default:
      return undefined;
  }
}
