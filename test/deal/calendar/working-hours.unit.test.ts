import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  nextOpening,
  notAfter,
  notAfterForAll,
  notBefore,
  onSameDay,
  type WorkingTime,
} from '../../../deal/calendar/working-hours.ts';
import { runs } from '../../support/runs.ts';

const minute = 60_000;
const day = 86_400_000;
const iso = (milliseconds: number) => new Date(milliseconds).toISOString();
const zones = Intl.supportedValuesOf('timeZone');

/** Where clocks are changed and years end: the days around them, to the minute. */
const turns = [
  '2026-03-08',
  '2026-03-29',
  '2026-04-05',
  '2026-10-04',
  '2026-10-25',
  '2026-11-01',
  '2026-12-31',
  '2027-03-14',
  '2027-03-28',
  '2027-11-07',
  '2027-12-31',
  '2028-02-29',
];
const aroundTurns = fc
  .tuple(fc.constantFrom(...turns), fc.integer({ min: -5 * 24 * 60, max: 5 * 24 * 60 }))
  .map(([date, minutes]) => Date.parse(date) + minutes * minute);
const anyMoment = fc.integer({ min: Date.parse('2026-01-01'), max: Date.parse('2036-01-01') });
const moment = fc.oneof(aroundTurns, anyMoment).map(iso);
const holidays = fc.uniqueArray(
  moment.map(at => at.slice(0, 10)),
  { maxLength: 12 },
);
const times = fc.record<WorkingTime>({
  timeZone: fc.constantFrom(...zones),
  from: fc.constantFrom(8, 9, 10),
  until: fc.constantFrom(15, 17, 18),
  holidays,
});

/** What the clock on the wall says, asked in another way than the code asks. */
function works(at: string, { timeZone, from, until, holidays: closed }: WorkingTime): boolean {
  const [date = '', clock = ''] = new Date(at).toLocaleString('sv-SE', { timeZone }).split(' ');
  const weekday = new Date(date).getUTCDay();
  const seconds = Date.parse(`1970-01-01T${clock}Z`) / 1000 + (Date.parse(at) % 1000) / 1000;
  return (
    weekday > 0 && weekday < 6 && !closed.includes(date) && seconds >= from * 3600 && seconds <= until * 3600
  );
}

const spread = fc
  .tuple(times, fc.integer({ min: 0, max: 120 }))
  .map(([time, minutes]): WorkingTime => ({ ...time, apart: minutes * minute }));

const always = (holds: (at: string, time: WorkingTime) => void) =>
  fc.assert(fc.property(moment, spread, holds), runs(2000));

/** Quarters of an hour strictly between two moments. */
const between = (a: string, b: string) =>
  Array.from(
    { length: Math.max(0, Math.ceil((Date.parse(b) - Date.parse(a)) / (15 * minute)) - 1) },
    (_, index) => iso(Date.parse(a) + (index + 1) * 15 * minute),
  );

describe('the last working moment', () => {
  it('is never later than asked, and in working hours of a working day', () => {
    always((at, time) => {
      const moved = notAfter(at, time);
      expect(Date.parse(moved)).toBeLessThanOrEqual(Date.parse(at));
      expect([moved, works(moved, time)]).toEqual([moved, true]);
    });
  });

  it('leaves no working moment between itself and the asked one', () => {
    fc.assert(
      fc.property(moment, times, (at, time) => {
        const moved = notAfter(at, time);
        if (moved !== at) expect(between(moved, at).filter(each => works(each, time))).toEqual([]);
      }),
      runs(60),
    );
  });

  it('stays where it is once it is one', () => {
    always((at, time) => expect(notAfter(notAfter(at, time), time)).toBe(notAfter(at, time)));
  });
});

describe('hours with a distance from their edges', () => {
  const far: WorkingTime = {
    timeZone: 'UTC',
    from: 9,
    until: 17,
    holidays: [],
    apart: 10 * minute,
  };

  it('keep it where a moment is moved, and leave alone what lies in them', () => {
    expect(notBefore('2027-01-06T03:00:00.000Z', far)).toBe('2027-01-06T09:10:00.000Z');
    expect(notAfter('2027-01-06T23:00:00.000Z', far)).toBe('2027-01-06T16:50:00.000Z');
    expect(nextOpening('2027-01-06T12:00:00.000Z', far)).toBe('2027-01-07T09:10:00.000Z');
    expect(notBefore('2027-01-06T09:01:00.000Z', far)).toBe('2027-01-06T09:01:00.000Z');
  });
});

