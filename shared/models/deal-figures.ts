import { currentOffer, type Deal, latestTerms } from '../../deal/deal.ts';
import type { Language } from '../../deal/people.ts';
import { type ClosedStage, openStages, type Stage, type Stay } from '../../deal/stages.ts';
import type { Amount, Currency } from '../../deal/terms/money.ts';
import { lastMomentOf } from '../../deal/terms/terms.ts';
import { worthOf } from '../../deal/worth.ts';

export type OpenStage = (typeof openStages)[number];

/** The steps of the way from an inquiry to a customer that a report counts. */
export const milestones = [
  'inquiry',
  'negotiating',
  'offered',
  'accepted',
  'active',
] as const satisfies OpenStage[];
export type Milestone = (typeof milestones)[number];

/** What reports count of one deal; kept with its record so that thousands are counted without being read. */
export interface DealFigures {
  openedAt: Date;
  /** What it began with: an inquiry, or a purchase that AWS told of. */
  began: 'inquiry' | 'purchase';
  language: Language;
  /** AWS's id of what the newest terms are about. */
  product?: string;
  /** When it was first at each of these steps, or past it. */
  reached: Partial<Record<Milestone, Date>>;
  /** Milliseconds from the step before to each of these, as far as it came. */
  waited: Partial<Record<Milestone, number>>;
  /** Milliseconds in each stage that it has left, in all. */
  spent: Partial<Record<OpenStage, number>>;
  /** How it ended, and in which stage it was then. */
  end?: { stage: ClosedStage; from: OpenStage; reason: string; at: Date };
  /** What was accepted. */
  won?: { amount: Amount; currency: Currency };
  /** What comes to an end by itself: the offer that is open, or the term of an agreement that is used. */
  ahead?: { what: 'offer' | 'term'; at: Date; renews?: true };
}

/** The figures of a deal as its workflow knows it. */
export function figuresOf(deal: Deal): DealFigures {
  const product = latestTerms(deal)?.terms.productId;
  const end = endOf(deal);
  const won = deal.agreement && worthOf(deal);
  const ahead = aheadOf(deal);
  const reached = reachedBy(deal);
  return {
    openedAt: new Date(deal.openedAt),
    began: deal.openedBy ? 'purchase' : 'inquiry',
    language: deal.inquiry.contact.language,
    reached,
    waited: waitedFor(reached),
    spent: spentBy(deal),
    ...(product && { product }),
    ...(end && { end }),
    ...(won && { won }),
    ...(ahead && { ahead }),
  };
}

const isOpen = (stage: Stage): stage is OpenStage => openStages.some(each => each === stage);
const inOrder: readonly Stage[] = openStages;
const placeOf = (stage: Stage) => inOrder.indexOf(stage);

function reachedBy({ stays, stage, stageSince }: Deal): DealFigures['reached'] {
  const all: Pick<Stay, 'stage' | 'from'>[] = [...stays, { stage, from: stageSince }];
  const reached = milestones.flatMap(milestone => {
    const first = all.find(stay => placeOf(stay.stage) >= placeOf(milestone));
    return first ? [[milestone, new Date(first.from)] as const] : [];
  });
  return Object.fromEntries(reached);
}

function waitedFor(reached: DealFigures['reached']): DealFigures['waited'] {
  const waits = milestones.slice(1).flatMap((to, index) => {
    const from = reached[milestones[index] ?? to];
    const at = reached[to];
    return from && at ? [[to, at.getTime() - from.getTime()] as const] : [];
  });
  return Object.fromEntries(waits);
}

function spentBy({ stays }: Deal): DealFigures['spent'] {
  const spent: DealFigures['spent'] = {};
  for (const { stage, from, until } of stays)
    if (isOpen(stage)) spent[stage] = (spent[stage] ?? 0) + Date.parse(until) - Date.parse(from);
  return spent;
}

function endOf({ closed, stays }: Deal): DealFigures['end'] {
  const from = stays.findLast(({ stage }) => isOpen(stage))?.stage;
  if (!closed || !from || !isOpen(from)) return undefined;
  return { stage: closed.stage, from, reason: closed.reason, at: new Date(closed.at) };
}

function aheadOf(deal: Deal): DealFigures['ahead'] {
  const { agreement, accepted, closed } = deal;
  if (closed) return undefined;
  if (agreement)
    return agreement.endsAt === undefined
      ? undefined
      : { what: 'term', at: new Date(agreement.endsAt), ...(accepted?.autoRenews && { renews: true }) };
  const offer = currentOffer(deal);
  return offer?.state === 'released'
    ? { what: 'offer', at: new Date(lastMomentOf(offer.expiresOn)) }
    : undefined;
}
