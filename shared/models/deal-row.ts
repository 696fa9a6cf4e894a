import { maySolve } from '../../deal/care/solved.ts';
import { currentOffer, type Deal, latestTerms } from '../../deal/deal.ts';
import { type Need, needsOf } from '../../deal/needs.ts';
import type { Deadline } from '../../deal/reminders/deadline.ts';
import { deadlines } from '../../deal/reminders/plan.ts';
import type { Stage } from '../../deal/stages.ts';
import type { Stuck } from '../../deal/stuck.ts';
import type { Amount, Currency } from '../../deal/terms/money.ts';
import { worthOf } from '../../deal/worth.ts';

/** What a list shows of one deal. Kept with the deal's record, since working it out takes longer than all else of a list. */
export interface DealRow {
  dealId: string;
  company: string;
  /** The name of whoever asked. */
  contact: string;
  stage: Stage;
  stuck: StuckRow[];
  owner?: string;
  /** The next moment at which something happens by itself. */
  next?: Pick<Deadline, 'kind' | 'at'>;
  /** What waits for staff, what is due first before the rest. */
  needs: Need[];
  /** Of what was accepted, else of the terms that hold. */
  total?: { amount: Amount; currency: Currency };
  /** The last day, `YYYY-MM-DD`: of the agreement once there is one, of the offer or its terms until then. */
  ends?: string;
  /** ISO, business time, as are all moments here. */
  updatedAt: string;
  stageSince: string;
  /** Who waits for an approver's yes, and so cannot give it himself. */
  approvalAskedBy?: string;
}

/** What is stuck, and whether a person can see to it without us. */
export interface StuckRow extends Pick<Stuck, 'step' | 'reason'> {
  byHand?: true;
}

/** The row of a deal as its workflow knows it. */
export function rowOf(deal: Deal): DealRow {
  const { dealId, inquiry, stage, owner, updatedAt } = deal;
  const [next] = deadlines(deal);
  const ends = endOf(deal);
  const total = worthOf(deal);
  const asking = deal.approval?.state === 'pending' ? deal.approval.requestedBy.id : undefined;
  return {
    dealId,
    company: inquiry.company,
    contact: inquiry.contact.name,
    stage,
    stuck: deal.stuck.map(each => stuckRowOf(deal, each)),
    updatedAt,
    needs: needsOf(deal),
    stageSince: deal.stageSince,
    ...(owner && { owner }),
    ...(ends && { ends }),
    ...(asking && { approvalAskedBy: asking }),
    ...(next && { next: { kind: next.kind, at: next.at } }),
    ...(total && { total }),
  };
}

const stuckRowOf = (deal: Deal, stuck: Stuck): StuckRow => ({
  step: stuck.step,
  reason: stuck.reason,
  ...(maySolve(deal, stuck) && { byHand: true }),
});

/** The last day, `YYYY-MM-DD`: of the agreement once there is one, of the offer or its terms until then. */
function endOf(deal: Deal): string | undefined {
  if (deal.closed) return undefined;
  if (deal.agreement) return deal.agreement.endsAt?.slice(0, 10);
  return currentOffer(deal)?.expiresOn ?? latestTerms(deal)?.terms.offerExpiresOn;
}
