import { type Connection, Schema } from 'mongoose';

/** What the buyer's side has ticked of the list before the offer. It decides nothing, so no deal knows of it. */
export interface PreflightRecord {
  /** The deal's id: whoever opens its page sees the same ticks. */
  _id: string;
  /** By what was ticked, and of what it was true, such as `account:111122223333`: by whom, and when by business time. */
  ticked: Record<string, { by: string; at: string }>;
  /** When somebody last ticked or unticked; the machine's time, for how long it is kept. */
  touchedAt: Date;
}

export function definePreflight(connection: Connection) {
  const schema = new Schema<PreflightRecord>(
    {
      _id: String,
      ticked: { type: Schema.Types.Mixed, default: {} },
      touchedAt: { type: Date, required: true },
    },
    { collection: 'preflights', versionKey: false, minimize: false },
  );
  schema.index({ touchedAt: 1 });
  return connection.model<PreflightRecord>('Preflight', schema);
}
