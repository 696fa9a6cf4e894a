import { type Marketplace, settings } from '../marketplace.ts';
import type { Delivery, MarketplaceEvent } from '../state.ts';

/** An API destination has five seconds to answer. */
const ANSWER_WITHIN = 5000;
const LONGEST_BACKOFF = 30_000;

const backoff = (attempt: number) => Math.min(250 * 2 ** attempt, LONGEST_BACKOFF);

/** EventBridge tries again when the target is down or overloaded, and gives up at once on any other refusal. */
const isRetried = ({ status }: Delivery) => status === undefined || status === 429 || status >= 500;

async function post(market: Marketplace, { envelope }: MarketplaceEvent): Promise<Omit<Delivery, 'at'>> {
  const target = settings(market).eventTarget;
  if (!target) return { error: 'No event target is set.' };
  try {
    const answer = await fetch(target.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8', [target.headerName]: target.secret },
      body: JSON.stringify(envelope),
      redirect: 'manual',
      signal: AbortSignal.timeout(ANSWER_WITHIN),
    });
    await answer.arrayBuffer();
    return { status: answer.status };
  } catch (error) {
    const { message, cause } = error as Error;
    return { error: cause instanceof Error ? cause.message || String(cause) : message };
  }
}

/** One try to hand an event to the seller's API destination. */
export async function deliver(market: Marketplace, eventId: string, attempt: number): Promise<void> {
  const event = market.state.events.find(each => each.envelope.id === eventId);
  if (!event) return;
  const delivery = { at: new Date().toISOString(), ...(await post(market, event)) };
  event.deliveries.push(delivery);
  const again = isRetried(delivery) && attempt < settings(market).eventAttempts;
  if (again)
    market.schedule.add({ after: backoff(attempt) }, { kind: 'deliver', eventId, attempt: attempt + 1 });
  else if (delivery.status && delivery.status < 300) event.state = 'delivered';
  else if (event.state !== 'delivered') event.state = isRetried(delivery) ? 'failed' : 'refused';
}
