import type { Entry, EventType } from '../../../../deal/events.ts';

/** One line of the thread, or lines that nobody reads unless he looks for something. */
export type ThreadPart = { line: Entry } | { folded: Entry[] };

/** What systems do that people must see. */
const milestones: readonly EventType[] = [
  'inquiryReceived',
  'purchaseOpened',
  'secondDealOpened',
  'changeSetSucceeded',
  'agreementEvent',
  'awsNotice',
  'buyerArrived',
  'organizationLinked',
  'organizationUnlinked',
  'productTold',
  'mailBounced',
  'stepFailed',
];

const isQuiet = ({ by, event, outcome }: Entry) =>
  (by.kind === 'system' || by.kind === 'aws') && outcome === 'applied' && !milestones.includes(event.type);

/** The thread with what systems did beside its story folded, in the same order. */
export function threadParts(timeline: readonly Entry[]): ThreadPart[] {
  const parts: ThreadPart[] = [];
  for (const entry of timeline) {
    const last = parts.at(-1);
    if (!isQuiet(entry)) parts.push({ line: entry });
    else if (last && 'folded' in last) last.folded.push(entry);
    else parts.push({ folded: [entry] });
  }
  return parts;
}
