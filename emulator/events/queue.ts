import { newId } from '../ids.ts';
import type { Marketplace } from '../marketplace.ts';

const MOST_MESSAGES = 10_000;

/** Puts an event on the queue that stands for the rule → SQS target; the oldest go when it is full. */
export function enqueue(market: Marketplace, eventId: string): void {
  const event = market.state.events.find(each => each.envelope.id === eventId);
  if (!event) return;
  const { queue } = market.state;
  const now = Date.now();
  const body = JSON.stringify(event.envelope);
  queue.push({ id: newId.request(), body, visibleFrom: now, receiveCount: 0, sentAt: now });
  if (queue.length > MOST_MESSAGES) queue.splice(0, queue.length - MOST_MESSAGES);
}
