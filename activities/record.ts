import type { Command } from '../deal/commands.ts';
import type { Deal } from '../deal/deal.ts';
import type { Entry } from '../deal/events.ts';
import type { Accounts } from '../shared/accounts/accounts.ts';
import { choiceCommand } from '../shared/accounts/choice.ts';
import { canonicalEmail } from '../shared/accounts/email-address.ts';
import { arrivalCommand } from '../shared/marketplace/arrival.ts';
import { newsAsCommand } from '../shared/marketplace/inbox.ts';
import { licenseKey } from '../shared/marketplace/license-key.ts';
import type { Database } from '../shared/models/database.ts';
import { keysOf, recordOf } from '../shared/models/deal-record.ts';
import { isDuplicateKey } from '../shared/models/duplicate-key.ts';
import type { TimelineEntry } from '../shared/models/timeline-entry.ts';

export type RecordActivities = ReturnType<typeof createRecordActivities>;

interface Needs {
  db: Database;
  accounts: Pick<Accounts, 'findUser'>;
  /** Has the vendor's webhook told of entries that are in the timeline; doing it again tells nothing twice. */
  tellNewEntries: (recorded: Lines) => Promise<void>;
}

/** What a deal hands over to be written. */
export interface Recorded {
  deal: Deal;
  entries: Entry[];
  historyLength: number;
}

/** Writes what a deal has decided. Doing it again writes the same. */
export function createRecordActivities({ db, accounts, tellNewEntries }: Needs) {
  return {
    /**
     * The record first, the entries after it: whoever waits for an entry then reads a deal that has it.
     * A worker that dies before Temporal knows of its turn leaves entries that the next turn may decide in another order,
     * with what has come meanwhile. `historyLength`, of the turn, says whose entries count: the longer history's.
     * Gives back what was waiting for a deal with one of this deal's keys: AWS's events, the buyer's arrival, his choice.
     */
    async record({ deal, entries, historyLength }: Recorded): Promise<{ waiting: Command[] }> {
      const former = await writeRecord(db, { deal, historyLength });
      const isAnew = former !== undefined && former >= (entries[0]?.seq ?? Number.POSITIVE_INFINITY);
      if (isAnew) await removeOvertaken(db, { dealId: deal.dealId, entries, historyLength });
      await writeEntries(db, { dealId: deal.dealId, entries, historyLength });
      await markRouted(db, deal, entries);
      if (entries.some(({ event }) => event.type === 'buyerArrived')) await markArrived(db, deal);
      await letColleaguesIn(db, deal, entries);
      const waiting = [
        waitingEvents(db, deal),
        waitingArrivals(db, deal),
        waitingChoice({ db, accounts }, deal),
      ];
      const [found] = await Promise.all([
        Promise.all(waiting),
        tellNewEntries({ dealId: deal.dealId, entries, historyLength }),
      ]);
      return { waiting: found.flat() };
    },
  };
}

/** Gives the number of the last entry before. A late repetition never puts an older deal over a newer one. */
export async function writeRecord(
  db: Database,
  { deal, historyLength }: Pick<Recorded, 'deal' | 'historyLength'>,
): Promise<number | undefined> {
  const { _id, seq, ...record } = recordOf(deal);
  const ofShorterHistory = { historyLength: { $not: { $gte: historyLength } } };
  const isOlder = { $or: [{ seq: { $lt: seq } }, ofShorterHistory, { seq, historyLength }] };
  try {
    const fresh = { ...record, seq, historyLength };
    const options = { upsert: true, returnDocument: 'before', projection: { seq: 1 } } as const;
    return (await db.deals.findOneAndReplace({ _id, ...isOlder }, fresh, options).lean())?.seq;
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    return undefined;
  }
}

type Lines = Omit<Recorded, 'deal'> & { dealId: string };

/** Lines of a turn that came to nothing go first: one of their commands may have another number now. */
async function removeOvertaken(db: Database, { dealId, entries, historyLength }: Lines): Promise<void> {
  const seq = { $gte: entries[0]?.seq ?? 1 };
  const overtaken = { dealId, seq, historyLength: { $not: { $gte: historyLength } } };
  const lines = await db.timeline.find(overtaken).lean();
  await letWaitAgain(db, lines);
  // Whatever stands under these numbers then is told as news.
  await db.webhookDeliveries.deleteMany({ _id: { $in: lines.map(({ _id }) => _id) } });
  await db.timeline.deleteMany(overtaken);
}

