import { type Connection, Schema } from 'mongoose';
import type { Language } from '../../../deal/people.ts';
import type { BusinessProfile } from '../../accounts/accounts.ts';

/** Somebody who can sign in to the product. Until the address is verified he owns nothing. */
export interface UserRecord {
  _id: string;
  accountName: string;
  /** Lower case, so that one address is one user. */
  email: string;
  emailVerified: boolean;
  passwordHash: string;
  language: Language;
  timeZone: string;
  profile: Partial<BusinessProfile>;
}

export function defineUser(connection: Connection) {
  const schema = new Schema<UserRecord>(
    {
      _id: String,
      accountName: { type: String, required: true },
      email: { type: String, required: true, unique: true },
      emailVerified: { type: Boolean, required: true },
      passwordHash: { type: String, required: true },
      language: { type: String, required: true },
      timeZone: { type: String, required: true },
      profile: { type: Schema.Types.Mixed, required: true },
    },
    { collection: 'users', versionKey: false, minimize: false },
  );
  return connection.model<UserRecord>('User', schema);
}
