import mongoose from 'mongoose';
import { defineBadAddress } from './bad-address.ts';
import { defineBillingLink } from './billing-link.ts';
import { defineDealRecord } from './deal-record.ts';
import { defineEmailToken } from './email-token.ts';
import { defineMarketplaceEvent } from './marketplace-event.ts';
import { defineMembership } from './membership.ts';
import { defineOrganization } from './organization.ts';
import { defineOutbox } from './outbox.ts';
import { definePasswordReset } from './password-reset.ts';
import { defineRegistration } from './registration.ts';
import { defineSetupSession } from './setup-session.ts';
import { defineStaff } from './staff.ts';
import { defineTimelineEntry } from './timeline-entry.ts';
import { defineUser } from './user.ts';
import { defineWebSession } from './web-session.ts';
import { defineWebhookDelivery } from './webhook-delivery.ts';
import { defineWebhookEndpoint } from './webhook-endpoint.ts';

export type Database = Awaited<ReturnType<typeof openDatabase>>;

/**
 * Connects to MongoDB (a replica set, for change streams) and makes sure that every index exists.
 * Throws when no primary answers within five seconds.
 */
export async function openDatabase(uri: string) {
  const connection = await mongoose
    .createConnection(uri, { serverSelectionTimeoutMS: 5000, socketTimeoutMS: 30_000, autoIndex: false })
    .asPromise();
  const models = {
    deals: defineDealRecord(connection),
    timeline: defineTimelineEntry(connection),
    events: defineMarketplaceEvent(connection),
    registrations: defineRegistration(connection),
    setupSessions: defineSetupSession(connection),
    staff: defineStaff(connection),
    webSessions: defineWebSession(connection),
    users: defineUser(connection),
    organizations: defineOrganization(connection),
    memberships: defineMembership(connection),
    billingLinks: defineBillingLink(connection),
    emailTokens: defineEmailToken(connection),
    passwordResets: definePasswordReset(connection),
    outbox: defineOutbox(connection),
    webhookDeliveries: defineWebhookDelivery(connection),
    webhookEndpoints: defineWebhookEndpoint(connection),
    badAddresses: defineBadAddress(connection),
  };
  await Promise.all(Object.values(models).map(model => model.createIndexes()));
  return { ...models, connection, close: () => connection.close() };
}
