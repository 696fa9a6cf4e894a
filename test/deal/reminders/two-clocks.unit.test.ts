import { expect, it } from '@jest/globals';
import { day, hour, after as later } from '../../../deal/calendar/moments.ts';
import { unanswered } from '../../../deal/conversation/messages.ts';
import { dealDecider } from '../../../deal/decider.ts';
import type { Entry } from '../../../deal/events.ts';
import { deadlines } from '../../../deal/reminders/plan.ts';
import { actors, arrival, given, opened, proposal, start } from '../../support/story.ts';
import { active } from '../acceptance/after-sale.ts';

const applied = { outcome: 'applied' } as const;

it.each([0, 1, 20, 2000])(
  'a step by a clock %s ms ahead of the deal’s begins a period of quiet, and ends none',
  ahead => {
    const deal = given(opened(), proposal());
    const decidedAt = later(start, hour);
    const at = later(decidedAt, ahead);
    const event = { type: 'addNote', text: 'Called.' } as const;
    const noted = dealDecider.evolve(deal, {
      ...{ seq: deal.seq + 1, at, decidedAt, by: actors.sales, event },
      ...applied,
    });
    const [idle] = deadlines(noted).filter(({ kind }) => kind === 'negotiationIdle');
    expect(Date.parse(idle?.at ?? '')).toBeGreaterThanOrEqual(Date.parse(later(at, day)));
  },
);

it('what the buyer did days ago and is told only now is not what he did last', () => {
  const deal = active();
  const { buyerActedAt = '' } = deal;
  const late = given(deal, ['buyer', { ...arrival, registrationId: 'r2' }, later(buyerActedAt, -3 * day)]);
  expect(late.buyerActedAt).toBe(buyerActedAt);
});

it('a mail that a clock behind has dated before the request it follows is among what was written since', () => {
  const by = actors.buyer;
  const entries: Entry[] = [
    { type: 'askForChange', message: 'In two parts?' } as const,
    { type: 'writeToStaff', text: 'It is urgent.' } as const,
  ].map((event, index) => {
    const at = later(start, -20 * index);
    return { seq: 5 + index, at, decidedAt: at, by, event, ...applied };
  });
  const request = { kind: 'change', message: 'In two parts?', at: start } as const;
  for (const timeline of [entries, entries.toReversed()])
    expect(unanswered({ request }, timeline).map(({ text }) => text)).toEqual([
      'In two parts?',
      'It is urgent.',
    ]);
});
