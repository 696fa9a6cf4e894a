import { type Marketplace, settings } from '../engine/marketplace.ts';
import { backoff, isRetried, post } from './http.ts';
import { findEvent } from './publish.ts';

/** One try to hand an event to the seller's API destination. */
export async function deliver(market: Marketplace, eventId: string, attempt: number): Promise<void> {
  const event = findEvent(market, eventId);
  const target = settings(market).eventTarget;
  if (!event || !target) return;
  const delivery = await post(target.url, {
    headers: { 'content-type': 'application/json; charset=utf-8', [target.headerName]: target.secret },
    body: JSON.stringify(event.envelope),
  });
  event.deliveries.push(delivery);
  const again = isRetried(delivery) && attempt < settings(market).eventAttempts;
  if (again)
    market.schedule.add({ after: backoff(attempt) }, { kind: 'deliver', eventId, attempt: attempt + 1 });
  else if (delivery.status && delivery.status < 300) event.state = 'delivered';
  else if (event.state !== 'delivered') event.state = isRetried(delivery) ? 'failed' : 'refused';
}
