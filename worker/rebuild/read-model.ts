import type { Client } from '@temporalio/client';
import { Worker, type WorkflowBundleOption } from '@temporalio/worker';
import { noteTold } from '../../activities/record/told.ts';
import { type Recorded, writeRecord } from '../../activities/record.ts';
import type { Entry } from '../../deal/events.ts';
import type { Database } from '../../shared/models/database.ts';
import { historiesOf } from './histories.ts';
import { repairLines } from './repair-lines.ts';

/** What became of the history of one run of a deal. */
export interface Rebuilt {
  workflowId: string;
  entries: number;
  /** The length of the deal's history, over all its runs, when this one recorded last. */
  historyLength: number;
  /** Why the history could not be told again; nothing of it was written then. */
  error?: Error;
}

/**
 * Writes the records and timelines of all deals of a task queue that Temporal still knows, from their histories alone.
 * What is newer in MongoDB stays, so deals may go on meanwhile, runs may come in any order, and doing it again changes
 * nothing. `workflowBundle` is the one that tells what it records.
 */
export async function* rebuildReadModel(needs: {
  temporal: Client;
  taskQueue: string;
  db: Database;
  workflowBundle: WorkflowBundleOption;
}): AsyncGenerator<Rebuilt> {
  const { db, workflowBundle } = needs;
  let told: Recorded[] = [];
  // As the activity was given it.
  const fn = (_info: unknown, recorded: Recorded) => void told.push(JSON.parse(JSON.stringify(recorded)));
  const sinks = { replay: { recorded: { fn, callDuringReplay: true } } };
  const replayed = Worker.runReplayHistories({ workflowBundle, sinks }, historiesOf(needs));
  for await (const { workflowId, error } of replayed) {
    const recorded = told;
    told = [];
    if (!error) await write(db, recorded);
    const entries = new Set(recorded.flatMap(each => each.entries.map(({ seq }) => seq))).size;
    const historyLength = recorded.at(-1)?.historyLength ?? 0;
    yield { workflowId, entries, historyLength, ...(error && { error }) };
  }
}

/** The lines first: a record without its lines would have a reader wait for them. */
async function write(db: Database, recorded: Recorded[]): Promise<void> {
  const last = recorded.at(-1);
  if (!last) return;
  await repairLines(db, recorded);
  await writeRecord(db, last);
  await noteTold(db, {
    deal: last.deal,
    entries: recorded.flatMap(({ entries }) => entries.filter(stillHolds)),
  });
}

/** Refused, it may be another deal's by now; and of a link that was ended long ago the buyer may have chosen again since. */
const stillHolds = ({ outcome, event }: Entry) => outcome === 'applied' && event.type !== 'endLink';
