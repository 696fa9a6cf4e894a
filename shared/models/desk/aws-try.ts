import { type Connection, Schema } from 'mongoose';

/** What AWS answered when an action was tried that changes nothing. */
export interface TriedAction {
  /** As IAM names it: `aws-marketplace:ListEntities`. */
  action: string;
  state: 'allowed' | 'denied' | 'unavailable';
  /** In AWS's own words, unless it is allowed. */
  detail?: string;
}

export const triedProcesses = ['api', 'worker'] as const;
export type TriedProcess = (typeof triedProcesses)[number];

/** The last time that an admin had the permissions of a process tried. */
export interface AwsTry {
  _id: TriedProcess;
  /** Business time: when it was asked for. The api tries it at once, a worker as soon as it sees it. */
  askedAt: Date;
  /** When it was tried last; older than `askedAt`, or absent, as long as nobody has. */
  at?: Date;
  actions: TriedAction[];
}

export function defineAwsTry(connection: Connection) {
  const action = new Schema<TriedAction>({ action: String, state: String, detail: String }, { _id: false });
  const schema = new Schema<AwsTry>(
    { _id: String, askedAt: { type: Date, required: true }, at: Date, actions: [action] },
    { collection: 'awsTries', versionKey: false },
  );
  return connection.model<AwsTry>('AwsTry', schema);
}
