import { dealWorkflowId } from '../../deal/contract/messages.ts';
import { stepsDue } from '../../deal/steps.ts';
import type { Database } from '../../shared/models/database.ts';
import type { DealRecord } from '../../shared/models/deal-record.ts';

/** How long each deal's history is that Temporal has, by workflow; nothing for one that cannot be told again. */
export type Known = ReadonlyMap<string, number | undefined>;

/** The deals of which MongoDB knows more than Temporal. */
export async function* behindMongodb(db: Database, known: Known): AsyncGenerator<string> {
  const records = db.deals.find({}, { historyLength: 1, deal: 1 }).lean<Kept>().cursor();
  for await (const record of records) if (isBehind(record, known)) yield record._id;
}

type Kept = Pick<DealRecord, '_id' | 'historyLength' | 'deal'>;

function isBehind({ _id, historyLength = 0, deal }: Kept, known: Known): boolean {
  const workflowId = dealWorkflowId(_id);
  if (!known.has(workflowId)) return !deal.closed || stepsDue(deal).length > 0;
  const length = known.get(workflowId);
  return length !== undefined && length < historyLength;
}
