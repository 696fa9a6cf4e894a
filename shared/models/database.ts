import mongoose from 'mongoose';
import { defineBillingLink } from './accounts/billing-link.ts';
import { defineEmailToken } from './accounts/email-token.ts';
import { defineMembership } from './accounts/membership.ts';
import { defineOrganization } from './accounts/organization.ts';
import { definePasswordReset } from './accounts/password-reset.ts';
import { defineUser } from './accounts/user.ts';
import { defineWebSession } from './accounts/web-session.ts';
import { defineBadAddress } from './bad-address.ts';
import { defineDealRecord } from './deal-record.ts';
import { defineApiKey } from './desk/api-key.ts';
import { defineAwsTry } from './desk/aws-try.ts';
import { defineDeskChange } from './desk/desk-change.ts';
import { defineDeskSetting } from './desk/desk-setting.ts';
import { definePresence } from './desk/presence.ts';
import { defineSavedView } from './desk/saved-view.ts';
import { defineSecurityEvent } from './desk/security-event.ts';
import { defineStaffLink } from './desk/staff-link.ts';
import { defineTermsDraft } from './desk/terms-draft.ts';
import { defineUsedKey } from './desk/used-key.ts';
import { defineInboundMail } from './mail/inbound-mail.ts';
import { defineMarketplaceEvent } from './marketplace-event.ts';
import { defineOutbox } from './outbox.ts';
import { defineRegistration } from './registration.ts';
import { defineSetupSession } from './setup-session.ts';
import { defineStaff } from './staff.ts';
import { defineTimelineEntry } from './timeline-entry.ts';
import { defineWebhookDelivery } from './webhook-delivery.ts';
import { defineWebhookEndpoint } from './webhook-endpoint.ts';

export type Database = Awaited<ReturnType<typeof openDatabase>>;

const patienceMs = 3000;

/**
 * Connects to MongoDB (a replica set, for change streams) and makes sure that every index exists.
 * Throws when no primary answers within three seconds.
 */
export async function openDatabase(uri: string) {
  const connection = mongoose.createConnection(uri, {
    serverSelectionTimeoutMS: patienceMs,
    socketTimeoutMS: 30_000,
    autoIndex: false,
  });
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
    securityEvents: defineSecurityEvent(connection),
    savedViews: defineSavedView(connection),
    termsDrafts: defineTermsDraft(connection),
    presences: definePresence(connection),
    deskChanges: defineDeskChange(connection),
    usedKeys: defineUsedKey(connection),
    awsTries: defineAwsTry(connection),
    deskSettings: defineDeskSetting(connection),
    staffLinks: defineStaffLink(connection),
    apiKeys: defineApiKey(connection),
    inboundMails: defineInboundMail(connection),
  };
  try {
    await connection.asPromise();
    await Promise.all(Object.values(models).map(model => model.createIndexes()));
  } catch (error) {
    await connection.destroy(true);
    throw error;
  }
  return { ...models, connection, close: () => connection.destroy() };
}
