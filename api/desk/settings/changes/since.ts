import type { ClientSession } from 'mongoose';
import type { Database } from '../../../../shared/models/database.ts';
import type { DeskChange, DeskChangeKind } from '../../../../shared/models/desk/desk-change.ts';

type Needs = Pick<Database, 'deskChanges'>;

/** The number of the newest change: a form that carries it says what its reader has seen. */
export async function newestChange(db: Needs): Promise<number> {
  const newest = await db.deskChanges.findOne({}, { _id: 1 }).sort({ _id: -1 }).lean();
  return newest?._id ?? 0;
}

const mostShown = 10;

interface Since {
  about: string;
  seen: number;
  /** All of them by default. */
  kinds?: readonly DeskChangeKind[];
  session?: ClientSession;
}

/** What others have changed about one thing since a form was shown, newest first. */
export async function changesSince(db: Needs, { about, seen, kinds, session }: Since): Promise<DeskChange[]> {
  const newer = { about, _id: { $gt: seen }, ...(kinds && { what: { $in: kinds } }) };
  return db.deskChanges.find(newer, null, { session }).sort({ _id: -1 }).limit(mostShown).lean();
}

/** What was changed, newest first; `next` is what older ones begin before. */
export async function readChanges(
  db: Needs,
  { before, limit }: { before?: number; limit: number },
): Promise<{ changes: DeskChange[]; next?: number }> {
  const older = before === undefined ? {} : { _id: { $lt: before } };
  const found = await db.deskChanges
    .find(older)
    .sort({ _id: -1 })
    .limit(limit + 1)
    .lean();
  const changes = found.slice(0, limit);
  const last = changes.at(-1);
  return { changes, ...(found.length > limit && last && { next: last._id }) };
}

/** The number that a form carries. One without it has seen nothing. */
export const seenIn = ({ seen }: Record<string, string>): number => Number.parseInt(seen ?? '', 10) || 0;
