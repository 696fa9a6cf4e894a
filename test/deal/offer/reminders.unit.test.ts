import { describe, expect, it } from '@jest/globals';
import { signerOf } from '../../../deal/deal.ts';
import { changeSetDone, given, start, when } from '../../support/story.ts';
import { inZone, later, mailsSince, moments, planned, until, wakes } from '../reminders/passing-time.ts';
import { offeredTo } from './offered-to.ts';

const tokyo = { signer: 'Asia/Tokyo', contact: 'Asia/Tokyo' };

describe('reminders of an offer', () => {
  it('avoid the public holidays of the signer’s country', () => {
    // 29 April to 5 May 2027 are the holidays of Golden Week and a weekend; 30 April is a working day between them.
    const golden = offeredTo(tokyo, { at: '2027-04-01T00:00:00.000Z', expiresOn: '2027-05-11' });
    expect(moments(golden, 'offerExpiring').map(at => inZone(at, 'Asia/Tokyo'))).toEqual([
      '2027-04-30 17:00:00',
      '2027-05-07 17:00:00',
      '2027-05-10 17:00:00',
    ]);
    const zones = { signer: 'America/New_York', contact: 'America/New_York' };
    const thanksgiving = offeredTo(zones, {
      at: '2027-11-01T00:00:00.000Z',
      expiresOn: '2027-11-26',
      remindDaysBefore: [1],
    });
    expect(inZone(moments(thanksgiving, 'offerExpiring')[0] ?? '', 'America/New_York')).toBe(
      '2027-11-24 17:00:00',
    );
  });

  it('come at an hour at which the contact works too, if the day has one', () => {
    const zones = { signer: 'America/New_York', contact: 'Europe/London' };
    const deal = offeredTo(zones, { at: start, expiresOn: '2027-02-03', remindDaysBefore: [1] });
    expect(moments(deal, 'offerExpiring')).toEqual(['2027-02-02T17:00:00.000Z']);
  });

  it('fall together when a long weekend moves two to one day', () => {
    // 3 days and 1 day before Tuesday morning are a Saturday and a Monday morning.
    const deal = offeredTo(tokyo, { at: start, expiresOn: '2027-02-01' });
    expect(planned(deal, 'offerExpiring').map(each => each.key.split(':').at(-1))).toEqual(['7', '1']);
  });

  it('keep their moment when nobody works between the release and it', () => {
    const saturday = '2027-01-30T03:00:00.000Z';
    const deal = offeredTo(tokyo, { at: saturday, expiresOn: '2027-01-31', remindDaysBefore: [0.5] });
    expect(moments(deal, 'offerExpiring')).toEqual(['2027-01-31T11:59:59.000Z']);
  });

  it('of an offer that is extended at a weekend do not come at once', () => {
    const saturday = '2027-01-30T03:00:00.000Z';
    const first = offeredTo(tokyo, { at: start, expiresOn: '2027-01-31' });
    const { deal: extending } = when(
      first,
      'sales',
      { type: 'extendOffer', expiresOn: '2027-02-01' },
      saturday,
    );
    const extended = changeSetDone(extending);
    expect(extended.offers[0]).toMatchObject({ expiresOn: '2027-02-01', extendedAt: saturday });
    for (const at of moments(extended, 'offerExpiring')) expect(at > saturday).toBe(true);
  });

  it('that staff send by hand stand for those of the same day', () => {
    const deal = until(offeredTo(tokyo, { at: start, expiresOn: '2027-02-03' }), 'offerExpiring');
    const [second, third] = planned(deal, 'offerExpiring');
    const morning = '2027-01-29T01:00:00.000Z';
    const pressed = when(deal, 'sales', { type: 'sendReminderNow', key: third?.key ?? '' }, morning).deal;
    expect(moments(pressed, 'offerExpiring')).toEqual([later(morning, 10_000)]);
    const sent = wakes(pressed, later(morning, 10_000));
    expect(sent.passed.slice(deal.passed.length)).toEqual([third?.key, second?.key]);
    expect(planned(sent, 'offerExpiring')).toEqual([]);
  });

  it('that one has stood for do not come back when another reader’s hours count', () => {
    // In Tokyo both fall on the 1st of April, in Los Angeles on two days.
    const zones = { signer: 'Asia/Tokyo', contact: 'America/Los_Angeles' };
    const offer = { at: start, expiresOn: '2027-04-09', remindDaysBefore: [9, 8] };
    const replanned = { ...offeredTo(zones, offer), replannedAt: '2027-03-31T16:00:00.000Z' };
    const reminded = until(replanned, 'offerExpiring');
    const stopped = given(reminded, ['buyer', { type: 'stopReminders', email: signerOf(reminded).email }]);
    expect(planned(stopped, 'offerExpiring')).toEqual([]);
  });

  it('reach the contact once a day of his too', () => {
    // Monday 17:00 and Tuesday 10:00 in Tokyo are one Monday in Los Angeles.
    const zones = { signer: 'Asia/Tokyo', contact: 'America/Los_Angeles' };
    const offer = { at: start, expiresOn: '2027-02-10', remindDaysBefore: [9, 8] };
    const first = until(offeredTo(zones, offer), 'offerExpiring');
    const { email } = signerOf(first);
    expect(first.reminded).toMatchObject({ [email]: '2027-02-01T08:00:00.000Z' });
    const second = until(first, 'offerExpiring');
    expect(second.reminded).toMatchObject({ [email]: '2027-02-02T01:00:00.000Z' });
    expect(mailsSince(first, second)).toEqual([['offerExpiring', email]]);
  });
});
