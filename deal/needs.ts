import { calendarOf } from './calendar/calendar.ts';
import { after, byMoment, day, latest } from './calendar/moments.ts';
import { currentOffer, type Deal } from './deal.ts';
import { answerDueAt, approvalSince } from './negotiation/deadlines.ts';
import { buyersYes, isSent } from './negotiation/proposals.ts';
import { callDue } from './set-up/awaited.ts';
import { lastMomentOf } from './terms/terms.ts';

/** What can wait for a person of the staff, in the order of a deal's story. */
export const needKinds = [
  'answerInquiry',
  'answerRequest',
  'makeOffer',
  'decideApproval',
  'correctTerms',
  'offerEnds',
  'reviveOffer',
  'callBuyer',
  'cure',
] as const;
export type NeedKind = (typeof needKinds)[number];

/** Something that waits for a person: since when, and by when it is to be done. Both ISO, business time. */
export interface Need {
  kind: NeedKind;
  since: string;
  due: string;
}

type Clock = Omit<Need, 'kind'>;
const readers: Record<NeedKind, (deal: Deal) => Clock | undefined> = {
  answerInquiry,
  answerRequest,
  makeOffer,
  decideApproval,
  correctTerms,
  offerEnds: deal => ends(deal, 'released'),
  reviveOffer: deal => ends(deal, 'expired'),
  callBuyer: callDue,
  cure,
};

/** All that waits for a person in this deal, what is due first before the rest. Pure. */
export function needsOf(deal: Deal): Need[] {
  const found = needKinds.flatMap(kind => {
    const clock = readers[kind](deal);
    return clock ? [{ kind, ...clock }] : [];
  });
  return found.toSorted((a, b) => byMoment({ at: a.due, key: a.kind }, { at: b.due, key: b.kind }));
}

function answerInquiry(deal: Deal): Clock | undefined {
  if (deal.stage !== 'inquiry' || deal.answeredAt) return undefined;
  return { since: deal.openedAt, due: answerDueAt(deal) };
}

/** What the buyer asks on his page is to be answered as soon as an inquiry. */
function answerRequest({ request, closed, ...deal }: Deal): Clock | undefined {
  if (!request || closed) return undefined;
  const due = calendarOf(deal).afterStaffHours(request.at, deal.policy.answerWithinHours);
  return { since: request.at, due };
}

/** The buyer has said yes, and waits for the offer. */
function makeOffer(deal: Deal): Clock | undefined {
  const yes = buyersYes(deal);
  const isWaiting = isSent(deal) && (deal.stage === 'negotiating' || deal.stage === 'offered');
  if (!yes || !isWaiting || correctTerms(deal)) return undefined;
  const due = calendarOf(deal).afterStaffHours(yes.at, deal.policy.answerWithinHours);
  return { since: yes.at, due };
}

function decideApproval(deal: Deal): Clock | undefined {
  if (deal.stage !== 'approving') return undefined;
  const since = approvalSince(deal);
  return { since, due: calendarOf(deal).afterStaffHours(since, deal.policy.approveWithinHours) };
}

/** An approver has said no, and nobody has proposed anything since. */
function correctTerms({ stage, approval }: Deal): Clock | undefined {
  if (stage !== 'negotiating' || approval?.state !== 'rejected' || !approval.decidedAt) return undefined;
  return { since: approval.decidedAt, due: approval.decidedAt };
}

function ends(deal: Deal, state: 'released' | 'expired'): Clock | undefined {
  const offer = currentOffer(deal);
  if (deal.stage !== 'offered' || offer?.state !== state) return undefined;
  const end = lastMomentOf(offer.expiresOn);
  if (state === 'released') return { since: latest(offer.releasedAt, offer.extendedAt), due: end };
  return { since: end, due: after(end, deal.policy.reviveWithinDays * day) };
}

function cure({ stuck }: Deal): Clock | undefined {
  const [first] = stuck.map(({ since }) => since).toSorted();
  return first === undefined ? undefined : { since: first, due: first };
}
