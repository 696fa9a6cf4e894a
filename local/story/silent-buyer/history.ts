import type { Deal } from '../../../deal/deal.ts';
import { dealDecider } from '../../../deal/decider.ts';
import type { Entry } from '../../../deal/events.ts';

/** A deal before and after one line of its timeline. */
export interface Step {
  before: Deal;
  after: Deal;
  entry: Entry;
}

/** The deal at every line of its timeline, which begins with the inquiry. */
export function historyOf(dealId: string, timeline: Entry[]): Step[] {
  const [first] = timeline;
  if (first?.event.type !== 'inquiryReceived')
    throw new Error('The timeline does not begin with the inquiry.');
  const { inquiry, policy } = first.event;
  let before = dealDecider.initial({ dealId, at: first.at, inquiry, policy });
  return timeline.map(entry => {
    const step = { before, after: dealDecider.evolve(before, entry), entry };
    before = step.after;
    return step;
  });
}

/** The deal as it was at every moment (ISO, business time) of a span, oldest first. */
export function dealsBetween(history: Step[], { from, until }: { from: number; until: number }): Deal[] {
  const at = ({ entry }: Step) => Date.parse(entry.decidedAt);
  const earlier = history.findLast(step => at(step) < from);
  const during = history.filter(step => at(step) >= from && at(step) <= until);
  return [...(earlier ? [earlier] : []), ...during].map(({ after }) => after);
}
