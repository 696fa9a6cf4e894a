import { describe, expect, it } from '@jest/globals';
import type { Deal } from '../../../deal/deal.ts';
import { allowedCommands } from '../../../deal/decider.ts';
import { deadlines } from '../../../deal/reminders/plan.ts';
import {
  actors,
  agreement,
  arrival,
  changeSetDone,
  changeSetFails,
  choice,
  done,
  given,
  license,
  offered,
  opened,
  proposal,
  start,
  when,
} from '../../support/story.ts';
import { mailed } from '../acceptance/after-sale.ts';
import {
  day,
  hour,
  inZone,
  later,
  mailsSince,
  moments,
  planned,
  until,
  wakes,
} from '../reminders/passing-time.ts';

const tokyo = (at: string | undefined) => inZone(at ?? '', 'Asia/Tokyo');

describe('an inquiry that nobody answers', () => {
  it('is told to its owner after 4 working hours, and to who leads him after 4 more', () => {
    expect(moments(opened(), 'answerDue').map(tokyo)).toEqual(['2027-01-04 14:00:00']);
    expect(moments(opened(), 'answerEscalates').map(tokyo)).toEqual(['2027-01-05 10:00:00']);
    const due = until(opened(), 'answerDue');
    expect(mailsSince(opened(), due)).toEqual([['answerOverdue', 'owner']]);
    expect(mailsSince(due, until(due, 'answerEscalates'))).toEqual([['answerOverdue', 'lead']]);
  });

  it('has its hours counted from when work begins, over weekends and holidays', () => {
    // Friday evening; Monday, 11 January 2027 is a holiday in Japan.
    const friday = { ...opened(), openedAt: '2027-01-08T09:30:00.000Z' };
    const closed = { ...friday, policy: { ...friday.policy, holidays: { 'Asia/Tokyo': ['2027-01-11'] } } };
    expect(moments(closed, 'answerDue').map(tokyo)).toEqual(['2027-01-12 13:00:00']);
  });

  it('has its hours counted where its owner works', () => {
    const newYork = given(opened(), [
      'sales',
      { type: 'assignOwner', owner: 'anna@example.com', timeZone: 'America/New_York' },
    ]);
    expect(inZone(moments(newYork, 'answerDue')[0] ?? '', 'America/New_York')).toBe('2027-01-04 13:00:00');
  });

  it('is not brought up once it has been answered', () => {
    for (const answered of [
      given(opened(), ['support', { type: 'addNote', text: 'called' }]),
      given(opened(), proposal()),
    ])
      expect(deadlines(answered).filter(each => each.kind.startsWith('answer'))).toEqual([]);
  });
});

describe('a request of the buyer', () => {
  const requested = () =>
    when(offered(), 'buyer', { type: 'askForMoreTime', message: 'One week' }, '2027-01-06T01:00:00.000Z')
      .deal;

  it('is brought up to owner and lead like an inquiry', () => {
    expect(moments(requested(), 'requestDue').map(tokyo)).toEqual(['2027-01-06 14:00:00']);
    const due = until(requested(), 'requestDue');
    expect(mailsSince(requested(), due)).toEqual([['buyerRequest', 'owner']]);
    expect(mailsSince(due, until(due, 'requestEscalates'))).toEqual([['buyerRequest', 'lead']]);
  });

  it('is not brought up once it has been granted, and a new one is brought up anew', () => {
    const granted = given(requested(), ['sales', { type: 'extendOffer', expiresOn: '2027-03-01' }]);
    expect(planned(granted, 'requestDue')).toEqual([]);
    const again = when(until(requested(), 'requestDue'), 'buyer', {
      type: 'askForChange',
      message: 'Fewer units',
    }).deal;
    expect(planned(again, 'requestDue')).toHaveLength(1);
  });
});

