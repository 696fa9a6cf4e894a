import type { Deal } from '../../deal/deal.ts';
import { dealDecider } from '../../deal/decider.ts';
import type { DealEvent } from '../../deal/events.ts';
import { deadlineKey } from '../../deal/keys.ts';
import { type Actor, system } from '../../deal/people.ts';
import type { DeadlineKind } from '../../deal/reminders/deadline.ts';

/** A deal in the making: each event is applied as its workflow would. */
export function played(deal: Deal, events: { event: DealEvent; by?: Actor; at?: string }[]): Deal {
  return events.reduce((before, { event, by = system, at = before.updatedAt }) => {
    const entry = { seq: before.seq + 1, at, decidedAt: at, by, outcome: 'applied' as const, event };
    return dealDecider.evolve(before, entry);
  }, deal);
}

/** A moment of the plan has come; the key is the kind's own unless it names what it is about. */
export function passed(deal: Deal, kind: DeadlineKind, { at, of }: { at: string; of?: string }): Deal {
  const deadline = { key: deadlineKey(kind, of ? [of] : []), kind, at };
  return played(deal, [{ event: { type: 'deadlinePassed', late: false, deadline }, at }]);
}

const offerId = 'offer-examplea1b2c3';

/** AWS has done the change set that the deal waits for. */
export function released(deal: Deal): Deal {
  const name = deal.changeSet?.name ?? '';
  const changeSetId = 'examplechangeset';
  return played(deal, [
    { event: { type: 'changeSetStarted', name, changeSetId } },
    { event: { type: 'changeSetSucceeded', name, changeSetId, offerId }, at: '2026-12-03T01:40:00.000Z' },
  ]);
}
