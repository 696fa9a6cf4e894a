import { type Connection, Schema } from 'mongoose';
import type { OrganizationRole } from '../../accounts/accounts.ts';

/** Who belongs to which organization, and what he may do there. */
export interface MembershipRecord {
  /** `<organizationId>:<userId>`, so that nobody belongs to an organization twice. */
  _id: string;
  organizationId: string;
  userId: string;
  role: OrganizationRole;
}

export const membershipId = (organizationId: string, userId: string) => `${organizationId}:${userId}`;

export function defineMembership(connection: Connection) {
  const schema = new Schema<MembershipRecord>(
    {
      _id: String,
      organizationId: { type: String, required: true },
      userId: { type: String, required: true },
      role: { type: String, required: true },
    },
    { collection: 'memberships', versionKey: false },
  );
  schema.index({ userId: 1 });
  return connection.model<MembershipRecord>('Membership', schema);
}
