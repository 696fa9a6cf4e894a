import type { Database } from '../../shared/models/database.ts';
import type { Milestones } from '../deals/milestones.ts';

export type Milestone = 'offered' | 'active';
export type BareActivities = ReturnType<typeof createBareActivities>;

/** What a write and an effect are given, of the size that a deal's have. */
export interface Written {
  id: string;
  payload: unknown;
}

/** An effect does nothing, a write is one insert. */
export function createBareActivities({
  reached,
  db,
}: Pick<Milestones, 'reached'> & { db: Pick<Database, 'connection'> }) {
  const written = db.connection.collection<{ payload: unknown }>('bare');
  return {
    async effect({ id, milestone }: Written & { milestone?: Milestone | undefined }): Promise<void> {
      if (milestone) reached(id, milestone);
    },
    async write({ payload }: Written): Promise<void> {
      await written.insertOne({ payload });
    },
  };
}
