import type { Result } from '../benchmark.ts';
import { percentile, rounded, timed } from '../statistics.ts';

export interface Asked {
  what: string;
  url: string;
  headers: () => Record<string, string>;
}
export interface P95 {
  what: string;
  ms: number;
}

/** Asks for each page many times, one after the other. */
export async function p95Of(lists: Asked[], quick: boolean): Promise<P95[]> {
  const found: P95[] = [];
  for (const { what, url, headers } of lists) {
    const times: number[] = [];
    for (let index = 0; index < (quick ? 60 : 500); index += 1)
      times.push(
        await timed(async () => {
          const answer = await fetch(url, { headers: headers(), redirect: 'manual' });
          await answer.text();
          if (answer.status !== 200) throw new Error(`${url} answers ${answer.status}`);
        }),
      );
    // The first ones find neither the index nor the code warm.
    found.push({ what, ms: percentile(times.slice(10), 95) });
  }
  return found;
}

/** How much longer the same pages take with more deals. */
export function growth(few: P95[], { more, many }: { more: P95[]; many: number }): Result[] {
  return few.map(({ what, ms }, index) => {
    const later = more[index]?.ms ?? Number.NaN;
    return {
      what: `${what}, p95 with ${many} deals`,
      ours: `${rounded(later)} ms`,
      reference: `${rounded(ms)} ms with 1000`,
      budget: `≤ 1.5 ×, is ${(later / ms).toFixed(2)} ×`,
      holds: later <= 1.5 * ms,
    };
  });
}
