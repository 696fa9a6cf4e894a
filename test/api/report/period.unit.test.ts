import { describe, expect, it } from '@jest/globals';
import { beginOf, monthOf, monthsBetween, mostMonths, reportFor } from '../../../api/report/period.ts';

const tokyo = { now: '2026-11-30T16:00:00.000Z', timeZone: 'Asia/Tokyo' };

describe('the months of a report', () => {
  it('are the twelve up to the present one of the reader where nothing is said', () => {
    expect(reportFor({}, tokyo)).toEqual({ from: '2026-01', until: '2026-12', timeZone: 'Asia/Tokyo' });
    expect(reportFor({ from: '', until: '', owner: '', language: '' }, tokyo)).toEqual(reportFor({}, tokyo));
  });

  it('are those that were asked for, turned back where they are turned round, and no more than three years', () => {
    expect(reportFor({ from: '2026-05', until: '2026-02' }, tokyo)).toMatchObject({
      from: '2026-02',
      until: '2026-05',
    });
    const { from, until } = reportFor({ from: '2019-01', until: '2026-12' }, tokyo);
    expect(reportFor({ from: '2020-01', until: '2026-12' }, tokyo).from).toBe('2024-01');
    expect(monthsBetween(from, until).length).toBeLessThanOrEqual(mostMonths);
  });

  it.each(['2026-13', '26-01', '2026-1', 'x', '2026-01-01', "2026-01'"])(
    'that mean nothing narrow nothing: %s',
    from => {
      expect(reportFor({ from, language: 'fr' }, tokyo)).toEqual(reportFor({}, tokyo));
    },
  );

  it('begin and end where the reader is', () => {
    expect(beginOf('2026-12', 'Asia/Tokyo').toISOString()).toBe('2026-11-30T15:00:00.000Z');
    expect(monthOf('2026-11-30T15:00:00.000Z', 'Asia/Tokyo')).toBe('2026-12');
    expect(monthOf('2026-11-30T14:59:59.999Z', 'Asia/Tokyo')).toBe('2026-11');
    expect(beginOf('2027-03', 'America/New_York').toISOString()).toBe('2027-03-01T05:00:00.000Z');
  });
});
