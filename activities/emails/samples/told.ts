import type { DeadlineKind } from '../../../shared/deal/deadlines/deadline.ts';
import type { Deal } from '../../../shared/deal/deal.ts';
import type { Fact } from '../../../shared/deal/entries.ts';
import { evolve } from '../../../shared/deal/evolve.ts';
import { type Actor, system } from '../../../shared/deal/people.ts';

/** A deal in the making: each fact is applied as its workflow would. */
export function told(deal: Deal, facts: { fact: Fact; by?: Actor; at?: string }[]): Deal {
  return facts.reduce((before, { fact, by = system, at = before.updatedAt }) => {
    const entry = { seq: before.seq + 1, at, decidedAt: at, by, outcome: 'applied' as const, fact };
    return evolve(before, entry);
  }, deal);
}

/** A moment of the plan has come; the key is the kind's own unless it names what it is about. */
export function passed(deal: Deal, kind: DeadlineKind, { at, of }: { at: string; of?: string }): Deal {
  const deadline = { key: of ? `${kind}:${of}` : kind, kind, at };
  return told(deal, [{ fact: { type: 'deadlinePassed', late: false, deadline }, at }]);
}

const offerId = 'offer-examplea1b2c3';

/** AWS has done the change set that the deal waits for. */
export function released(deal: Deal): Deal {
  const name = deal.changeSet?.name ?? '';
  const changeSetId = 'examplechangeset';
  return told(deal, [
    { fact: { type: 'changeSetStarted', name, changeSetId } },
    { fact: { type: 'changeSetSucceeded', name, changeSetId, offerId }, at: '2026-12-03T01:40:00.000Z' },
  ]);
}
