import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { deadlines } from '../../../shared/deal/deadlines.ts';
import { type Deal, signerOf } from '../../../shared/deal/deal.ts';
import type { Person } from '../../../shared/deal/people.ts';
import { stepsDue } from '../../../shared/deal/steps.ts';
import { publicHolidays } from '../../../shared/holidays.ts';
import { runs } from '../../support/runs.ts';
import { dayAfter } from '../../support/samples.ts';
import {
  agreement,
  arrival,
  asked,
  changeSetDone,
  changeSetFails,
  done,
  firstPolicy,
  having,
  offered,
  opened,
  proposal,
  start,
  told,
} from '../../support/story.ts';
import { active, mailed } from './after-sale.ts';
import { day, hour, inZone, later, mailsSince, moments, planned, until, wakes } from './passing-time.ts';

const templates = (deal: Deal) => deal.mails.map(mail => mail.template);
const withPolicy = (deal: Deal): Deal => ({ ...deal, policy: firstPolicy });

describe('an approval that nobody decides', () => {
  const pending = () => mailed(having(opened(), proposal({ durationMonths: 48 }), done()));

  it('is brought up after 24 hours, to the approvers and the owner, once', () => {
    expect(moments(pending(), 'approvalOverdue')).toEqual([later(start, day)]);
    const overdue = wakes(pending(), later(start, day));
    expect(overdue.mails.map(({ template, reader }) => [template, reader.to])).toEqual([
      ['approvalOverdue', 'approvers'],
      ['approvalOverdue', 'owner'],
    ]);
    expect(planned(overdue, 'approvalOverdue')).toEqual([]);
  });

  it('is not brought up once it is decided', () => {
    const approved = having(pending(), ['approver', { type: 'approveOffer', version: 1 }]);
    expect(planned(approved, 'approvalOverdue')).toEqual([]);
  });

  it('is brought up anew when it is asked for again', () => {
    const overdue = wakes(pending(), later(start, day));
    const rejected = having(overdue, ['approver', { type: 'rejectOffer', version: 1, comment: 'no' }]);
    expect(moments(having(rejected, done()), 'approvalOverdue')).toEqual([later(start, 2 * day)]);
  });
});

describe('the end of a term', () => {
  it('is announced 90, 60 and 30 days before, in working hours of the signer', () => {
    // The term ends on a Wednesday at 9:00 in Tokyo. Sixty days before is a Saturday: the Friday evening.
    expect(moments(active(), 'termEnding')).toEqual([
      '2027-10-07T00:00:00.000Z',
      '2027-11-05T08:00:00.000Z',
      '2027-12-06T00:00:00.000Z',
    ]);
  });

  it('is announced to signer and owner', () => {
    const [first] = planned(active(), 'termEnding');
    const reminded = wakes(active(), first?.at ?? '');
    expect(templates(reminded)).toEqual(['termEnding', 'termEnding']);
    expect(reminded.mails.map(mail => mail.reader)).toMatchObject([
      { email: 'taro@aozora.example' },
      { to: 'owner' },
    ]);
  });

  it('is not announced before the confirmation, which tells it', () => {
    const short = having(active(), ['aws', { ...agreement, endsAt: later(start, 45 * day) }]);
    expect(moments(short, 'termEnding')).toHaveLength(1);
  });

  it('is planned anew for a renewal, and no more once the access has ended', () => {
    const renewed = having(active(), [
      'aws',
      {
        ...agreement,
        agreementId: 'agmt-2',
        intent: 'RENEW',
        previousAgreementId: 'agmt-1',
        acceptedAt: agreement.endsAt,
        endsAt: later(agreement.endsAt, 365 * day),
      },
    ]);
    expect(moments(renewed, 'termEnding').map(at => at.slice(0, 4))).toEqual(['2028', '2028', '2028']);
    const cancelled = having(active(), ['aws', { ...agreement, status: 'CANCELLED' }]);
    expect(deadlines(cancelled)).toEqual([]);
  });

  it('is announced once after a time in which nothing ran', () => {
    const late = wakes(active(), later(agreement.endsAt, -20 * day));
    expect(templates(late)).toEqual(['termEnding', 'termEnding']);
  });
});

