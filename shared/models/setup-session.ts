import { type Connection, Schema } from 'mongoose';

/** The buyer's way from registration to a linked organization. It outlives the browser and can be handed to a colleague. */
export interface SetupSession {
  _id: string;
  registrationId: string;
  /** Of its registration: a choice in here is that deal's. Absent until the deal has applied the arrival. */
  dealId?: string;
  awsAccountId: string;
  productCode: string;
  licenseArn?: string;
  /** People who may open it without coming from AWS again: signed-in users by id. */
  userIds: string[];
  /** Colleagues to whom it was handed over, by e-mail; they may open it once they have signed in. */
  handedTo: string[];
  /** Browsers that came from AWS: SHA-256 of the secret in their cookie. */
  browserHashes: string[];
  /** What the buyer chose last; kept here since the purchase may not be matched with its deal yet. */
  chosen?: ChosenOrganization;
  createdAt: Date;
  /** When somebody last had a page of it open, to about a minute. Business time. */
  workedAt?: Date;
}

export interface ChosenOrganization {
  organizationId: string;
  organizationName: string;
  userId: string;
  commandId: string;
  /** Nobody has sent it to the deal yet. */
  waits?: true;
}

export function defineSetupSession(connection: Connection) {
  const schema = new Schema<SetupSession>(
    {
      _id: String,
      registrationId: { type: String, required: true },
      dealId: String,
      awsAccountId: { type: String, required: true },
      productCode: { type: String, required: true },
      licenseArn: String,
      userIds: [String],
      handedTo: [String],
      browserHashes: [String],
      chosen: Schema.Types.Mixed,
      createdAt: { type: Date, required: true },
      workedAt: Date,
    },
    { collection: 'setupSessions', versionKey: false },
  );
  schema.index({ userIds: 1 });
  schema.index({ dealId: 1 });
  schema.index({ 'chosen.waits': 1 }, { sparse: true });
  return connection.model<SetupSession>('SetupSession', schema);
}
