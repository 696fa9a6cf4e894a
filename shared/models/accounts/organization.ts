import { type Connection, Schema } from 'mongoose';

/** The customer's account in the product; the thing that is billed. */
export interface OrganizationRecord {
  _id: string;
  name: string;
  /** It owes something from before; it cannot be billed another way until that is paid. */
  unpaidInvoice: boolean;
}

export function defineOrganization(connection: Connection) {
  const schema = new Schema<OrganizationRecord>(
    {
      _id: String,
      name: { type: String, required: true },
      unpaidInvoice: { type: Boolean, default: false },
    },
    { collection: 'organizations', versionKey: false },
  );
  return connection.model<OrganizationRecord>('Organization', schema);
}
