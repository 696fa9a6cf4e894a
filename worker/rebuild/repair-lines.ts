import { isDeepStrictEqual } from 'node:util';
import { asDocuments, removeLines } from '../../activities/record/lines.ts';
import { letWaitAgain } from '../../activities/record/told.ts';
import type { Recorded } from '../../activities/record.ts';
import type { Database } from '../../shared/models/database.ts';
import type { TimelineEntry } from '../../shared/models/timeline-entry.ts';

/**
 * Makes the timeline say what one run of a deal has recorded, and nothing else: what is missing is written, what a turn
 * left that came to nothing goes. Lines of a longer history stay.
 */
export async function repairLines(db: Database, recorded: Recorded[]): Promise<void> {
  const told = new Map(recorded.flatMap(linesOf).map(line => [line._id, line]));
  const [first] = told.values();
  const historyLength = recorded.at(-1)?.historyLength;
  if (!first || historyLength === undefined) return;
  const { dealId, seq } = first;
  const standing = await db.timeline.find({ dealId, seq: { $gte: seq } }).lean();
  const newer = standing.filter(line => (line.historyLength ?? 0) > historyLength);
  const right = standing.filter(line => isDeepStrictEqual(line, told.get(line._id)));
  const wrong = standing.filter(line => !newer.includes(line) && !right.includes(line));
  const commands = new Set([...told.values()].map(({ commandId }) => commandId));
  await letWaitAgain(
    db,
    wrong.filter(({ commandId }) => !commands.has(commandId)),
  );
  await removeLines(db, wrong);
  const kept = new Set([...newer, ...right].map(({ _id }) => _id));
  const missing = [...told.values()].filter(({ _id }) => !kept.has(_id));
  if (missing.length > 0) await db.timeline.insertMany(missing);
}

const linesOf = ({ deal, entries, historyLength }: Recorded): TimelineEntry[] =>
  asDocuments({ dealId: deal.dealId, entries, historyLength });
