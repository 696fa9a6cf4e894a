import { describe, expect, it } from '@jest/globals';
import type { Deal } from '../../../deal/deal.ts';
import { dayAfter } from '../../support/samples.ts';
import {
  agreement,
  changeSetDone,
  changeSetFails,
  done,
  given,
  offered,
  proposal,
  start,
} from '../../support/story.ts';

const states = (deal: Deal) => deal.offers.map(offer => [offer.offerId, offer.state]);
const replacing = (deal = offered()) => given(deal, proposal({ durationMonths: 24 }), done(2));
/** Both offers are out, and AWS does not take the older one back. */
const withBoth = () => changeSetFails(changeSetDone(replacing(), 'offer-two'));

describe('an offer that nobody may accept any more', () => {
  it('is taken back when it is released after the buyer has accepted the one before it', () => {
    const released = changeSetDone(given(replacing(), ['aws', agreement]), 'offer-two');
    expect(released.changeSet).toMatchObject({ purpose: 'withdraw', offerId: 'offer-two' });
    const settled = changeSetDone(released);
    expect([settled.stage, settled.changeSet]).toEqual(['accepted', undefined]);
    expect(states(settled)).toEqual([
      ['offer-one', 'accepted'],
      ['offer-two', 'withdrawn'],
    ]);
  });

  it('is taken back when the buyer accepts the older one, which was just being withdrawn', () => {
    const accepted = given(changeSetDone(replacing(), 'offer-two'), ['aws', agreement]);
    const next = changeSetDone(accepted);
    expect(next.changeSet).toMatchObject({ purpose: 'withdraw', offerId: 'offer-two' });
    expect(states(changeSetDone(next))).toEqual([
      ['offer-one', 'accepted'],
      ['offer-two', 'withdrawn'],
    ]);
  });

  it('is taken back even when the agreement has ended meanwhile', () => {
    const ended = given(replacing(), ['aws', agreement], ['aws', { ...agreement, status: 'CANCELLED' }]);
    const released = changeSetDone(ended, 'offer-two');
    expect([released.stage, released.changeSet?.offerId]).toEqual(['ended', 'offer-two']);
    expect(changeSetDone(released).offers[1]?.state).toBe('withdrawn');
  });

  it('is taken back before a deal that is withdrawn is closed, each of several', () => {
    const ending = given(withBoth(), ['sales', { type: 'withdrawOffer', reason: 'mistake' }]);
    const first = changeSetDone(ending);
    expect(first.closed).toBeUndefined();
    const second = changeSetDone(first);
    expect(states(second)).toEqual([
      ['offer-one', 'withdrawn'],
      ['offer-two', 'withdrawn'],
    ]);
    expect(second.closed).toMatchObject({ stage: 'withdrawn', reason: 'mistake' });
  });

  it('is taken back after the newer one was extended instead', () => {
    const expiresOn = dayAfter(start, 50);
    const next = changeSetDone(given(withBoth(), ['sales', { type: 'extendOffer', expiresOn }]));
    expect(next.changeSet).toMatchObject({ purpose: 'withdraw', offerId: 'offer-one' });
    expect(states(changeSetDone(next))).toEqual([
      ['offer-one', 'withdrawn'],
      ['offer-two', 'released'],
    ]);
  });

  it('waits for a person when AWS does not take it back, and the deal goes on', () => {
    const stuck = changeSetFails(changeSetDone(given(replacing(), ['aws', agreement]), 'offer-two'));
    expect(stuck.stage).toBe('accepted');
    expect(stuck.stuck).toHaveLength(1);
    const again = given(stuck, ['support', { type: 'retryStep' }]);
    expect(changeSetDone(again).offers[1]?.state).toBe('withdrawn');
  });
});

describe('a change set that AWS refused', () => {
  it('is nobody’s task any more once the buyer has accepted what it was to replace', () => {
    const accepted = given(changeSetFails(replacing()), ['aws', agreement]);
    expect([accepted.stuck, accepted.changeSet]).toEqual([[], undefined]);
    const refusedLater = changeSetFails(given(replacing(), ['aws', agreement]));
    expect([refusedLater.stuck, refusedLater.changeSet]).toEqual([[], undefined]);
  });

  it('of a withdrawal leaves no end behind when somebody extends the offer instead', () => {
    const failed = changeSetFails(given(offered(), ['sales', { type: 'withdrawOffer', reason: 'x' }]));
    const kept = given(failed, ['sales', { type: 'extendOffer', expiresOn: dayAfter(start, 50) }]);
    expect(kept.ending).toBeUndefined();
    const replaced = changeSetDone(replacing(failed), 'offer-two');
    expect(replaced.ending).toBeUndefined();
    expect(changeSetDone(replaced).stage).toBe('offered');
  });
});
