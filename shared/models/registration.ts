import { type Connection, Schema } from 'mongoose';
import type { Actor } from '../../deal/people.ts';

/** A buyer's arrival from AWS, resolved. The registration token is not here; only a hash of it, so that a reload works. */
export interface RegistrationRecord {
  _id: string;
  setupSessionId: string;
  awsAccountId: string;
  productCode: string;
  licenseArn?: string;
  /** Absent until the purchase is matched with a deal. */
  dealId?: string;
  /** A person's word that the arrival belongs to no deal; it counts until the buyer comes again. */
  dismissed?: { by: Actor; at: string; reason: string };
  tokenHash: string;
  at: Date;
}

export function defineRegistration(connection: Connection) {
  const schema = new Schema<RegistrationRecord>(
    {
      _id: String,
      setupSessionId: { type: String, required: true },
      awsAccountId: { type: String, required: true },
      productCode: { type: String, required: true },
      licenseArn: String,
      dealId: String,
      dismissed: Schema.Types.Mixed,
      tokenHash: { type: String, required: true, unique: true },
      at: { type: Date, required: true },
    },
    { collection: 'registrations', versionKey: false },
  );
  schema.index({ licenseArn: 1 }, { sparse: true });
  schema.index({ awsAccountId: 1, productCode: 1 });
  schema.index({ setupSessionId: 1 });
  schema.index({ dealId: 1, at: -1 });
  schema.index({ 'dismissed.at': -1 }, { sparse: true });
  return connection.model<RegistrationRecord>('Registration', schema);
}
