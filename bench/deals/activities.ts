import type { Client } from '@temporalio/client';
import { createActivities } from '../../activities/activities.ts';
import { createTransport } from '../../activities/mail/mail-transport.ts';
import type { AcceptedTerms, ChangeSet, Entitlement } from '../../deal/deal.ts';
import type { MailRequest } from '../../deal/mails/mails.ts';
import { createMongoAccounts } from '../../shared/accounts/mongo-accounts.ts';
import type { Config } from '../../shared/config.ts';
import { createMarketplace } from '../../shared/marketplace/clients.ts';
import type { Database } from '../../shared/models/database.ts';
import { signalDeal } from '../../shared/temporal/signal.ts';
import { acceptedAsAgreed } from '../../test/support/story.ts';
import type { Milestones } from './milestones.ts';

interface Needs extends Pick<Milestones, 'reached'> {
  config: Config;
  db: Database;
  client: Client;
}

/** The offer that the stand-in for AWS makes for a deal. */
export const offerIdOf = (changeSetName: string) => `offer-${changeSetName}`;

/**
 * The product's own activities, with MongoDB, but for what is done outside: AWS, mail and accounts answer at once, so
 * that it is the product that is measured and not an emulator.
 */
export function createDealActivities({ config, db, client, reached }: Needs) {
  const transport = createTransport(config);
  const product = createActivities({
    config,
    db,
    transport,
    temporal: client,
    accounts: createMongoAccounts(db, config),
    marketplace: createMarketplace(),
    now: () => new Date().toISOString(),
    signal: (dealId, command) => signalDeal(client, dealId, command),
  });
  return { ...product, ...outside(reached) };
}

function outside(reached: Milestones['reached']) {
  return {
    async startChangeSet({ changeSet }: { changeSet: ChangeSet }): Promise<string> {
      return `cs-${changeSet.name}`;
    },
    async followChangeSet({ name }: ChangeSet): Promise<string> {
      return offerIdOf(name);
    },
    async readAgreement(): Promise<AcceptedTerms> {
      return acceptedAsAgreed.accepted;
    },
    async readEntitlements(): Promise<Entitlement[]> {
      return [{ dimension: 'committed_spend', value: '1' }];
    },
    async linkOrganization(): Promise<void> {},
    async sendMails({ dealId, mails }: { dealId: string; mails: MailRequest[] }) {
      const has = (template: MailRequest['template']) => mails.some(mail => mail.template === template);
      if (has('offer')) reached(dealId, 'offered');
      if (has('confirmation')) reached(dealId, 'active');
      return { failed: [] };
    },
  };
}