describe('an approval that nobody gives', () => {
  it('reaches whoever leads the owner', () => {
    const pending = mailed(given(opened(), proposal({ durationMonths: 48 }), done()));
    const overdue = until(pending, 'approvalOverdue');
    expect(mailsSince(overdue, until(overdue, 'approvalEscalates'))).toEqual([['approvalOverdue', 'lead']]);
  });
});

describe('a negotiation in which nothing happens', () => {
  const negotiating = () => mailed(given(opened(), proposal()));

  it('is brought up every week', () => {
    const once = until(negotiating(), 'negotiationIdle');
    expect(mailsSince(negotiating(), once)).toEqual([['negotiationIdle', 'owner']]);
    expect([negotiating(), once].flatMap(each => moments(each, 'negotiationIdle'))).toEqual([
      later(start, 7 * day),
      later(start, 14 * day),
    ]);
  });

  it('is left alone for a week after anybody has done something', () => {
    const wednesday = '2027-01-06T01:00:00.000Z';
    const noted = when(negotiating(), 'sales', { type: 'addNote', text: 'they think' }, wednesday).deal;
    expect(moments(noted, 'negotiationIdle')).toEqual([later(wednesday, 7 * day)]);
  });

  it('is over with the offer', () => expect(planned(offered(), 'negotiationIdle')).toEqual([]));
});

describe('an offer that nobody opens', () => {
  it('is told to its owner after two working days, once', () => {
    expect(moments(offered(), 'offerUnread').map(tokyo)).toEqual(['2027-01-06 10:00:00']);
    const unread = until(offered(), 'offerUnread');
    expect(mailsSince(offered(), unread)).toEqual([['offerUnread', 'owner']]);
    expect(planned(unread, 'offerUnread')).toEqual([]);
  });

  it('is not brought up once it was opened, or its buyer has answered in another way', () => {
    const afterwards = later(start, hour);
    for (const body of [{ type: 'offerSeen' }, { type: 'askForChange', message: 'x' }] as const)
      expect(planned(when(offered(), 'buyer', body, afterwards).deal, 'offerUnread')).toEqual([]);
  });

  it('is not brought up in its last day, when its own reminders go out', () => {
    const [offer] = offered().offers;
    const short: Deal = { ...offered(), offers: offer ? [{ ...offer, expiresOn: '2027-01-06' }] : [] };
    expect(planned(short, 'offerUnread')).toEqual([]);
  });
});

describe('a buyer who paid and never comes', () => {
  const accepted = () => mailed(given(offered(), ['aws', agreement]));
  const absent = () => mailed(until(accepted(), 'buyerAbsent'));

  it('becomes a task of the owner the day after the last chase', () => {
    expect(moments(accepted(), 'chaseSetUp').at(-1)).toBe('2027-01-12T00:00:00.000Z');
    expect(moments(accepted(), 'buyerAbsent').map(tokyo)).toEqual(['2027-01-13 09:00:00']);
    expect(absent().stuck).toMatchObject([{ reason: 'buyerAbsent', cure: 'callBuyer' }]);
    expect(until(accepted(), 'buyerAbsent').mails.at(-1)).toMatchObject({
      template: 'stuckNotice',
      reader: { to: 'owner' },
    });
  });

  it('is brought up every day until somebody takes it up, and again a week after that', () => {
    expect(moments(absent(), 'stuckReminder').map(tokyo)).toEqual(['2027-01-14 09:00:00']);
    expect(planned(absent(), 'buyerAbsent')).toEqual([]);
    const called = when(
      absent(),
      'support',
      { type: 'retryStep', step: 'setUp' },
      '2027-01-14T02:00:00.000Z',
    ).deal;
    expect(called.stuck).toEqual([]);
    expect(moments(called, 'buyerAbsent').map(tokyo)).toEqual(['2027-01-21 11:00:00']);
  });

  it('is no trouble any more when he comes', () => {
    const came = when(absent(), 'buyer', arrival, '2027-01-15T02:00:00.000Z').deal;
    expect(came.stuck).toEqual([]);
    expect(planned(came, 'chaseSetUp')).not.toEqual([]);
  });
});

