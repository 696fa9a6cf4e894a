import type { Command } from '../../deal/commands.ts';
import type { Deal } from '../../deal/deal.ts';
import type { Accounts } from '../../shared/accounts/accounts.ts';
import { choiceCommand } from '../../shared/accounts/choice.ts';
import { arrivalCommand } from '../../shared/marketplace/arrival.ts';
import { newsAsCommand } from '../../shared/marketplace/inbox.ts';
import { licenseKey } from '../../shared/marketplace/license-key.ts';
import type { Database } from '../../shared/models/database.ts';
import { keysOf } from '../../shared/models/deal-record.ts';
import type { MarketplaceEvent } from '../../shared/models/marketplace-event.ts';

interface Needs {
  db: Database;
  accounts: Pick<Accounts, 'findUser'>;
}

/** What was waiting for a deal with one of this deal's keys: AWS's events, the buyer's arrival, his choice. */
export async function whatWaits({ db, accounts }: Needs, deal: Deal): Promise<Command[]> {
  const waiting = [waitingEvents(db, deal), waitingArrivals(db, deal), waitingChoice({ db, accounts }, deal)];
  return (await Promise.all(waiting)).flat();
}

async function waitingEvents(db: Database, deal: Deal): Promise<Command[]> {
  const events = await db.connection
    .collection<MarketplaceEvent>(db.events.collection.name)
    .find({ state: 'waiting', keys: { $in: keysOf(deal) } })
    .sort({ occurredAt: 1 })
    .toArray();
  return events.flatMap(event => newsAsCommand(event) ?? []);
}

/** Somebody came from AWS before any deal knew the license. */
async function waitingArrivals(db: Database, { registration, license, agreement }: Deal): Promise<Command[]> {
  if (registration || !license) return [];
  const { licenseArn, productCode } = license;
  // Its events may write the license otherwise than AWS does when it resolves a token.
  const sameAccount = agreement && { awsAccountId: agreement.awsAccountId, productCode };
  const arrived = await db.registrations
    .find({ $or: [{ licenseArn }, ...(sameAccount ? [sameAccount] : [])], dealId: { $exists: false } })
    .sort({ at: 1 })
    .lean();
  const own = arrived.find(each => each.licenseArn && licenseKey(each.licenseArn) === licenseKey(licenseArn));
  return own ? [arrivalCommand(own)] : [];
}

/** The buyer went all the way before his purchase was matched with its deal. */
async function waitingChoice(
  { db, accounts }: Needs,
  { registration, link, updatedAt }: Deal,
): Promise<Command[]> {
  if (!registration || link) return [];
  const session = await db.setupSessions.findById(registration.setupSessionId, { chosen: 1 }).lean();
  const user = session?.chosen && (await accounts.findUser(session.chosen.userId));
  return session?.chosen && user ? [choiceCommand(session.chosen, { user, at: updatedAt })] : [];
}
