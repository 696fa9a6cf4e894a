import { describe, expect, it } from '@jest/globals';
import { day, after as later } from '../../../deal/calendar/moments.ts';
import { isPast } from '../../../shared/marketplace/past-notices.ts';
import { active } from '../../deal/acceptance/after-sale.ts';
import { agreement, given } from '../../support/story.ts';

const deal = active();
const told = (occurredAt: string, status: 'ACTIVE' | 'CANCELLED' = 'ACTIVE') => ({
  notice: { ...agreement, status },
  occurredAt: new Date(occurredAt),
});

describe('news of a deal that is over', () => {
  const ended = given(deal, ['aws', { ...agreement, status: 'CANCELLED' }]);
  const before = later(ended.closed?.at ?? '', -day);

  it('is none when it was before the end that AWS has told, or tells of an end', () => {
    expect([isPast(ended, told(before)), isPast(ended, told(before, 'CANCELLED'))]).toEqual([true, true]);
  });

  it('is some when the agreement goes on after it', () => {
    expect(isPast(ended, told(later(before, 2 * day)))).toBe(false);
  });

  it('is some when the term ran out here and AWS had made it longer before', () => {
    const at = later(deal.agreement?.endsAt ?? '', 3 * day);
    const ranOut = { ...deal, closed: { stage: 'ended', reason: 'EXPIRED', at } as const };
    expect(isPast(ranOut, told(later(at, -day)))).toBe(false);
    expect(isPast(ranOut, told(later(at, -day), 'CANCELLED'))).toBe(true);
  });
});
