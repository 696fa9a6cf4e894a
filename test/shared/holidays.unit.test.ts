import { describe, expect, it } from '@jest/globals';
import { publicHolidays } from '../../shared/holidays.ts';

describe('public holidays', () => {
  const { jp, us } = publicHolidays('2026-06-01T00:00:00.000Z');

  it('are those of Japan, with substitute days and the day between two holidays', () => {
    // Cabinet Office, 国民の祝日: 21 to 23 September 2026; 22 March 2027 in place of the Sunday before.
    expect(jp).toEqual(
      expect.arrayContaining([
        '2026-07-20',
        '2026-08-11',
        '2026-09-21',
        '2026-09-22',
        '2026-09-23',
        '2027-03-22',
      ]),
    );
  });

  it('are those of the United States, with the days on which they are observed', () => {
    // Office of Personnel Management: Independence Day 2026 is a Saturday, Juneteenth 2027 too.
    expect(us).toEqual(expect.arrayContaining(['2026-07-03', '2026-11-26', '2027-06-18', '2027-11-25']));
  });

  it('reach three years ahead, in order, without weekends and without doubles', () => {
    for (const days of [jp, us]) {
      expect(days).toEqual([...new Set(days)].toSorted());
      expect(days[0]?.slice(0, 7) ?? '').toMatch(/^2026-0[67]$/);
      expect(days.at(-1)?.slice(0, 4)).toBe('2029');
      for (const each of days) expect([0, 6]).not.toContain(new Date(each).getUTCDay());
    }
  });

  it('are small enough to travel with every deal', () => {
    expect(JSON.stringify({ jp, us }).length).toBeLessThan(1500);
  });
});
