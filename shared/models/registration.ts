import { type Connection, Schema } from 'mongoose';
import type { Actor } from '../../deal/people.ts';

/** A buyer's arrival from AWS, resolved. The registration token is not here; only a hash of it, so that a reload works. */
export interface RegistrationRecord {
  _id: string;
  setupSessionId: string;
  awsAccountId: string;
  productCode: string;
  licenseArn?: string;
  /** The agreement of the license and its offer, once AWS has named them. */
  agreementId?: string;
  offerId?: string;
  /** The deal whose buyer this is: absent until it has applied the arrival. */
  dealId?: string;
  /** The deal that was told last and has not decided yet. */
  sentTo?: string;
  /** Deals that were told and refused it: it may be another one's. */
  refusedBy?: string[];
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
      agreementId: String,
      offerId: String,
      dealId: String,
      sentTo: String,
      refusedBy: { type: [String], default: undefined },
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
