import type { Marketplace } from '../../../engine/marketplace.ts';
import { QUEUE_NAME } from '../../../events/queue.ts';
import { noQueue } from '../errors.ts';
import type { GetQueueUrlRequest, QueueRequest } from '../shapes.ts';

/** There is one queue only. @throws AwsError QueueDoesNotExist */
export function checkQueue({ QueueUrl }: QueueRequest): void {
  if (!QueueUrl.endsWith(`/${QUEUE_NAME}`)) throw noQueue(QUEUE_NAME);
}

/** @throws AwsError QueueDoesNotExist */
export function getQueueUrl(market: Marketplace, { QueueName }: GetQueueUrlRequest) {
  if (QueueName !== QUEUE_NAME) throw noQueue(QUEUE_NAME);
  return { QueueUrl: `${market.url()}/queues/${QUEUE_NAME}` };
}

/** The length of the queue is all that is known of it. */
export function getQueueAttributes(market: Marketplace, request: QueueRequest) {
  checkQueue(request);
  return { Attributes: { ApproximateNumberOfMessages: String(market.state.queue.length) } };
}

export function purgeQueue(market: Marketplace, request: QueueRequest) {
  checkQueue(request);
  market.state.queue = [];
  return {};
}
