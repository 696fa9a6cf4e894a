import { describe, expect, it } from '@jest/globals';
import type { Deal } from '../../../deal/deal.ts';
import { deadlines } from '../../../deal/reminders/plan.ts';
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
  when,
} from '../../support/story.ts';
import { later, wakes } from '../reminders/passing-time.ts';

const moments = (deal: Deal) => deadlines(deal).map(each => [each.kind, each.at]);
const lastDay = dayAfter(start, 30);

const templates = (deal: Deal) => deal.mails.map(mail => mail.template);

describe('a released offer', () => {
  it('has reminders 7, 3 and 1 days and some hours before its last moment, in working hours, and expires after 23:59:59 UTC', () => {
    // 23:59:59 UTC is 8:59 on the next morning in Tokyo: too early, so the evening before. Three days before is a Monday.
    expect(moments(offered())).toEqual([
      ['offerUnread', '2027-01-06T01:00:00.000Z'],
      ['offerExpiring', '2027-01-27T08:00:00.000Z'],
      ['offerExpiring', '2027-01-29T08:00:00.000Z'],
      ['offerExpiring', '2027-02-02T08:00:00.000Z'],
      ['offerExpiring', '2027-02-03T08:00:00.000Z'],
      ['offerExpires', '2027-02-04T00:00:00.000Z'],
    ]);
  });

  it('plans no reminder after it was accepted', () => {
    expect(
      deadlines(given(offered(), ['aws', agreement])).filter(each => each.kind.startsWith('offer')),
    ).toEqual([]);
  });

  it('plans its reminders anew when it is extended', () => {
    const extended = changeSetDone(
      given(offered(), ['sales', { type: 'extendOffer', expiresOn: dayAfter(lastDay, 10) }]),
    );
    expect(extended.offers[0]?.expiresOn).toBe(dayAfter(lastDay, 10));
    // Sunday, 7 February in Tokyo: the Friday before.
    expect(moments(extended).find(([kind]) => kind === 'offerExpiring')).toEqual([
      'offerExpiring',
      '2027-02-05T08:00:00.000Z',
    ]);
  });

  it('cannot be extended to an earlier day', () => {
    expect(when(offered(), 'sales', { type: 'extendOffer', expiresOn: dayAfter(lastDay, -1) }).refused).toBe(
      'expiryNotLater',
    );
  });

  it('takes one change at a time', () => {
    const extending = given(offered(), ['sales', { type: 'extendOffer', expiresOn: dayAfter(lastDay, 10) }]);
    expect(when(extending, 'sales', { type: 'withdrawOffer', reason: 'x' }).refused).toBe('changeSetRunning');
  });

  it('can be changed otherwise after a change that AWS refused', () => {
    const failed = changeSetFails(
      given(offered(), ['sales', { type: 'extendOffer', expiresOn: dayAfter(lastDay, 10) }]),
    );
    const withdrawing = given(failed, ['sales', { type: 'withdrawOffer', reason: 'mistake' }]);
    expect(withdrawing.stuck).toEqual([]);
    expect(changeSetDone(withdrawing).stage).toBe('withdrawn');
  });

  it('is replaced by new terms: the new one is released first, then the old one is taken back', () => {
    const replacing = given(offered(), proposal({ durationMonths: 24 }), done(2));
    const released = changeSetDone(replacing, 'offer-two');
    expect(released.changeSet).toMatchObject({ purpose: 'withdraw', offerId: 'offer-one' });
    const replaced = changeSetDone(released);
    expect(replaced.offers.map(offer => [offer.offerId, offer.state])).toEqual([
      ['offer-one', 'withdrawn'],
      ['offer-two', 'released'],
    ]);
    expect(replaced.stage).toBe('offered');
  });

  it('is withdrawn at AWS before a declined deal is closed', () => {
    const declining = given(offered(), ['buyer', { type: 'declineOffer', reason: 'no budget' }]);
    expect(declining.closed).toBeUndefined();
    expect(changeSetDone(declining).closed).toMatchObject({ stage: 'declined', reason: 'no budget' });
  });

  it('stays accepted when the buyer accepts while it is being withdrawn', () => {
    const withdrawing = given(
      offered(),
      ['sales', { type: 'withdrawOffer', reason: 'mistake' }],
      ['aws', agreement],
    );
    const finished = changeSetDone(withdrawing);
    expect(finished.stage).toBe('accepted');
    expect(finished.offers[0]?.state).toBe('accepted');
  });
});

describe('time', () => {
  const afterExpiry = `${dayAfter(lastDay, 1)}T00:00:00.000Z`;

  it('reminds signer and contact, once', () => {
    const at = '2027-01-27T08:00:00.000Z';
    const reminded = wakes(offered(), at);
    expect(templates(reminded).filter(each => each === 'offerExpiring')).toHaveLength(2);
    expect(wakes(reminded, at)).toEqual(reminded);
  });

  it('sends only the last reminder after a time in which nothing ran', () => {
    const late = wakes(offered(), `${lastDay}T12:00:00.000Z`);
    expect(templates(late).filter(each => each === 'offerExpiring')).toHaveLength(2);
    expect(late.passed.filter(key => key.startsWith('offerExpiring'))).toHaveLength(4);
  });

  it('expires an offer that nobody accepted, and an extension revives it', () => {
    const expired = wakes(offered(), afterExpiry);
    expect(expired.offers[0]?.state).toBe('expired');
    expect(templates(expired)).toContain('offerExpired');
    const revived = changeSetDone(
      given(expired, ['sales', { type: 'extendOffer', expiresOn: dayAfter(lastDay, 20) }]),
    );
    expect(revived.offers[0]?.state).toBe('released');
  });

  it('ends the deal as expired when nobody revives the offer', () => {
    const expired = wakes(offered(), afterExpiry);
    const [last] = deadlines(expired);
    expect(last?.kind).toBe('revivalEnds');
    expect(wakes(expired, last?.at ?? '').stage).toBe('expired');
  });

  it('skips a reminder, or sends it now, when staff say so', () => {
    const [first, second] = deadlines(offered()).filter(each => each.kind === 'offerExpiring');
    const skipped = given(offered(), ['sales', { type: 'skipReminder', key: first?.key ?? '' }]);
    expect(deadlines(skipped).find(each => each.kind === 'offerExpiring')?.key).toBe(second?.key);
    expect(templates(skipped)).not.toContain('offerExpiring');
    const hurried = given(offered(), ['sales', { type: 'sendReminderNow', key: first?.key ?? '' }]);
    expect(templates(wakes(hurried, later(hurried.updatedAt, 10_000)))).toContain('offerExpiring');
    expect(when(hurried, 'sales', { type: 'skipReminder', key: first?.key ?? '' }).refused).toBe(
      'unknownReminder',
    );
  });
});
