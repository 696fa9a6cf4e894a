import type { Command } from '../deal/commands.ts';
import type { Deal } from '../deal/deal.ts';
import type { Entry } from '../deal/events.ts';
import type { Accounts } from '../shared/accounts/accounts.ts';
import type { Database } from '../shared/models/database.ts';
import { type DealRecord, recordOf } from '../shared/models/deal-record.ts';
import { isDuplicateKey } from '../shared/models/duplicate-key.ts';
import { hasLines, type Lines, removeOvertaken, toldOtherwise, writeLines } from './record/lines.ts';
import { noteTold } from './record/told.ts';
import { whatWaits } from './record/waiting.ts';

export type RecordActivities = ReturnType<typeof createRecordActivities>;

interface Needs {
  db: Database;
  accounts: Pick<Accounts, 'findUser'>;
  /** Has the vendor's webhook told of entries that are in the timeline; doing it again tells nothing twice. */
  tellNewEntries: (recorded: Lines) => Promise<void>;
}

/** What a deal hands over to be written. */
export interface Recorded {
  deal: Deal;
  entries: Entry[];
  historyLength: number;
  /** These entries are in the order that was told before; there is no other that they could be put into. */
  isAsTold?: boolean;
}

/** `told`: nothing is written, since a turn that came to nothing has told its entries in another order, which stays. */
type Written = { waiting: Command[]; told?: Entry[] };

/** Writes what a deal has decided. Doing it again writes the same. */
export function createRecordActivities({ db, accounts, tellNewEntries }: Needs) {
  return {
    /**
     * The record first, the entries after it: whoever waits for an entry then reads a deal that has it.
     * A worker that dies or freezes before Temporal knows of its turn leaves entries that the next turn may decide in
     * another order, with what has come meanwhile. `historyLength`, of the turn, says whose entries count: the longer
     * history's, or the later one's where both are of one length: a turn that is tried again for the third time has no event
     * more. A turn that finds itself overtaken writes nothing more.
     * Gives back what was waiting for a deal with one of this deal's keys: AWS's events, the buyer's arrival, his choice.
     */
    async record({ deal, isAsTold, ...turn }: Recorded): Promise<Written> {
      const lines = { dealId: deal.dealId, ...turn };
      const written = await writeTurn(db, { deal, isAsTold, ...lines });
      if (written === 'overtaken') return { waiting: [] };
      if (written !== 'written') return { waiting: [], told: written };
      await noteTold(db, { deal, entries: lines.entries });
      const [waiting] = await Promise.all([whatWaits({ db, accounts }, deal), tellNewEntries(lines)]);
      return { waiting };
    },
  };
}

type Turn = Lines & Pick<Recorded, 'deal' | 'isAsTold'>;

/** `overtaken`: a longer history has gone on without this turn. Entries: what was told, in another order. */
async function writeTurn(
  db: Database,
  { deal, isAsTold, ...lines }: Turn,
): Promise<'written' | 'overtaken' | Entry[]> {
  const { historyLength, entries } = lines;
  const after = entries[0]?.seq ?? Number.POSITIVE_INFINITY;
  if (await writeRecord(db, { deal, historyLength, after })) return writtenIf(await writeLines(db, lines));
  const told = isAsTold ? [] : await toldOtherwise(db, lines);
  if (told.length > 0) return told;
  if (!(await writeRecord(db, { deal, historyLength }))) return writtenIf(await hasLines(db, lines));
  await removeOvertaken(db, lines);
  return writtenIf(await writeLines(db, lines));
}

const writtenIf = (holds: boolean) => (holds ? 'written' : 'overtaken');

/**
 * Writes the record unless there is one of a longer history, or a newer one of the same; with `after`, only where the deal has
 * gone no further than to the entry before this number. False when nothing was written.
 */
export async function writeRecord(
  db: Database,
  { deal, historyLength, after }: Pick<Recorded, 'deal' | 'historyLength'> & { after?: number },
): Promise<boolean> {
  const { _id, seq, ...record } = recordOf(deal);
  const ofShorterHistory = { historyLength: { $not: { $gte: historyLength } } };
  const ofSameLength = { historyLength, seq: { $lte: seq }, updatedAt: { $lte: record.updatedAt } };
  const notNewer = { $or: [ofShorterHistory, ofSameLength], ...(after && { seq: { $lt: after } }) };
  const deals = db.connection.collection<DealRecord>(db.deals.collection.name);
  try {
    await deals.replaceOne({ _id, ...notNewer }, { ...record, seq, historyLength }, { upsert: true });
    return true;
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    return false;
  }
}
