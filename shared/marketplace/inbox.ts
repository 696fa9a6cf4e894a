import type { Command } from '../deal/commands.ts';
import type { Deal } from '../deal/deal.ts';
import { decide } from '../deal/decide.ts';
import type { Database } from '../models/database.ts';
import type { MarketplaceEvent } from '../models/marketplace-event.ts';
import { isPast } from './past-news.ts';

const duplicateKey = 11000;

/** The command that an event of the inbox is for its deal; nothing for an event that says nothing to a deal. */
export function newsAsCommand(event: MarketplaceEvent): Command | undefined {
  if (!event.news) return undefined;
  const by = { kind: 'aws', id: event.detailType } as const;
  return { ...event.news, commandId: event._id, by, at: event.occurredAt.toISOString() };
}

export interface Inbox {
  db: Database;
  /** Sends a command to a deal; `gone` when no workflow of that deal runs. Throws when Temporal cannot be reached. */
  signal: (dealId: string, command: Command) => Promise<'sent' | 'gone'>;
}

export type Received = Omit<MarketplaceEvent, 'state' | 'dealId' | 'handled' | 'receivedAt'>;
type State = MarketplaceEvent['state'];

/**
 * Keeps an event before anything is done with it, then passes it to the deal that has one of its keys. The same event
 * again changes nothing. An event that no deal knows waits until a deal learns the key (see activities/record.ts):
 * the event is written before deals are looked up, and a deal is written before events are, so neither can miss the other.
 */
export async function receiveEvent(inbox: Inbox, event: Received): Promise<State> {
  const { kept } = await keepEvent(inbox.db, event);
  return kept.state === 'waiting' ? passOn(inbox, kept) : kept.state;
}

/** Writes an event unless it is there already; gives it as it is kept. */
export async function keepEvent(
  db: Database,
  received: Received,
): Promise<{ kept: MarketplaceEvent; isNew: boolean }> {
  const state: State = received.news ? 'waiting' : 'ignored';
  const event = { ...received, state, receivedAt: new Date() };
  try {
    await db.events.create(event);
    return { kept: event, isNew: true };
  } catch (error) {
    if ((error as { code?: number }).code !== duplicateKey) throw error;
    return { kept: (await db.events.findById(event._id).lean()) ?? event, isNew: false };
  }
}

async function passOn({ db, signal }: Inbox, event: MarketplaceEvent): Promise<State> {
  const command = newsAsCommand(event);
  const candidates = await dealsWithKey(db, event.keys);
  const found = command && candidates.find(each => !isOthers(each.deal, command));
  if (!found) return leaveToPerson(db, { event, taken: candidates.flatMap(each => each.keys) });
  const { dealId } = found.deal;
  if ((await signal(dealId, command)) === 'sent') return settle(db, event, { dealId, state: 'waiting' });
  return isPast(found.deal, event) ? settle(db, event, { dealId, state: 'ignored' }) : 'waiting';
}

interface Candidate {
  keys: string[];
  deal: Deal;
}

/** The deals that know one of the keys, the one with the surest key first. */
async function dealsWithKey(db: Database, keys: string[]): Promise<Candidate[]> {
  const records = await db.deals.find({ keys: { $in: keys } }, { keys: 1, deal: 1 }).lean();
  const surest = ({ keys: own }: Candidate) => keys.findIndex(key => own.includes(key));
  return records.toSorted((a, b) => surest(a) - surest(b));
}

/** True for news of an agreement that the deal would refuse, since it has another one. */
const isOthers = (deal: Deal, command: Command) =>
  decide(deal, command, command.at)?.code === 'otherAgreement';

/**
 * A key that led to a deal with another agreement tells nothing, such as the offer of a renewal that names no
 * agreement before it. Without these keys no deal takes the event by itself, and staff decide.
 */
async function leaveToPerson(
  db: Database,
  { event, taken }: { event: MarketplaceEvent; taken: string[] },
): Promise<State> {
  const keys = event.keys.filter(key => !taken.includes(key));
  if (keys.length < event.keys.length)
    await db.events.updateOne({ _id: event._id, state: 'waiting' }, { $set: { keys } });
  return 'waiting';
}

/** A deal that was told writes `routed` itself, together with its timeline. */
async function settle(
  db: Database,
  event: MarketplaceEvent,
  outcome: { dealId: string; state: 'waiting' | 'ignored' },
): Promise<State> {
  await db.events.updateOne({ _id: event._id, state: 'waiting' }, { $set: outcome });
  return outcome.state === 'waiting' ? 'routed' : outcome.state;
}
