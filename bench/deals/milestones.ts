import type { Milestone } from '../bare/activities.ts';

export type Milestones = ReturnType<typeof createMilestones>;

const longestWaitMs = 120_000;

/** Where activities tell whoever drives a workflow how far it has come: they run in one process. */
export function createMilestones() {
  const waiting = new Map<string, () => void>();
  const keyOf = (id: string, milestone: Milestone) => `${id} ${milestone}`;
  return {
    reached(id: string, milestone: Milestone): void {
      waiting.get(keyOf(id, milestone))?.();
      waiting.delete(keyOf(id, milestone));
    },
    /** Ask before the workflow can have come so far. Rejects when it does not come there in two minutes. */
    waitFor(id: string, milestone: Milestone): Promise<void> {
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => reject(new Error(`${id} is not ${milestone} in time`)), longestWaitMs);
        waiting.set(keyOf(id, milestone), () => {
          clearTimeout(timer);
          resolve();
        });
      });
    },
  };
}
