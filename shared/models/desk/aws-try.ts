import { type Connection, Schema } from 'mongoose';

/** What AWS answered when an action was tried that changes nothing. */
export interface TriedAction {
  /** As IAM names it: `aws-marketplace:ListEntities`. */
  action: string;
  state: 'allowed' | 'denied' | 'unavailable';
  /** In AWS's own words, unless it is allowed. */
  detail?: string;
}

/** The last time that an admin has tried the permissions of a process. */
export interface AwsTry {
  /** Whose: `api`. */
  _id: string;
  /** Business time. */
  at: Date;
  actions: TriedAction[];
}

export function defineAwsTry(connection: Connection) {
  const action = new Schema<TriedAction>({ action: String, state: String, detail: String }, { _id: false });
  const schema = new Schema<AwsTry>(
    { _id: String, at: { type: Date, required: true }, actions: [action] },
    { collection: 'awsTries', versionKey: false },
  );
  return connection.model<AwsTry>('AwsTry', schema);
}
