import { type Connection, Schema } from 'mongoose';
import type { Language, StaffRole } from '../../deal/people.ts';

/** Somebody who works at the desk. */
export interface Staff {
  /** Lower case; a deal's owner and every timeline entry name people by it. */
  email: string;
  name: string;
  roles: StaffRole[];
  language: Language;
  /** IANA name; the desk writes moments in it. */
  timeZone: string;
  passwordHash: string;
  /** Address of who is told when this person does not answer in time. */
  lead?: string;
  /** False: may not sign in and gets no mail, while the timeline keeps the name. */
  active: boolean;
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
      passwordHash: { type: String, required: true },
      active: { type: Boolean, required: true },
    },
    { collection: 'staff', versionKey: false },
  );
  schema.index({ roles: 1 });
  return connection.model<Staff>('Staff', schema);
}
