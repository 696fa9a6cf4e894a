/** The value that `percent` of the values do not exceed; exact, by counting. Throws a RangeError without values. */
export function percentile(values: number[], percent: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const found = sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)];
  if (found === undefined) throw new RangeError('a percentile of nothing');
  return found;
}

export const median = (values: number[]) => percentile(values, 50);

/** The milliseconds that something takes. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/** Does `work` for each number from 0, `atOnce` of them at a time. */
export async function repeat(
  count: number,
  { atOnce, work }: { atOnce: number; work: (index: number) => Promise<unknown> },
): Promise<void> {
  let next = 0;
  const one = async () => {
    while (next < count) {
      next += 1;
      await work(next - 1);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, one));
}

/** A number with three digits that matter. */
export const rounded = (value: number) =>
  value >= 100 ? Math.round(value).toString() : value.toPrecision(3);

export const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
