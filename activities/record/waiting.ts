import { licenseKey } from '../../deal/acceptance/license-key.ts';
import type { Command } from '../../deal/commands.ts';
import type { Deal } from '../../deal/deal.ts';
import type { Accounts } from '../../shared/accounts/accounts.ts';
import { choiceCommand } from '../../shared/accounts/choice.ts';
import { arrivalCommand } from '../../shared/marketplace/arrival.ts';
import { isOthers } from '../../shared/marketplace/deals-with-key.ts';
import { newsAsCommand } from '../../shared/marketplace/inbox.ts';
import { mayBeTold } from '../../shared/marketplace/purchases/claims.ts';
import type { Database } from '../../shared/models/database.ts';
import { keysOf } from '../../shared/models/deal-record.ts';
import type { MarketplaceEvent } from '../../shared/models/marketplace-event.ts';
import type { RegistrationRecord } from '../../shared/models/registration.ts';

interface Needs {
  db: Database;
  accounts: Pick<Accounts, 'findUser'>;
}

/** What was waiting for a deal with one of this deal's keys: AWS's events, the buyer's arrival, his choice. */
export async function whatWaits({ db, accounts }: Needs, deal: Deal): Promise<Command[]> {
  const waiting = [
    waitingEvents(db, deal),
    waitingArrivals(db, deal),
    waitingChoices({ db, accounts }, deal),
  ];
  return (await Promise.all(waiting)).flat();
}

async function waitingEvents(db: Database, deal: Deal): Promise<Command[]> {
  const events = await db.connection
    .collection<MarketplaceEvent>(db.events.collection.name)
    .find({ state: 'waiting', keys: { $in: keysOf(deal) }, refusedBy: { $ne: deal.dealId } })
    .sort({ occurredAt: 1 })
    .toArray();
  const commands = await Promise.all(events.map(event => newsFor(db, event, deal)));
  return commands.filter(command => command !== undefined);
}

async function newsFor(db: Database, event: MarketplaceEvent, deal: Deal): Promise<Command | undefined> {
  const command = newsAsCommand(event);
  if (!command || isOthers(deal, command)) return undefined;
  return (await mayBeTold(db, { event, deal })) ? command : undefined;
}

/** Somebody came from AWS before any deal knew his license. */
async function waitingArrivals(db: Database, deal: Deal): Promise<Command[]> {
  const { dealId, registration, license, agreement } = deal;
  if (registration || !(license || agreement)) return [];
  // Its events may write the license otherwise than AWS does when it resolves a token.
  const account = agreement && { awsAccountId: agreement.awsAccountId };
  const named = [license && { licenseArn: license.licenseArn }, account].filter(each => each !== undefined);
  const arrived = await db.registrations
    .find({ $or: named, dealId: { $exists: false }, refusedBy: { $ne: dealId } })
    .sort({ at: 1 })
    .lean();
  const own = arrived.find(each => isNamed(deal, each));
  return own ? [arrivalCommand(own)] : [];
}

/** True for the arrival of a purchase that the deal knows, by its license or its agreement. */
function isNamed({ license, agreement }: Deal, { licenseArn, agreementId }: RegistrationRecord): boolean {
  if (agreement && agreementId === agreement.agreementId) return true;
  return Boolean(license && licenseArn && licenseKey(licenseArn) === licenseKey(license.licenseArn));
}

/** Buyers went all the way, each in his own set-up, before the purchase was matched with its deal. */
async function waitingChoices(
  { db, accounts }: Needs,
  { dealId, registration, link, updatedAt }: Deal,
): Promise<Command[]> {
  if (!registration || link) return [];
  const sessions = await db.setupSessions
    .find({ dealId, chosen: { $exists: true } }, { chosen: 1 })
    .sort({ createdAt: 1 })
    .lean();
  const choices = sessions.map(async ({ chosen }) => {
    const user = chosen && (await accounts.findUser(chosen.userId));
    return chosen && user ? [choiceCommand(chosen, { user, at: updatedAt })] : [];
  });
  return (await Promise.all(choices)).flat();
}
