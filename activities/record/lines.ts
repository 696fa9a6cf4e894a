import { isAsTold } from '../../deal/contract/told-order.ts';
import type { Entry } from '../../deal/events.ts';
import type { Database } from '../../shared/models/database.ts';
import { isDuplicateKey } from '../../shared/models/duplicate-key.ts';
import type { TimelineEntry } from '../../shared/models/timeline-entry.ts';
import { letWaitAgain } from './told.ts';

/** Entries of one turn of a deal, on their way into the timeline. */
export interface Lines {
  dealId: string;
  entries: Entry[];
  /** Of the deal's history in that turn: of two turns that write the same numbers, the longer history counts, or the later turn. */
  historyLength: number;
}

const timelineOf = (db: Database) => db.connection.collection<TimelineEntry>(db.timeline.collection.name);

/**
 * Writes the lines that are not there. False when a turn of a longer history has written others in their place: these
 * came to nothing, and nothing of them may be written any more.
 */
export async function writeLines(db: Database, lines: Lines): Promise<boolean> {
  try {
    await timelineOf(db).insertMany(asDocuments(lines));
    return true;
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    return writeOver(db, lines);
  }
}

/** Some of the lines are there, or others in their place: of this turn, of one that came to nothing, or of a longer history. */
async function writeOver(db: Database, lines: Lines): Promise<boolean> {
  await removeOvertaken(db, lines);
  const standing = await standingFor(db, lines);
  if (standing.some(line => isNewer(line, lines))) return false;
  const missing = asDocuments(lines).filter(({ _id }) => !standing.some(each => each._id === _id));
  if (missing.length > 0) await timelineOf(db).insertMany(missing);
  return true;
}

function isNewer({ historyLength = 0, entry }: TimelineEntry, lines: Lines): boolean {
  if (historyLength !== lines.historyLength) return historyLength > lines.historyLength;
  return entry.decidedAt > (lines.entries.at(-1)?.decidedAt ?? '');
}

/** Whether these lines are in the timeline, as this turn has them. */
export async function hasLines(db: Database, lines: Lines): Promise<boolean> {
  const standing = await standingFor(db, lines);
  const own = standing.filter(({ historyLength }) => historyLength === lines.historyLength);
  return own.length === lines.entries.length;
}

/** What stands under the numbers or the commands of these lines. */
const standingFor = (db: Database, { dealId, entries }: Lines) =>
  db.timeline
    .find({
      dealId,
      $or: [{ seq: { $in: entries.map(({ seq }) => seq) } }, { commandId: { $in: commandsOf(entries) } }],
    })
    .lean();

/**
 * What a turn that came to nothing has told in another order than these entries have: people and systems have seen it, and what
 * they did then comes after it. Empty when these entries go on as was told.
 */
export async function toldOtherwise(db: Database, lines: Lines): Promise<Entry[]> {
  const first = lines.entries[0]?.seq ?? 1;
  const overtaken = await findOvertaken(db, lines);
  const told = overtaken
    .map(({ entry }) => entry)
    .filter(({ seq }) => seq >= first)
    .toSorted((one, other) => one.seq - other.seq);
  return isAsTold(lines.entries, told) ? [] : told;
}

/** Lines of a turn that came to nothing go first: one of their commands may have another number now. */
export async function removeOvertaken(db: Database, lines: Lines): Promise<void> {
  const overtaken = await findOvertaken(db, lines);
  await letWaitAgain(db, overtaken);
  await removeLines(db, overtaken);
}

function findOvertaken(db: Database, { dealId, entries, historyLength }: Lines): Promise<TimelineEntry[]> {
  const follows = { seq: { $gte: entries[0]?.seq ?? 1 } };
  const repeats = { commandId: { $in: commandsOf(entries) } };
  const shorter = { historyLength: { $not: { $gte: historyLength } } };
  const earlier = { historyLength, 'entry.decidedAt': { $lt: entries[0]?.decidedAt ?? '' } };
  return db.timeline
    .find({ dealId, $and: [{ $or: [follows, repeats] }, { $or: [shorter, earlier] }] })
    .lean();
}

/** Takes lines out of the timeline. */
export async function removeLines(db: Database, lines: TimelineEntry[]): Promise<void> {
  if (lines.length === 0) return;
  // Whatever stands under these numbers then is told as news.
  await db.webhookDeliveries.deleteMany({ _id: { $in: lines.map(({ _id }) => _id) } });
  // Only as they were read: another turn may have written its own meanwhile.
  const asRead = lines.map(({ _id, historyLength }) => ({ deleteOne: { filter: { _id, historyLength } } }));
  await timelineOf(db).bulkWrite(asRead);
}

const commandsOf = (entries: Entry[]) => entries.flatMap(({ commandId }) => commandId ?? []);

export function asDocuments({ dealId, entries, historyLength }: Lines): TimelineEntry[] {
  return entries.map(entry => {
    const { seq, commandId } = entry;
    return { _id: `${dealId}:${seq}`, dealId, seq, entry, historyLength, ...(commandId && { commandId }) };
  });
}
