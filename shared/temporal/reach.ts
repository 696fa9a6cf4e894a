import type { Client } from '@temporalio/client';
import { inTime } from '../in-time.ts';

/** Whether Temporal answers: one look at a time for a whole process, by whoever wants to know. */
export interface Reach {
  /** As it was a few seconds ago at the most. A look that takes longer than `patienceMs` is not waited for. */
  isThere(patienceMs: number): Promise<boolean>;
}

const goodForMs = 5000;
const longestLookMs = 2000;

export function reachOf(temporal: Pick<Client, 'withDeadline' | 'connection'>): Reach {
  let known = true;
  let lookedAt = Number.NEGATIVE_INFINITY;
  let looking: Promise<boolean> | undefined;

  async function look(): Promise<boolean> {
    const ask = () => temporal.connection.workflowService.getSystemInfo({});
    known = await temporal.withDeadline(Date.now() + longestLookMs, ask).then(
      () => true,
      () => false,
    );
    lookedAt = performance.now();
    looking = undefined;
    return known;
  }

  return {
    async isThere(ms) {
      if (performance.now() - lookedAt < goodForMs) return known;
      looking ??= look();
      return inTime(looking, { ms, late: () => known });
    },
  };
}