describe('the first working moment', () => {
  it('is never earlier than asked, in working hours, and stays where it is', () => {
    always((at, time) => {
      const moved = notBefore(at, time);
      expect(Date.parse(moved)).toBeGreaterThanOrEqual(Date.parse(at));
      expect([moved, works(moved, time)]).toEqual([moved, true]);
      expect(notBefore(moved, time)).toBe(moved);
    });
  });
});

describe('a moment for several', () => {
  it('is always one for the first, and for all when their days have an hour in common', () => {
    fc.assert(
      fc.property(moment, times, times, (at, one, other) => {
        const moved = notAfterForAll(at, [one, other]);
        expect(works(moved, one)).toBe(true);
        expect(Date.parse(moved)).toBeLessThanOrEqual(Date.parse(notAfter(at, one)));
        if (works(moved, other)) return;
        // Nobody found a better one on that day.
        expect(moved).toBe(notAfter(at, one));
        const hours = between(iso(Date.parse(moved) - (one.until - one.from) * 60 * minute), moved);
        expect(hours.filter(each => works(each, one) && works(each, other))).toEqual([]);
      }),
      runs(500),
    );
  });

  const office = (timeZone: string): WorkingTime => ({ timeZone, from: 9, until: 17, holidays: [] });

  it('between New York and London is noon in New York', () => {
    expect(
      notAfterForAll('2027-01-06T23:59:59.000Z', [office('America/New_York'), office('Europe/London')]),
    ).toBe('2027-01-06T17:00:00.000Z');
  });

  it('between Tokyo and New York does not exist: the first one’s counts', () => {
    expect(
      notAfterForAll('2027-01-06T23:59:59.000Z', [office('Asia/Tokyo'), office('America/New_York')]),
    ).toBe('2027-01-06T08:00:00.000Z');
  });
});

describe('clocks', () => {
  const office = (timeZone: string, closed: string[] = []): WorkingTime => ({
    timeZone,
    from: 9,
    until: 17,
    holidays: closed,
  });

  it('that are changed at a weekend move the hour of UTC and not the one on the wall', () => {
    const weekend = '2027-03-14T20:00:00.000Z';
    expect(notAfter(weekend, office('America/New_York'))).toBe('2027-03-12T22:00:00.000Z');
    expect(notBefore(weekend, office('America/New_York'))).toBe('2027-03-15T13:00:00.000Z');
  });

  it('that are changed in the night before a working morning are read as they are in the morning', () => {
    // Honolulu, Monday 9 February 1942, 2:00: from UTC-10:30 to UTC-9:30.
    expect(notBefore('1942-02-09T12:00:00.000Z', office('Pacific/Honolulu'))).toBe(
      '1942-02-09T18:30:00.000Z',
    );
  });

  it('that show a quarter of an hour are read as well', () => {
    expect(notAfter('2027-01-06T23:00:00.000Z', office('Asia/Kathmandu'))).toBe('2027-01-06T11:15:00.000Z');
  });

  it('skip a long row of holidays', () => {
    const newYear = ['2026-12-31', '2027-01-01', '2027-01-04'];
    expect(notAfter('2027-01-05T00:00:00.000Z', office('UTC', newYear))).toBe('2026-12-30T17:00:00.000Z');
  });

  it('of a zone that nobody knows count as UTC, so that a bad address book holds no deal up', () => {
    expect(notAfter('2027-01-06T23:00:00.000Z', office('Mars/Olympus'))).toBe('2027-01-06T17:00:00.000Z');
  });

  it('tell the day where the reader is', () => {
    const evening = '2027-01-06T14:00:00.000Z';
    expect(onSameDay(evening, iso(Date.parse(evening) + day / 24), 'Asia/Tokyo')).toBe(false);
    expect(onSameDay(evening, iso(Date.parse(evening) + day / 24), 'UTC')).toBe(true);
  });
});
