import type { Client } from '@temporalio/client';
import { deliverEntriesWorkflow, deliverHeldWorkflow } from '../../deal/contract/messages.ts';
import type { Entry } from '../../deal/events.ts';
import type { Config } from '../config.ts';
import type { Database } from '../models/database.ts';
import { startOnce } from '../temporal/start-once.ts';
import { retrySecondsFrom } from './settings.ts';

interface Needs {
  db: Pick<Database, 'webhookDeliveries'>;
  config: Pick<Config, 'TEMPORAL_TASK_QUEUE' | 'TIMELINE_WEBHOOK_URL' | 'TIMELINE_WEBHOOK_RETRY_SECONDS'>;
  temporal: Client;
}

/**
 * Has the vendor's webhook told of a deal's new entries, when there is one. Doing it again adds nothing.
 * Throws the Problem temporalUnavailable; the rows are written then, and the same can be asked again.
 */
export async function tellNewEntries(
  { db, config, temporal }: Needs,
  { dealId, entries, historyLength }: { dealId: string; entries: Entry[]; historyLength: number },
): Promise<void> {
  const [first] = entries;
  if (!config.TIMELINE_WEBHOOK_URL || !first) return;
  const rows = entries.map(entry => rowOf(dealId, entry));
  await db.webhookDeliveries.bulkWrite(
    rows.map(({ _id, ...row }) => ({
      updateOne: { filter: { _id }, update: { $setOnInsert: row }, upsert: true },
    })),
    { ordered: false },
  );
  await startOnce(temporal, {
    type: deliverEntriesWorkflow,
    // After a crash the same entries may be recorded together with later ones, or others in their place.
    workflowId: `tell-${dealId}-${first.seq}-${entries.at(-1)?.seq}-${historyLength}`,
    taskQueue: config.TEMPORAL_TASK_QUEUE,
    args: [
      { ids: rows.map(row => row._id), pauses: retrySecondsFrom(config.TIMELINE_WEBHOOK_RETRY_SECONDS) },
    ],
    for: 'machine',
  });
}

function rowOf(dealId: string, { seq, event, outcome, decidedAt }: Entry) {
  return {
    _id: `${dealId}:${seq}`,
    dealId,
    seq,
    type: event.type,
    outcome,
    at: new Date(decidedAt),
    state: 'waiting' as const,
    attempts: 0,
  };
}

/**
 * Lets out what is held, in order; `pausedAt` (ISO) ends that pause first. `commandId` makes the same press the same.
 * Throws the Problem temporalUnavailable.
 */
export async function letOutHeld(
  { config, temporal }: Omit<Needs, 'db'>,
  { commandId, pausedAt }: { commandId: string; pausedAt?: string },
): Promise<void> {
  const pauses = retrySecondsFrom(config.TIMELINE_WEBHOOK_RETRY_SECONDS);
  await startOnce(temporal, {
    type: deliverHeldWorkflow,
    workflowId: `tell-held-${commandId}`,
    taskQueue: config.TEMPORAL_TASK_QUEUE,
    args: [{ pausedAt, pauses }],
    for: 'machine',
  });
}
