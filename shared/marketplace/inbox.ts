import type { Command } from '../deal/commands.ts';
import type { Database } from '../models/database.ts';
import type { MarketplaceEvent } from '../models/marketplace-event.ts';

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

export type Received = Omit<MarketplaceEvent, 'state' | 'dealId' | 'receivedAt'>;

/**
 * Keeps an event before anything is done with it, then passes it to the deal that has one of its keys. The same event
 * again changes nothing. An event that no deal knows waits until a deal learns the key (see activities/record.ts):
 * the event is written before deals are looked up, and a deal is written before events are, so neither can miss the other.
 */
export async function receiveEvent(
  { db, signal }: Inbox,
  event: Received,
): Promise<'routed' | 'waiting' | 'ignored'> {
  const state = event.news ? 'waiting' : 'ignored';
  const stored = await keep(db, { ...event, state, receivedAt: new Date() });
  if (stored.state === 'routed') return 'routed';
  const command = newsAsCommand(stored);
  if (!command) return 'ignored';
  const record = await db.deals.findOne({ keys: { $in: stored.keys } }, { _id: 1 }).lean();
  if (!record) return 'waiting';
  return (await signal(record._id, command)) === 'sent' ? 'routed' : 'waiting';
}

async function keep(db: Database, event: MarketplaceEvent): Promise<MarketplaceEvent> {
  try {
    await db.events.create(event);
    return event;
  } catch (error) {
    if ((error as { code?: number }).code !== duplicateKey) throw error;
    return (await db.events.findById(event._id).lean()) ?? event;
  }
}
