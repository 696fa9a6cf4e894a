import type { EventEnvelope, MarketplaceEvent } from '../engine/event.ts';
import { newId } from '../engine/ids.ts';
import { type Marketplace, secondOf, settings } from '../engine/marketplace.ts';
import type { When } from '../engine/schedule.ts';
import type { Task } from '../engine/task.ts';

type Event = { source: string; type: string; resources: string[]; detail: Record<string, unknown> };

/** The envelope of EventBridge, as it arrives on the seller's default bus in us-east-1. */
export function envelope(market: Marketplace, { source, type, resources, detail }: Event): EventEnvelope {
  return {
    version: '0',
    id: newId.request(),
    'detail-type': type,
    source,
    account: market.state.sellerAccountId,
    time: secondOf(market),
    region: 'us-east-1',
    resources,
    detail: { requestId: newId.request(), ...detail },
  };
}

const isDropped = (drop: boolean | string[], type: string) =>
  Array.isArray(drop) ? drop.includes(type) : drop;

/** With `reorder`, every other event is held back until those that follow it have overtaken it. */
function heldBack(market: Marketplace): number {
  const { events, agreementEventDelay, licenseDelay } = settings(market);
  const held = events.reorder && market.state.events.length % 2 === 1;
  return held ? 2 * (agreementEventDelay + licenseDelay) + 50 : 0;
}

/** The oldest are forgotten beyond this. */
const MOST_EVENTS = 10_000;

function note(market: Marketplace, made: EventEnvelope, state: MarketplaceEvent['state']): void {
  const { events } = market.state;
  events.push({ envelope: made, state, deliveries: [] });
  if (events.length > MOST_EVENTS) events.shift();
}

/** Looks from the latest on: that is where deliveries are under way. */
export const findEvent = (market: Marketplace, id: string): MarketplaceEvent | undefined =>
  market.state.events.findLast(each => each.envelope.id === id);

/** An event enters the bus: it is noted, and sent to each of its targets with the mischief that is set. */
export function publish(market: Marketplace, event: Event): void {
  const { events: modes, eventTarget } = settings(market);
  const made = envelope(market, event);
  if (isDropped(modes.drop, event.type)) {
    note(market, made, 'dropped');
    return;
  }
  note(market, made, eventTarget ? 'waiting' : 'kept');
  const after = modes.delay + heldBack(market);
  for (let copy = 0; copy < (modes.duplicate ? 2 : 1); copy += 1) send(market, made, { after });
}

function send(market: Marketplace, made: EventEnvelope, when: When): void {
  const tasks: Task[] = [
    { kind: 'enqueue', eventId: made.id },
    ...(settings(market).eventTarget ? [{ kind: 'deliver', eventId: made.id, attempt: 1 } as const] : []),
  ];
  for (const task of tasks) market.schedule.add(when, task);
}
