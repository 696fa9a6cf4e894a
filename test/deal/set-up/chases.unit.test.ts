import { describe, expect, it } from '@jest/globals';
import { buyerStatus } from '../../../api/buyers/status.ts';
import type { Deal } from '../../../deal/deal.ts';
import { agreement, arrival, given, offered, when } from '../../support/story.ts';
import { inZone, moments, wakes } from '../reminders/passing-time.ts';

describe('a buyer who accepted and does not come', () => {
  const accepted = (acceptedAt: string) => given(offered(), ['aws', { ...agreement, acceptedAt }]);
  const wall = (deal: Deal) => moments(deal, 'chaseSetUp').map(at => inZone(at, 'Asia/Tokyo'));

  it('is chased after an hour at whatever time, and later on only in working hours', () => {
    // Accepted late on a Friday evening.
    expect(wall(accepted('2027-01-08T13:00:00.000Z'))).toEqual([
      '2027-01-08 23:00:00',
      '2027-01-11 09:00:00',
      '2027-01-12 09:00:00',
      '2027-01-18 09:00:00',
    ]);
  });

  it('of an agreement that starts later is chased from its start on, and missed from then on', () => {
    const startsAt = '2027-03-01T00:00:00.000Z';
    const later = given(offered(), ['aws', { ...agreement, startsAt, endsAt: '2028-03-01T00:00:00.000Z' }]);
    expect(wall(later)[0]).toBe('2027-03-01 10:00:00');
    expect(moments(later, 'buyerAbsent')[0]?.slice(0, 10)).toBe('2027-03-09');
    const came = when(later, 'buyer', arrival, '2027-02-01T00:00:00.000Z').deal;
    expect(wall(came)[0]).toBe('2027-03-01 10:00:00');
    expect(buyerStatus(later, '2027-02-01T00:00:00.000Z')).toBe('startsLater');
    expect(buyerStatus(later, startsAt)).toBe('accepted');
  });

  it('is chased once when two chases fall on one day', () => {
    // On a Friday morning: a day later is Saturday, three days later Monday.
    expect(wall(accepted('2027-01-08T01:00:00.000Z'))).toEqual([
      '2027-01-08 11:00:00',
      '2027-01-11 10:00:00',
      '2027-01-15 10:00:00',
    ]);
  });

  it('is chased after an hour though he read the offer just before he accepted', () => {
    const read = (deal: Deal) => when(deal, 'buyer', { type: 'offerSeen' }, '2027-01-05T00:50:00.000Z').deal;
    const accepts = (deal: Deal) =>
      given(deal, ['aws', { ...agreement, acceptedAt: '2027-01-05T01:00:00.000Z' }]);
    expect(wall(accepts(read(offered())))[0]).toBe('2027-01-05 11:00:00');
  });

  it('is not chased within hours of having done something after he accepted', () => {
    const resumed = { type: 'resumeReminders', email: 'taro@aozora.example' } as const;
    const acted = when(accepted('2027-01-05T01:00:00.000Z'), 'buyer', resumed, '2027-01-05T01:10:00.000Z');
    expect(acted.refused).toBeUndefined();
    expect(wall(acted.deal)[0]).toBe('2027-01-06 10:00:00');
  });

  it('and then leaves half-way is not chased twice on the day on which he came', () => {
    const waiting = accepted('2027-01-05T00:00:00.000Z');
    const chased = wakes(waiting, '2027-01-05T01:00:00.000Z');
    const came = when(chased, 'buyer', arrival, '2027-01-05T02:00:00.000Z').deal;
    expect(wall(came)).toEqual(['2027-01-06 11:00:00', '2027-01-08 11:00:00', '2027-01-12 11:00:00']);
    // AWS may tell of the acceptance once more, and later.
    const amended = given(chased, [
      'aws',
      { ...agreement, intent: 'AMEND', acceptedAt: '2027-01-05T01:00:00.000Z' },
    ]);
    const cameAfter = when(amended, 'buyer', arrival, '2027-01-05T02:00:00.000Z').deal;
    expect(wall(cameAfter)[0]).toBe('2027-01-06 11:00:00');
    const unchased = when(waiting, 'buyer', arrival, '2027-01-05T00:30:00.000Z').deal;
    expect(wall(unchased)[0]).toBe('2027-01-05 10:30:00');
  });
});
