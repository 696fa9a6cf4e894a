import { type Connection, Schema } from 'mongoose';

/** What is noted of who comes in and what he takes along. */
export const securityKinds = [
  'signedIn',
  'signInFailed',
  'signedOut',
  'tokenUsed',
  'tokenRefused',
  'auditExported',
] as const;
export type SecurityKind = (typeof securityKinds)[number];

/** Where people and programs come in. */
export type SecurityDoor = 'desk' | 'accounts' | 'api';

/** Who came in, or tried to, when and from where. Kept for 400 days. */
export interface SecurityEvent {
  /** Of what comes again and again a row an hour: the same again is counted. */
  _id: string;
  what: SecurityKind;
  door: SecurityDoor;
  /** An address as it was typed, or the name of a program; nothing where nobody was named. */
  who?: string;
  /** The network address. */
  from: string;
  /** What the browser or program calls itself. */
  agent?: string;
  /** The first time of the hour, and how often until when. The machine's time. */
  at: Date;
  lastAt: Date;
  count: number;
  details?: Record<string, string>;
}

const keptSeconds = 400 * 24 * 60 * 60;

export function defineSecurityEvent(connection: Connection) {
  const schema = new Schema<SecurityEvent>(
    {
      _id: String,
      what: { type: String, required: true },
      door: { type: String, required: true },
      who: String,
      from: { type: String, required: true },
      agent: String,
      at: { type: Date, required: true },
      lastAt: { type: Date, required: true },
      count: { type: Number, required: true },
      details: Schema.Types.Mixed,
    },
    { collection: 'securityEvents', versionKey: false },
  );
  schema.index({ at: 1 }, { expireAfterSeconds: keptSeconds });
  return connection.model<SecurityEvent>('SecurityEvent', schema);
}