describe('a deal that stays stuck', () => {
  const stuck = () => mailed(changeSetFails(having(opened(), proposal(), done())));
  const reminded = (deal: Deal) => mailed(wakes(deal, deadlines(deal)[0]?.at ?? ''));

  it('is brought up to its owner every day, under a key with the number of the day', () => {
    const keys = [stuck(), reminded(stuck()), reminded(reminded(stuck()))].map(deal => deadlines(deal)[0]);
    expect(keys.map(each => [each?.key, each?.at])).toEqual([
      [`stuckReminder:${start}:1`, later(start, day)],
      [`stuckReminder:${start}:2`, later(start, 2 * day)],
      [`stuckReminder:${start}:3`, later(start, 3 * day)],
    ]);
    expect(templates(wakes(stuck(), later(start, day)))).toEqual(['stuckNotice']);
  });

  it('is not brought up for every day in which nothing ran', () => {
    const late = wakes(stuck(), later(start, 3.5 * day));
    expect(templates(late)).toEqual(['stuckNotice']);
    expect(moments(mailed(late), 'stuckReminder')).toEqual([later(start, 4 * day)]);
  });

  it('is brought up on the next day when staff skip one', () => {
    const [first] = deadlines(stuck());
    const skipped = having(stuck(), ['support', { type: 'skipReminder', key: first?.key ?? '' }]);
    expect(moments(skipped, 'stuckReminder')).toEqual([later(start, 2 * day)]);
  });

  it('is left alone while a notice of it waits to be sent, and once it is cured', () => {
    expect(planned(wakes(stuck(), later(start, day)), 'stuckReminder')).toEqual([]);
    expect(planned(having(stuck(), ['support', { type: 'retryStep' }]), 'stuckReminder')).toEqual([]);
  });

  it('is brought up again on the next day when the notice itself could not be sent', () => {
    const notified = wakes(stuck(), later(start, day));
    const step = stepsDue(notified).find(each => each.name === 'sendMails')?.key ?? '';
    const trouble = { step, reason: 'mailNotSent', detail: '421 try later', cure: 'retryStep' } as const;
    const lost = told(notified, { type: 'stepFailed', stuck: trouble }, later(start, 1.2 * day));
    expect(moments(lost, 'stuckReminder')).toEqual([later(start, 2 * day)]);
    expect(mailsSince(lost, wakes(lost, later(start, 2 * day)))).toEqual([['stuckNotice', 'owner']]);
  });

  it('does not change when something else happens', () => {
    const noted = having(stuck(), ['support', { type: 'addNote', text: 'asked AWS' }]);
    expect(planned(noted, 'stuckReminder')).toEqual(planned(stuck(), 'stuckReminder'));
  });
});

it('a deal that was opened before there were these reminders has none of them', () => {
  const pending = having(opened(), proposal({ durationMonths: 48 }), done());
  const stuck = mailed(changeSetFails(having(opened(), proposal(), done())));
  expect(deadlines(withPolicy(pending))).toEqual([]);
  expect(deadlines(withPolicy(stuck))).toEqual([]);
  expect(deadlines(withPolicy(active())).map(each => each.kind)).toEqual(['termEnds']);
});

