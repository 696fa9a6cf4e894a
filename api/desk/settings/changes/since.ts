import type { ClientSession } from 'mongoose';
import type { Database } from '../../../../shared/models/database.ts';
import type { DeskChange } from '../../../../shared/models/desk/desk-change.ts';

type Needs = Pick<Database, 'deskChanges'>;

/** The number of the newest change: a form that carries it says what its reader has seen. */
export async function newestChange(db: Needs): Promise<number> {
  const newest = await db.deskChanges.findOne({}, { _id: 1 }).sort({ _id: -1 }).lean();
  return newest?._id ?? 0;
}

const mostShown = 10;

/** What others have changed about one thing since a form was shown, newest first. */
export async function changesSince(
  db: Needs,
  { about, seen, session }: { about: string; seen: number; session?: ClientSession },
): Promise<DeskChange[]> {
  const newer = { about, _id: { $gt: seen } };
  return db.deskChanges.find(newer, null, { session }).sort({ _id: -1 }).limit(mostShown).lean();
}

/** The number that a form carries. One without it has seen nothing. */
export const seenIn = ({ seen }: Record<string, string>): number => Number.parseInt(seen ?? '', 10) || 0;