describe('a buyer who comes from AWS while AWS tells of no agreement', () => {
  const waiting = () => mailed(given(offered(), ['buyer', arrival]));
  const overdue = () => mailed(until(waiting(), 'agreementMissing'));

  it('is told to the owner after a day, and every day until somebody looks', () => {
    expect(moments(waiting(), 'agreementMissing').map(tokyo)).toEqual(['2027-01-05 10:00:00']);
    expect(mailsSince(waiting(), until(waiting(), 'agreementMissing'))).toEqual([['stuckNotice', 'owner']]);
    expect(overdue().stuck).toMatchObject([{ reason: 'agreementMissing', cure: 'retryStep' }]);
    expect(moments(overdue(), 'stuckReminder').map(tokyo)).toEqual(['2027-01-06 10:00:00']);
  });

  it('is told again a week after somebody has looked', () => {
    const looked = when(overdue(), 'support', { type: 'retryStep' }, '2027-01-06T02:00:00.000Z').deal;
    expect(looked.stuck).toEqual([]);
    expect(moments(looked, 'agreementMissing').map(tokyo)).toEqual(['2027-01-13 11:00:00']);
  });

  it('is no trouble any more when the agreement comes', () => {
    const accepted = given(overdue(), ['aws', agreement]);
    expect(accepted.stuck).toEqual([]);
    expect(planned(accepted, 'agreementMissing')).toEqual([]);
  });

  it('has an end: the deal can be closed, and its offer is taken back', () => {
    const closing = given(overdue(), ['sales', { type: 'closeDeal', reason: 'bought something else' }]);
    expect(closing.changeSet?.purpose).toBe('withdraw');
    expect(changeSetDone(closing)).toMatchObject({ stage: 'lost', stuck: [] });
  });

  it('cannot be closed once it is paid', () => {
    const paid = given(waiting(), ['aws', agreement]);
    expect(when(paid, 'sales', { type: 'closeDeal', reason: 'x' }).refused).toBe('notNow');
    expect(allowedCommands(paid, actors.sales)).not.toContain('closeDeal');
  });
});

describe('a license that does not come', () => {
  const waiting = () => mailed(given(offered(), ['aws', agreement], ['buyer', arrival], ['buyer', choice]));

  it('is told to the owner after a day, and cured by its coming', () => {
    const overdue = until(waiting(), 'activationOverdue');
    expect(overdue.stuck).toMatchObject([{ step: 'license', reason: 'entitlementsMissing' }]);
    expect(mailsSince(waiting(), overdue)).toEqual([['stuckNotice', 'owner']]);
    expect(given(overdue, ['aws', license]).stuck).toEqual([]);
  });

  it('is not forgotten once somebody has tried again: the owner hears of it a week later', () => {
    const tried = given(mailed(until(waiting(), 'activationOverdue')), ['support', { type: 'retryStep' }]);
    const again = until(tried, 'activationOverdue');
    expect(again.stuck).toMatchObject([{ step: 'license', reason: 'entitlementsMissing' }]);
    expect(Date.parse(again.updatedAt) - Date.parse(tried.updatedAt)).toBeGreaterThanOrEqual(7 * 86_400_000);
  });
});

describe('an owner of whom a deal wants several things', () => {
  it('gets one notice a day that can wait', () => {
    const stuck = mailed(changeSetFails(given(opened(), proposal(), done())));
    const day1 = moments(stuck, 'stuckReminder')[0] ?? '';
    const reminded = wakes(stuck, day1);
    const now = { ...reminded, stuck: [...reminded.stuck, { ...stuck.stuck[0], step: 'setUp' }] } as Deal;
    for (const { at } of deadlines(mailed(now)))
      expect(tokyo(at).slice(0, 10)).not.toBe(tokyo(day1).slice(0, 10));
  });
});
