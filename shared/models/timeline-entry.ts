import { type Connection, Schema } from 'mongoose';
import type { Entry } from '../../deal/events.ts';

/** One line of a deal's history as it is kept. */
export interface TimelineEntry {
  /** `<dealId>:<seq>`, so that writing an entry again changes nothing. */
  _id: string;
  dealId: string;
  seq: number;
  commandId?: string;
  entry: Entry;
  /** How long the history of the deal's workflow was when it wrote this. */
  historyLength?: number;
}

export function defineTimelineEntry(connection: Connection) {
  const schema = new Schema<TimelineEntry>(
    {
      _id: String,
      dealId: { type: String, required: true },
      seq: { type: Number, required: true },
      commandId: String,
      entry: { type: Schema.Types.Mixed, required: true },
      historyLength: Number,
    },
    { collection: 'timeline', versionKey: false, minimize: false },
  );
  schema.index({ dealId: 1, seq: -1 }, { unique: true });
  schema.index(
    { dealId: 1, commandId: 1 },
    { unique: true, partialFilterExpression: { commandId: { $type: 'string' } } },
  );
  // How often each step has failed: of the deals that are stuck, from the index alone.
  schema.index(
    { 'entry.event.type': 1, dealId: 1, 'entry.event.stuck.step': 1 },
    { partialFilterExpression: { 'entry.event.type': 'stepFailed' } },
  );
  return connection.model<TimelineEntry>('TimelineEntry', schema);
}
