import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Deal } from '../../../deal/deal.ts';
import { deadlines } from '../../../deal/reminders/plan.ts';
import { runs } from '../../support/runs.ts';
import { dayAfter } from '../../support/samples.ts';
import { given } from '../../support/story.ts';
import { day, hour, inZone, later, moments, planned, wakes } from '../reminders/passing-time.ts';
import { offeredTo } from './offered-to.ts';

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
  const zones = [
    'Asia/Tokyo',
    'America/New_York',
    'America/Los_Angeles',
    'America/Indiana/Knox',
    'Pacific/Honolulu',
    'America/Toronto',
    'America/Sao_Paulo',
    'Europe/London',
    'Africa/Casablanca',
    'Asia/Gaza',
    'Asia/Kathmandu',
    'Australia/Lord_Howe',
    'Pacific/Chatham',
    'Pacific/Kiritimati',
    'UTC',
  ];
  const someZone = fc.constantFrom(...zones);
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
    const closed = deal.policy.holidays[signer] ?? [];
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
      const noted = given(deal, ['support', { type: 'addNote', text: 'x' }]);
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
