import { describe, expect, it } from '@jest/globals';
import { median, percentile, repeat, rounded } from '../../bench/statistics.ts';
import { tableOf } from '../../bench/table.ts';

describe('the numbers of the benchmarks', () => {
  const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);

  it('are percentiles that were measured', () => {
    expect(percentile(hundred, 50)).toBe(50);
    expect(percentile(hundred, 95)).toBe(95);
    expect(percentile(hundred, 99)).toBe(99);
    expect(percentile(hundred, 100)).toBe(100);
    expect(percentile([7], 1)).toBe(7);
    expect(median([3, 1, 2])).toBe(2);
    expect(() => percentile([], 50)).toThrow(RangeError);
  });

  it('come from so many repetitions, so many at once', async () => {
    const done: number[] = [];
    let now = 0;
    let most = 0;
    const work = async (index: number) => {
      now += 1;
      most = Math.max(most, now);
      await Promise.resolve();
      done.push(index);
      now -= 1;
    };
    await repeat(20, { atOnce: 3, work });
    expect(done.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, index) => index));
    expect(most).toBe(3);
  });

  it('show three digits', () => {
    expect([1234.5, 99.95, 12.34, 0.012345].map(rounded)).toEqual(['1235', '100', '12.3', '0.0123']);
  });

  it('stand in a table with their references and what the budget says', () => {
    const result = { what: 'a step', ours: '10 ms', reference: '9 ms bare', budget: '≤ 2 ×' };
    const lines = tableOf([result, { ...result, holds: true }, { ...result, holds: false }]).split('\n');
    expect(lines[2]).toBe('| a step | 10 ms | 9 ms bare | ≤ 2 ×  |        |');
    expect(lines[3]).toContain('| within |');
    expect(lines[4]).toContain('| OVER   |');
  });
});
