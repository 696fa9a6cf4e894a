import type { Command } from '../deal/commands.ts';
import type { Deal } from '../deal/deal.ts';
import type { Entry } from '../deal/events.ts';
import type { Accounts } from '../shared/accounts/accounts.ts';
import type { Database } from '../shared/models/database.ts';
import { type DealRecord, recordOf } from '../shared/models/deal-record.ts';
import { isDuplicateKey } from '../shared/models/duplicate-key.ts';
import { hasLines, type Lines, removeOvertaken, writeLines } from './record/lines.ts';
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
}

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
    async record({ deal, entries, historyLength }: Recorded): Promise<{ waiting: Command[] }> {
      const lines = { dealId: deal.dealId, entries, historyLength };
      if (!(await writeTurn(db, { deal, ...lines }))) return { waiting: [] };
      await noteTold(db, { deal, entries });
      const [waiting] = await Promise.all([whatWaits({ db, accounts }, deal), tellNewEntries(lines)]);
      return { waiting };
    },
  };
}

/** False when a longer history has gone on without this turn. */
async function writeTurn(db: Database, { deal, ...lines }: Lines & { deal: Deal }): Promise<boolean> {
  const { isWritten, former } = await writeRecord(db, { deal, historyLength: lines.historyLength });
  if (!isWritten) return hasLines(db, lines);
  const isAnew = former !== undefined && former >= (lines.entries[0]?.seq ?? Number.POSITIVE_INFINITY);
  if (isAnew) await removeOvertaken(db, lines);
  return writeLines(db, lines);
}

/**
 * Writes the record unless there is one of a longer history, or a newer one of the same. `former`: the number of the last
 * entry before.
 */
export async function writeRecord(
  db: Database,
  { deal, historyLength }: Pick<Recorded, 'deal' | 'historyLength'>,
): Promise<{ isWritten: boolean; former?: number }> {
  const { _id, seq, ...record } = recordOf(deal);
  const ofShorterHistory = { historyLength: { $not: { $gte: historyLength } } };
  const ofSameLength = { historyLength, seq: { $lte: seq }, updatedAt: { $lte: record.updatedAt } };
  const notNewer = { $or: [ofShorterHistory, ofSameLength] };
  const deals = db.connection.collection<DealRecord>(db.deals.collection.name);
  try {
    const fresh = { ...record, seq, historyLength };
    const options = { upsert: true, returnDocument: 'before', projection: { seq: 1 } } as const;
    const found = await deals.findOneAndReplace({ _id, ...notNewer }, fresh, options);
    return { isWritten: true, ...(found && { former: found.seq }) };
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    return { isWritten: false };
  }
}
