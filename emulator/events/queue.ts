import { newId } from '../engine/ids.ts';
import type { Marketplace } from '../engine/marketplace.ts';
import { findEvent } from './publish.ts';

/** The queue that stands for EventBridge's rule → SQS target. */
export const QUEUE_NAME = 'marketplace-events';
const MOST_MESSAGES = 10_000;

/** Puts an event on the queue; the oldest go when it is full. */
export function enqueue(market: Marketplace, eventId: string): void {
  const event = findEvent(market, eventId);
  if (!event) return;
  const { queue } = market.state;
  const now = Date.now();
  const body = JSON.stringify(event.envelope);
  queue.push({ id: newId.request(), body, visibleFrom: now, receiveCount: 0, sentAt: now });
  if (queue.length > MOST_MESSAGES) queue.splice(0, queue.length - MOST_MESSAGES);
}
