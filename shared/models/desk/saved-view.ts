import { type Connection, Schema } from 'mongoose';

/** A list of deals that somebody has given a name. */
export interface SavedViewRecord {
  _id: string;
  name: string;
  /** The query of its address, without the question mark. */
  query: string;
  /** Address of whoever keeps it. */
  owner: string;
  /** Everybody at the desk sees it. */
  shared: boolean;
  createdAt: Date;
}

export function defineSavedView(connection: Connection) {
  const schema = new Schema<SavedViewRecord>(
    {
      _id: String,
      name: { type: String, required: true },
      query: { type: String, default: '' },
      owner: { type: String, required: true },
      shared: { type: Boolean, required: true },
      createdAt: { type: Date, required: true },
    },
    { collection: 'savedViews', versionKey: false },
  );
  schema.index({ owner: 1, name: 1 });
  schema.index({ shared: 1, name: 1 });
  return connection.model<SavedViewRecord>('SavedView', schema);
}