/** A deal offered at a moment to people in these zones, with an offer that ends on that day. */
function offeredTo(
  zones: { signer: string; contact: string },
  {
    at,
    expiresOn,
    remindDaysBefore,
    remindHoursBefore = [],
  }: { at: string; expiresOn: string; remindDaysBefore?: number[]; remindHoursBefore?: number[] },
): Deal {
  const deal = offered();
  const [offer] = deal.offers;
  const [version] = deal.terms;
  if (!offer || !version) throw new Error('no offer');
  const signer: Person = { ...version.terms.signer, timeZone: zones.signer };
  return {
    ...deal,
    inquiry: { ...deal.inquiry, contact: { ...deal.inquiry.contact, timeZone: zones.contact } },
    terms: [{ ...version, terms: { ...version.terms, signer } }],
    offers: [{ ...offer, releasedAt: at, expiresOn }],
    policy: {
      ...deal.policy,
      holidays: publicHolidays(at),
      remindHoursBefore,
      ...(remindDaysBefore && { remindDaysBefore }),
    },
  };
}

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
    const { deal: extending } = asked(
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
    const sent = asked(deal, 'sales', { type: 'sendReminderNow', key: third?.key ?? '' }, morning).deal;
    expect(sent.passed.slice(deal.passed.length)).toEqual([third?.key, second?.key]);
    expect(planned(sent, 'offerExpiring')).toEqual([]);
  });

  it('that one has stood for do not come back when another reader’s hours count', () => {
    // In Tokyo both fall on the 1st of April, in Los Angeles on two days.
    const zones = { signer: 'Asia/Tokyo', contact: 'America/Los_Angeles' };
    const offer = { at: start, expiresOn: '2027-04-09', remindDaysBefore: [9, 8] };
    const replanned = { ...offeredTo(zones, offer), replannedAt: '2027-03-31T16:00:00.000Z' };
    const reminded = until(replanned, 'offerExpiring');
    const stopped = having(reminded, ['buyer', { type: 'stopReminders', email: signerOf(reminded).email }]);
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

describe('whenever an offer is made, and wherever its people are', () => {
  const turns = [
    '2026-03-08',
    '2026-03-29',
    '2026-10-25',
    '2026-11-01',
    '2026-12-24',
    '2027-04-28',
    '2027-12-29',
  ];
  const homes: Record<string, 'jp' | 'us' | undefined> = {
    'Asia/Tokyo': 'jp',
    'America/New_York': 'us',
    'America/Los_Angeles': 'us',
    'America/Indiana/Knox': 'us',
    'Pacific/Honolulu': 'us',
    'America/Toronto': undefined,
    'America/Sao_Paulo': undefined,
    'Europe/London': undefined,
    'Africa/Casablanca': undefined,
    'Asia/Gaza': undefined,
    'Asia/Kathmandu': undefined,
    'Australia/Lord_Howe': undefined,
    'Pacific/Chatham': undefined,
    'Pacific/Kiritimati': undefined,
    UTC: undefined,
  };
  const someZone = fc.constantFrom(...Object.keys(homes));
  const deals = fc
    .record({
      signer: someZone,
      contact: someZone,
      turn: fc.constantFrom(...turns),
      minutes: fc.integer({ min: -20 * 24 * 60, max: 5 * 24 * 60 }),
      length: fc.integer({ min: 0, max: 40 }),
      remindDaysBefore: fc.uniqueArray(fc.constantFrom(14, 7, 5, 3, 2, 1, 0.5, 0.125), { maxLength: 5 }),
    })
    .map(({ signer, contact, turn, minutes, length, remindDaysBefore }) => {
      const at = later(`${turn}T00:00:00.000Z`, minutes * 60_000);
      const deal = offeredTo({ signer, contact }, { at, expiresOn: dayAfter(at, length), remindDaysBefore });
      return { deal, signer, at, end: `${dayAfter(at, length)}T23:59:59.000Z` };
    });
  const always = (holds: (story: { deal: Deal; signer: string; at: string; end: string }) => void) =>
    fc.assert(fc.property(deals, holds), runs(400));
  const isWorking = ({ deal, signer }: { deal: Deal; signer: string }, at: string) => {
    const [date = '', clock = ''] = inZone(at, signer).split(' ');
    const country = homes[signer];
    const closed = (country && deal.policy.holidays?.[country]) ?? [];
    const weekday = new Date(date).getUTCDay();
    return weekday > 0 && weekday < 6 && !closed.includes(date) && clock >= '09:00:00' && clock <= '17:00:00';
  };

  it('no reminder is before the release or after the end', () => {
    always(({ deal, at, end }) => {
      for (const moment of moments(deal, 'offerExpiring')) {
        expect(moment > at).toBe(true);
        expect(moment < end).toBe(true);
      }
    });
  });

  it('every reminder is at a human hour, unless there has been none since the release', () => {
    always(story => {
      for (const moment of moments(story.deal, 'offerExpiring')) {
        if (isWorking(story, moment)) continue;
        for (let back = Date.parse(moment); back > Date.parse(story.at); back -= hour / 4)
          expect(isWorking(story, new Date(back).toISOString())).toBe(false);
      }
    });
  });

  it('no two reminders are on one day, but on the last', () => {
    always(({ deal, signer, end }) => {
      const early = moments(deal, 'offerExpiring').filter(at => Date.parse(end) - Date.parse(at) > day);
      const dates = early.map(at => inZone(at, signer).slice(0, 10));
      expect(new Set(dates).size).toBe(dates.length);
      expect(new Set(moments(deal, 'offerExpiring')).size).toBe(moments(deal, 'offerExpiring').length);
    });
  });

  it('nothing moves when nothing that matters has changed', () => {
    always(({ deal }) => {
      const noted = having(deal, ['support', { type: 'addNote', text: 'x' }]);
      expect(deadlines(noted)).toEqual(deadlines(deal));
    });
  });

  it('those that are met are never planned again', () => {
    always(({ deal }) => {
      let now = deal;
      for (const { at } of planned(deal, 'offerExpiring')) {
        now = wakes(now, at);
        expect(planned(now, 'offerExpiring').every(each => each.at > at)).toBe(true);
      }
    });
  });
});

describe('a buyer who accepted and does not come', () => {
  const accepted = (acceptedAt: string) => having(offered(), ['aws', { ...agreement, acceptedAt }]);
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

  it('is chased once when two chases fall on one day', () => {
    // On a Friday morning: a day later is Saturday, three days later Monday.
    expect(wall(accepted('2027-01-08T01:00:00.000Z'))).toEqual([
      '2027-01-08 11:00:00',
      '2027-01-11 10:00:00',
      '2027-01-15 10:00:00',
    ]);
  });

  it('is chased after an hour though he read the offer just before he accepted', () => {
    const read = (deal: Deal) => asked(deal, 'buyer', { type: 'offerSeen' }, '2027-01-05T00:50:00.000Z').deal;
    const accepts = (deal: Deal) =>
      having(deal, ['aws', { ...agreement, acceptedAt: '2027-01-05T01:00:00.000Z' }]);
    expect(wall(accepts(read(offered())))[0]).toBe('2027-01-05 11:00:00');
  });

  it('is not chased within hours of having done something after he accepted', () => {
    const resumed = { type: 'resumeReminders', email: 'taro@aozora.example' } as const;
    const acted = asked(accepted('2027-01-05T01:00:00.000Z'), 'buyer', resumed, '2027-01-05T01:10:00.000Z');
    expect(acted.refused).toBeUndefined();
    expect(wall(acted.deal)[0]).toBe('2027-01-06 10:00:00');
  });

  it('is not chased after that hour in a deal that was opened when reading was a reason', () => {
    const before = offered();
    const { edition: _first, ...policy } = before.policy;
    const read = asked(
      { ...before, policy },
      'buyer',
      { type: 'offerSeen' },
      '2027-01-05T00:50:00.000Z',
    ).deal;
    const late = having(read, ['aws', { ...agreement, acceptedAt: '2027-01-05T01:00:00.000Z' }]);
    expect(wall(late)[0]).toBe('2027-01-06 10:00:00');
  });

  it('and then leaves half-way is not chased twice on the day on which he came', () => {
    const waiting = accepted('2027-01-05T00:00:00.000Z');
    const chased = wakes(waiting, '2027-01-05T01:00:00.000Z');
    const came = asked(chased, 'buyer', arrival, '2027-01-05T02:00:00.000Z').deal;
    expect(wall(came)).toEqual(['2027-01-06 11:00:00', '2027-01-08 11:00:00', '2027-01-12 11:00:00']);
    const unchased = asked(waiting, 'buyer', arrival, '2027-01-05T00:30:00.000Z').deal;
    expect(wall(unchased)[0]).toBe('2027-01-05 10:30:00');
  });
});
