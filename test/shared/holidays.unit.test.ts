import { describe, expect, it } from '@jest/globals';
import { holidaysIn } from '../../shared/holidays.ts';

const from = '2026-06-01T00:00:00.000Z';
const of = (timeZone: string) => holidaysIn([timeZone], from)[timeZone] ?? [];

describe('public holidays', () => {
  // Official lists: Cabinet Office (Japan, with substitute days and the day between two holidays), Office of Personnel
  // Management (Independence Day 2026 and Juneteenth 2027 are Saturdays), gov.uk, service-public.fr, Bundesregierung.
  it.each([
    ['Asia/Tokyo', ['2026-07-20', '2026-08-11', '2026-09-21', '2026-09-22', '2026-09-23', '2027-03-22']],
    ['America/Los_Angeles', ['2026-07-03', '2026-11-26', '2027-06-18', '2027-11-25']],
    ['Pacific/Honolulu', ['2026-07-03', '2026-11-26']],
    ['Europe/London', ['2026-12-25', '2026-12-28', '2027-03-26', '2027-12-27']],
    ['Europe/Paris', ['2026-07-14', '2026-11-11', '2027-05-06']],
    ['Europe/Berlin', ['2027-03-26', '2027-03-29', '2027-05-17', '2026-12-25']],
    ['America/Toronto', ['2026-07-01', '2026-09-07']],
    ['America/Sao_Paulo', ['2026-09-07', '2026-10-12']],
    ['Asia/Seoul', ['2026-12-25', '2027-03-01']],
    ['Asia/Kolkata', ['2026-10-02', '2027-01-26']],
    ['Australia/Lord_Howe', ['2026-12-25', '2027-01-26']],
  ])('are those of the country that the clocks of %s are in', (timeZone, days) => {
    expect(of(timeZone)).toEqual(expect.arrayContaining(days));
  });

  it.each([
    ['Asia/Tokyo', 'Japan'],
    ['America/Los_Angeles', 'US/Pacific'],
    ['Asia/Kolkata', 'Asia/Calcutta'],
    ['Europe/Kyiv', 'Europe/Kiev'],
    ['Europe/London', 'GB'],
  ])('are the same by either name of a zone: %s and %s', (one, other) => {
    expect(of(one)).toEqual(of(other));
    expect(of(one).length).toBeGreaterThan(10);
  });

  it('are none where the zone names no country that is known, and weekends remain', () => {
    for (const timeZone of ['UTC', 'Etc/GMT+9', 'Antarctica/Troll', 'Mars/Base', ''])
      expect([timeZone, of(timeZone)]).toEqual([timeZone, []]);
  });

  it('are known for all but small or far places', () => {
    const without = Intl.supportedValuesOf('timeZone').filter(zone => of(zone).length === 0);
    expect(without.filter(zone => !/^(Antarctica|Pacific|Indian|Atlantic)\//.test(zone)).length).toBeLessThan(
      30,
    );
  });

  it('reach three years ahead, in order, without weekends and without doubles', () => {
    for (const days of Object.values(holidaysIn(['Asia/Tokyo', 'America/New_York', 'Europe/Madrid'], from))) {
      expect(days).toEqual([...new Set(days)].toSorted());
      expect((days[0] ?? '') >= '2026-06-01').toBe(true);
      expect((days.at(-1) ?? '') <= '2029-06-01').toBe(true);
      for (const each of days) expect([0, 6]).not.toContain(new Date(each).getUTCDay());
    }
  });

  it('are small enough to travel with every deal', () => {
    const four = holidaysIn(['Asia/Tokyo', 'America/New_York', 'Europe/Berlin', 'Asia/Bangkok'], from);
    expect(JSON.stringify(four).length).toBeLessThan(3000);
  });
});
