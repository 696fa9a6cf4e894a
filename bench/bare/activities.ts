import type { Milestones } from '../deals/milestones.ts';

export type Milestone = 'offered' | 'active';
export type BareActivities = ReturnType<typeof createBareActivities>;

/** Activities that do nothing. */
export function createBareActivities({ reached }: Pick<Milestones, 'reached'>) {
  return {
    async effect({ id, milestone }: { id: string; milestone?: Milestone | undefined }): Promise<void> {
      if (milestone) reached(id, milestone);
    },
    async write(_written: { id: string }): Promise<void> {},
  };
}
