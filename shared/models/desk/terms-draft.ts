import { type Connection, Schema } from 'mongoose';
import type { Actor } from '../../../deal/people.ts';

/** Terms of a deal that are still being written; see decision 0037. */
export interface TermsDraftRecord {
  /** The deal's id: all who write its terms write one draft. */
  _id: string;
  /** Of this state of the draft. Whoever writes over it names the one that he has seen. */
  revision: string;
  /** The page of a form that wrote it, which may write over its own. */
  writer?: string;
  /** The fields of the form, exactly as typed. A list, since their names have dots. */
  fields: { name: string; value: string }[];
  /** How many versions of the terms there were. */
  versions: number;
  by: Actor;
  /** ISO, business time. */
  at: string;
  /** The machine's time; it is kept for so many days from here. */
  writtenAt: Date;
  /** The command by which it is being proposed. */
  proposedAs?: string;
}

export function defineTermsDraft(connection: Connection) {
  const schema = new Schema<TermsDraftRecord>(
    {
      _id: String,
      revision: { type: String, required: true },
      writer: String,
      fields: { type: Schema.Types.Mixed, required: true },
      versions: { type: Number, required: true },
      by: { type: Schema.Types.Mixed, required: true },
      at: { type: String, required: true },
      writtenAt: { type: Date, required: true },
      proposedAs: String,
    },
    { collection: 'termsDrafts', versionKey: false },
  );
  schema.index({ writtenAt: 1 });
  return connection.model<TermsDraftRecord>('TermsDraft', schema);
}
