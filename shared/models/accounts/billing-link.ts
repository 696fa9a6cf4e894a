import { type Connection, Schema } from 'mongoose';
import type { BillingLink } from '../../accounts/accounts.ts';

/** organization ↔ agreement. Ended links are kept, so that a returning customer is recognized. */
export interface BillingLinkRecord extends BillingLink {
  active: boolean;
  /** No other agreement may bill the organization meanwhile. */
  exclusive: boolean;
}

export function defineBillingLink(connection: Connection) {
  const schema = new Schema<BillingLinkRecord>(
    {
      organizationId: { type: String, required: true },
      dealId: { type: String, required: true },
      agreementId: { type: String, required: true },
      licenseArn: { type: String, required: true },
      productCode: { type: String, required: true },
      awsAccountId: { type: String, required: true },
      startsAt: { type: String, required: true },
      endsAt: String,
      entitlements: { type: Schema.Types.Mixed, required: true },
      linkedAt: { type: String, required: true },
      endedAt: String,
      active: { type: Boolean, required: true },
      exclusive: { type: Boolean, required: true },
    },
    { collection: 'billingLinks', versionKey: false },
  );
  // These two are what makes a link exclusive, whatever runs at the same time.
  schema.index({ agreementId: 1 }, { unique: true, partialFilterExpression: { active: true } });
  schema.index(
    { organizationId: 1 },
    { unique: true, partialFilterExpression: { active: true, exclusive: true } },
  );
  schema.index({ organizationId: 1, active: -1, linkedAt: -1 });
  schema.index({ dealId: 1 });
  return connection.model<BillingLinkRecord>('BillingLink', schema);
}
