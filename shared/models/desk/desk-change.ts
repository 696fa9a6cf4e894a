import { type Connection, Schema } from 'mongoose';

export const deskChangeKinds = [
  'staffAdded',
  'staffInvited',
  'staffLinkSent',
  'staffLinkUsed',
  'staffBound',
  'staffChanged',
  'staffPasswordChanged',
  'secondFactorOn',
  'secondFactorOff',
  'secondFactorReset',
  'recoveryCodesMade',
  'recoveryCodeUsed',
  'staffAway',
  'staffBack',
  'staffMuted',
  'staffSignInsEnded',
  'staffDeactivated',
  'staffReactivated',
  'keyMade',
  'keyRevoked',
  'productSet',
  'productRemoved',
  'limitsSet',
  'vendorSet',
  'remindersSet',
  'secondFactorSet',
  'chatSet',
] as const;
export type DeskChangeKind = (typeof deskChangeKinds)[number];

/** What was changed, field by field; secrets are never among them. */
export type ChangedFields = Record<string, string | string[] | boolean>;

/** One change of the people or settings of the desk: who, when, before and after. Never changed and kept for seven years. */
export interface DeskChange {
  /** 1, 2, 3 … without a gap: each change is made after the one before has been. */
  _id: number;
  /** Business time. */
  at: Date;
  /** The address of a person, or the name of the command that an operator has run. */
  by: { id: string; name: string };
  what: DeskChangeKind;
  /** The address of the person, or the name of the thing, that was changed. */
  about: string;
  before?: ChangedFields;
  after?: ChangedFields;
  /** Of the form or request: the same again changes nothing. */
  commandId?: string;
  /** A digest of the request, where the id says nothing of it. */
  said?: string;
}

const sevenYears = 7 * 365 * 24 * 60 * 60;

export function defineDeskChange(connection: Connection) {
  // Not minimized: that there was nothing before is told apart from what was not looked at.
  const schema = new Schema<DeskChange>(
    {
      _id: Number,
      at: { type: Date, required: true },
      by: { id: String, name: String },
      what: { type: String, required: true },
      about: { type: String, required: true },
      before: Schema.Types.Mixed,
      after: Schema.Types.Mixed,
      commandId: String,
      said: String,
    },
    { collection: 'deskChanges', versionKey: false, minimize: false },
  );
  schema.index({ at: 1 }, { expireAfterSeconds: sevenYears });
  schema.index({ about: 1, _id: -1 });
  schema.index({ commandId: 1 }, { unique: true, sparse: true });
  return connection.model<DeskChange>('DeskChange', schema);
}