/** Writes lines of the timeline that are not there yet. */
export async function writeEntries(db: Database, { dealId, entries, historyLength }: Lines): Promise<void> {
  await db.timeline.bulkWrite(
    entries.map(entry => ({
      updateOne: {
        filter: { _id: `${dealId}:${entry.seq}` },
        update: { $setOnInsert: lineOf(dealId, { entry, historyLength }) },
        upsert: true,
      },
    })),
  );
}

/** What a turn that came to nothing had taken from those that wait is there for the next one. */
async function letWaitAgain(db: Database, lines: TimelineEntry[]): Promise<void> {
  const notice = lines.flatMap(({ entry, commandId }) => (entry.by.kind === 'aws' && commandId) || []);
  const arrivals = lines.flatMap(({ entry }) =>
    entry.event.type === 'buyerArrived' ? [entry.event.registrationId] : [],
  );
  if (notice.length > 0) await db.events.updateMany({ _id: { $in: notice } }, { $set: { state: 'waiting' } });
  if (arrivals.length > 0)
    await db.registrations.updateMany({ _id: { $in: arrivals } }, { $unset: { dealId: 1 } });
}

function lineOf(dealId: string, { entry, historyLength }: { entry: Entry; historyLength: number }) {
  const { seq, commandId } = entry;
  return { dealId, seq, entry, historyLength, ...(commandId && { commandId }) };
}

/** What a deal has in its timeline is done with, except for what belongs to another agreement: a person must see that. */
async function markRouted(db: Database, deal: Deal, entries: Entry[]): Promise<void> {
  const told = entries.filter(entry => entry.by.kind === 'aws' && entry.commandId);
  const idsOf = (these: Entry[]) => ({ _id: { $in: these.flatMap(entry => entry.commandId ?? []) } });
  const foreign = told.filter(entry => entry.refusal?.code === 'otherAgreement');
  const own = told.filter(entry => !foreign.includes(entry));
  if (own.length > 0)
    await db.events.updateMany(idsOf(own), { $set: { state: 'routed', dealId: deal.dealId } });
  // Without this deal's keys, so that it does not come back here.
  if (foreign.length > 0)
    await db.events.updateMany(idsOf(foreign), {
      $pullAll: { keys: keysOf(deal) },
      $unset: { dealId: 1 },
    });
}

async function waitingEvents(db: Database, deal: Deal): Promise<Command[]> {
  const events = await db.events
    .find({ state: 'waiting', keys: { $in: keysOf(deal) } })
    .sort({ occurredAt: 1 })
    .lean();
  return events.flatMap(event => newsAsCommand(event) ?? []);
}

async function markArrived(db: Database, { dealId, registration }: Deal): Promise<void> {
  if (!registration) return;
  await db.registrations.updateOne(
    { _id: registration.registrationId, dealId: { $exists: false } },
    { $set: { dealId } },
  );
  await db.setupSessions.updateOne(
    { _id: registration.setupSessionId, dealId: { $exists: false } },
    { $set: { dealId } },
  );
}

/** Whoever the set-up was handed to may open it, by whatever way he was named, before the mail reaches him. */
async function letColleaguesIn(db: Database, { registration }: Deal, entries: Entry[]): Promise<void> {
  const emails = entries.flatMap(({ event, outcome }) =>
    event.type === 'handOverSetUp' && outcome === 'applied' ? [canonicalEmail(event.to.email)] : [],
  );
  if (!registration || emails.length === 0) return;
  const _id = registration.setupSessionId;
  await db.setupSessions.updateOne({ _id }, { $addToSet: { handedTo: { $each: emails } } });
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
  { db, accounts }: Pick<Needs, 'db' | 'accounts'>,
  { registration, link, updatedAt }: Deal,
): Promise<Command[]> {
  if (!registration || link) return [];
  const session = await db.setupSessions.findById(registration.setupSessionId, { chosen: 1 }).lean();
  const user = session?.chosen && (await accounts.findUser(session.chosen.userId));
  return session?.chosen && user ? [choiceCommand(session.chosen, { user, at: updatedAt })] : [];
}
