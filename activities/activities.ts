import type { Client } from '@temporalio/client';
import type { Transporter } from 'nodemailer';
import type { Accounts } from '../shared/accounts/accounts.ts';
import type { Config } from '../shared/config.ts';
import type { Marketplace } from '../shared/marketplace/clients.ts';
import type { Inbox } from '../shared/marketplace/inbox.ts';
import type { Database } from '../shared/models/database.ts';
import { tellNewEntries } from '../shared/webhooks/deliver.ts';
import { createAgreementActivities } from './aws/agreements.ts';
import { createArrivalActivities } from './aws/arrivals.ts';
import { createCatalogActivities } from './aws/catalog.ts';
import { createEntitlementActivities } from './aws/entitlements.ts';
import { createOfferActivities } from './aws/offers.ts';
import { createPurchaseActivities } from './aws/purchases.ts';
import { withHeartbeat } from './heartbeat.ts';
import { createMailActivities } from './mail/mail.ts';
import { createVerificationActivities } from './mail/verification.ts';
import { createOpeningActivities } from './opening.ts';
import { createOrganizationActivities } from './organization.ts';
import { createProductActivities } from './product.ts';
import { createRecordActivities } from './record.ts';
import { createChatActivities, createTellChat } from './webhooks/chat.ts';
import { createTimelineWebhookActivities } from './webhooks/timeline-webhook.ts';

export interface ActivityDeps {
  config: Config;
  /** Business time, ISO. */
  now: () => string;
  db: Database;
  marketplace: Marketplace;
  accounts: Accounts;
  transport: Transporter;
  /** Starts what is told beside the deals. */
  temporal: Client;
  signal: Inbox['signal'];
}

/** Everything a deal does to the outside, but for AWS. */
export function createActivities(deps: ActivityDeps) {
  const { config, db, accounts, now, transport, temporal } = deps;
  const product = { url: config.PRODUCT_WEBHOOK_URL, secret: config.PRODUCT_WEBHOOK_SECRET, now };
  const mail = { db, transport, config, now };
  return {
    ...createRecordActivities({
      db,
      accounts,
      tellNewEntries: recorded => tellNewEntries({ db, config, temporal }, recorded),
    }),
    ...withHeartbeat({
      ...createOpeningActivities({ temporal, config, now }),
      ...createOrganizationActivities({ accounts, now }),
      ...createProductActivities(product),
      ...createMailActivities({ ...mail, tellChat: createTellChat({ ...mail, temporal }) }),
      ...createVerificationActivities({ ...mail, accounts }),
      ...createChatActivities(mail),
      ...createTimelineWebhookActivities({ db, config, now }),
    }),
  };
}

/** The calls to AWS, by API: each has a task queue of its own, so that all workers together keep to AWS's limits. */
export function createAwsActivities({ config, db, marketplace, now, signal }: ActivityDeps) {
  const { catalog, entitlement, agreement } = marketplace;
  const inbox = { db, signal };
  return {
    catalog: withHeartbeat({
      ...createCatalogActivities({ catalog, now }),
      ...createOfferActivities({ catalog, inbox, now }),
    }),
    entitlement: withHeartbeat(createEntitlementActivities({ entitlement })),
    agreement: withHeartbeat({
      ...createAgreementActivities({ agreement, inbox, config, now }),
      ...createPurchaseActivities({ agreement, db }),
      ...createArrivalActivities({ db, marketplace, now, config, signal }),
    }),
  };
}
