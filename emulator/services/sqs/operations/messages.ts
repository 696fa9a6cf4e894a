import { setTimeout as sleep } from 'node:timers/promises';
import type { QueuedMessage } from '../../../engine/event.ts';
import { newId } from '../../../engine/ids.ts';
import type { Marketplace } from '../../../engine/marketplace.ts';
import type {
  ChangeMessageVisibilityRequest,
  DeleteMessageRequest,
  ReceiveMessageRequest,
} from '../shapes.ts';
import { messageView } from '../views.ts';
import { checkQueue } from './queue.ts';

function take(message: QueuedMessage, visibilityTimeout: number) {
  message.receiptHandle = newId.request();
  message.receiveCount += 1;
  message.visibleFrom = Date.now() + visibilityTimeout * 1000;
  return messageView(message);
}

const POLL_EVERY = 50;

/** What is received is hidden until its time-out, and comes again unless it is deleted. */
export async function receiveMessage(market: Marketplace, request: ReceiveMessageRequest) {
  checkQueue(request);
  const end = Date.now() + (request.WaitTimeSeconds ?? 0) * 1000;
  for (;;) {
    const visible = market.state.queue.filter(each => each.visibleFrom <= Date.now());
    if (visible.length > 0 || Date.now() >= end) {
      const taken = visible.slice(0, request.MaxNumberOfMessages ?? 1);
      return taken.length > 0
        ? { Messages: taken.map(each => take(each, request.VisibilityTimeout ?? 30)) }
        : {};
    }
    await sleep(POLL_EVERY);
  }
}

export function deleteMessage(market: Marketplace, request: DeleteMessageRequest) {
  checkQueue(request);
  market.state.queue = market.state.queue.filter(each => each.receiptHandle !== request.ReceiptHandle);
  return {};
}

export function changeMessageVisibility(market: Marketplace, request: ChangeMessageVisibilityRequest) {
  checkQueue(request);
  const message = market.state.queue.find(each => each.receiptHandle === request.ReceiptHandle);
  if (message) message.visibleFrom = Date.now() + request.VisibilityTimeout * 1000;
  return {};
}
