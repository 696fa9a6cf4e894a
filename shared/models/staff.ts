import { type Connection, Schema } from 'mongoose';
import type { MailTopic } from '../../deal/mails/topics.ts';
import { type Language, type StaffRole, staffRoles } from '../../deal/people.ts';

/** What somebody may do at the desk: the staff's parts in a deal, and `admin`, who looks after people and settings and has no part in any deal. */
export const deskRoles = [...staffRoles, 'admin'] as const;
export type DeskRole = StaffRole | 'admin';

/** Somebody who works at the desk. */
export interface Staff {
  /** Lower case; a deal's owner and every timeline entry name people by it. */
  email: string;
  name: string;
  roles: DeskRole[];
  language: Language;
  /** IANA name; the desk writes moments in it. */
  timeZone: string;
  /** Absent until the person has chosen one. */
  passwordHash?: string;
  /** Asked for after the password. */
  secondFactor?: SecondFactor;
  /** Whom the organization's identity provider means: the one account there that may sign in as him. */
  identity?: string;
  /** Address of who is told when this person does not answer in time. */
  lead?: string;
  away?: Away;
  /** What he wants no mails about. */
  muted?: MailTopic[];
  /** False: may not sign in and gets no mail, while the timeline keeps the name. */
  active: boolean;
  /** Business time. Set while somebody has been invited and has not come yet. */
  invitedAt?: Date;
  /** Business time. */
  lastSignInAt?: Date;
}

/** What an authenticator app knows too (RFC 6238). */
export interface SecondFactor {
  /** Encrypted: shared/second-factor/sealed-secret.ts. */
  secret: string;
  /** Business time. */
  since: Date;
  /** The half minute of the last code that was taken: none is taken twice. */
  lastStep: number;
  /** Hashes of the recovery codes that are left. */
  recovery: string[];
}

/** Somebody is not there, and a colleague does his part meanwhile. */
export interface Away {
  /** Business time, the moment of the return. */
  until: Date;
  /** Address of the colleague. */
  standIn: string;
}

export function defineStaff(connection: Connection) {
  const schema = new Schema<Staff>(
    {
      email: { type: String, required: true, lowercase: true, trim: true, unique: true },
      name: { type: String, required: true },
      roles: { type: [String], required: true },
      language: { type: String, required: true },
      timeZone: { type: String, required: true },
      lead: { type: String, lowercase: true, trim: true },
      muted: { type: [String], default: undefined },
      away: { type: { until: Date, standIn: String }, _id: false },
      passwordHash: String,
      secondFactor: {
        type: { secret: String, since: Date, lastStep: Number, recovery: [String] },
        _id: false,
      },
      identity: String,
      active: { type: Boolean, required: true },
      invitedAt: Date,
      lastSignInAt: Date,
    },
    { collection: 'staff', versionKey: false },
  );
  schema.index({ roles: 1 });
  schema.index({ identity: 1 }, { unique: true, sparse: true });
  schema.index({ 'away.standIn': 1 }, { sparse: true });
  return connection.model<Staff>('Staff', schema);
}
