import type { Command } from '../../deal/commands.ts';
import type { Database } from '../models/database.ts';
import { isDuplicateKey } from '../models/duplicate-key.ts';
import type { MarketplaceEvent } from '../models/marketplace-event.ts';
import { dealsFor } from './deals-with-key.ts';
import { isPast } from './past-notices.ts';
import { mayBeTold, notSent } from './purchases/claims.ts';

/** The command that an event of the inbox is for its deal; nothing for an event that says nothing to a deal. */
export function newsAsCommand(event: Received): Command | undefined {
  if (!event.notice) return undefined;
  const by = { kind: 'aws', id: event.detailType } as const;
  return { ...event.notice, commandId: event._id, by, at: event.occurredAt.toISOString() };
}

export interface Inbox {
  db: Database;
  /** Sends a command to a deal; `gone` when no workflow of that deal runs. Throws when Temporal cannot be reached. */
  signal: (dealId: string, command: Command) => Promise<'sent' | 'gone'>;
}

export type Received = Omit<MarketplaceEvent, 'state' | 'dealId' | 'refusedBy' | 'handled' | 'receivedAt'>;
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
  const state: State = received.notice ? 'waiting' : 'ignored';
  const event = { ...received, state, receivedAt: new Date() };
  try {
    await db.events.create(event);
    return { kept: event, isNew: true };
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    return { kept: (await db.events.findById(event._id).lean()) ?? event, isNew: false };
  }
}

const mostPassedOn = 200;

/**
 * Passes on what was kept and got no further, because the process died between the two or Temporal was away: the newest
 * events that wait and have the key of a deal. Throws the Problem temporalUnavailable.
 */
export async function passOnWaiting(inbox: Inbox): Promise<void> {
  const { db } = inbox;
  const waiting = await db.events
    .find({ state: 'waiting', dealId: { $exists: false } })
    .sort({ receivedAt: -1 })
    .limit(mostPassedOn)
    .lean();
  if (waiting.length === 0) return;
  const named = { keys: { $in: waiting.flatMap(({ keys }) => keys) }, 'deal.closed': { $exists: false } };
  const known = (await db.deals.find(named, { keys: 1 }).lean()).flatMap(({ keys }) => keys);
  for (const event of waiting) if (event.keys.some(key => known.includes(key))) await passOn(inbox, event);
}

async function passOn({ db, signal }: Inbox, event: MarketplaceEvent): Promise<State> {
  const command = newsAsCommand(event);
  const [found] = command ? await dealsFor(db, event, command) : [];
  if (!command || !found) return leaveToPerson(db, event);
  const { dealId } = found;
  if (!(await mayBeTold(db, { event, deal: found }))) return 'waiting';
  if ((await signal(dealId, command)) === 'sent') return settle(db, event, { dealId, state: 'waiting' });
  await notSent(db, { event, dealId });
  return isPast(found, event) ? settle(db, event, { dealId, state: 'ignored' }) : 'waiting';
}

/** Staff decide about an agreement once: what comes later of one that belongs to no deal is not asked again. */
async function leaveToPerson(db: Database, event: MarketplaceEvent): Promise<State> {
  const handled = await dismissalOf(db, event);
  if (!handled) return 'waiting';
  const dismissed = { handled, state: 'ignored' } as const;
  await db.events.updateOne({ _id: event._id, state: 'waiting' }, { $set: dismissed });
  return dismissed.state;
}

/** What a person has said before of the same agreement: that it belongs to no deal. */
async function dismissalOf(db: Database, { notice }: MarketplaceEvent): Promise<MarketplaceEvent['handled']> {
  if (!notice || notice.type === 'offerEvent') return undefined;
  const { agreementId } = notice;
  const dismissed = await db.events
    .findOne({
      state: 'ignored',
      keys: agreementId,
      'notice.agreementId': agreementId,
      handled: { $exists: true },
    })
    .lean();
  return dismissed?.handled;
}

/** A deal that was told writes `routed` itself, together with its timeline. */
async function settle(
  db: Database,
  event: MarketplaceEvent,
  outcome: { dealId: string; state: 'waiting' | 'ignored' },
): Promise<State> {
  // The deal may have refused it already.
  const open = { _id: event._id, state: 'waiting' as const, refusedBy: { $ne: outcome.dealId } };
  await db.events.updateOne(open, { $set: outcome });
  return outcome.state === 'waiting' ? 'routed' : outcome.state;
}
