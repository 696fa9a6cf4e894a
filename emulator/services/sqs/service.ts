import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import Type, { type Static } from 'typebox';
import { newId } from '../../engine/ids.ts';
import type { Marketplace } from '../../engine/marketplace.ts';
import type { QueuedMessage } from '../../events/event.ts';
import { findEvent } from '../../events/publish.ts';
import { AwsError } from '../../wire/errors.ts';
import { operation, type Service } from '../../wire/operation.ts';

export const QUEUE_NAME = 'marketplace-events';
export const QUEUE_PATH = `/queues/${QUEUE_NAME}`;
const MOST_MESSAGES = 10_000;

/** Puts an event on the queue that stands for the rule → SQS target; the oldest go when it is full. */
export function enqueue(market: Marketplace, eventId: string): void {
  const event = findEvent(market, eventId);
  if (!event) return;
  const { queue } = market.state;
  const now = Date.now();
  const body = JSON.stringify(event.envelope);
  queue.push({ id: newId.request(), body, visibleFrom: now, receiveCount: 0, sentAt: now });
  if (queue.length > MOST_MESSAGES) queue.splice(0, queue.length - MOST_MESSAGES);
}

const Seconds = (maximum: number) => Type.Optional(Type.Integer({ minimum: 0, maximum }));
const QueueUrl = Type.String({ minLength: 1 });

const ReceiveMessage = Type.Object({
  QueueUrl,
  MaxNumberOfMessages: Type.Optional(Type.Integer({ minimum: 1, maximum: 10 })),
  VisibilityTimeout: Seconds(43_200),
  WaitTimeSeconds: Seconds(20),
});
const DeleteMessage = Type.Object({ QueueUrl, ReceiptHandle: Type.String() });
const ChangeMessageVisibility = Type.Object({
  QueueUrl,
  ReceiptHandle: Type.String(),
  VisibilityTimeout: Type.Integer({ minimum: 0, maximum: 43_200 }),
});
const GetQueueUrl = Type.Object({ QueueName: Type.String() });
const OnQueue = Type.Object({ QueueUrl });

function noQueue(): never {
  throw new AwsError({
    code: 'com.amazonaws.sqs#QueueDoesNotExist',
    message: `The specified queue does not exist. The only one is ${QUEUE_NAME}.`,
  });
}

const checkQueue = (url: string) => (url.endsWith(`/${QUEUE_NAME}`) ? undefined : noQueue());

function take(message: QueuedMessage, visibilityTimeout: number) {
  message.receiptHandle = newId.request();
  message.receiveCount += 1;
  message.visibleFrom = Date.now() + visibilityTimeout * 1000;
  return {
    MessageId: message.id,
    ReceiptHandle: message.receiptHandle,
    Body: message.body,
    MD5OfBody: createHash('md5').update(message.body).digest('hex'),
    Attributes: {
      ApproximateReceiveCount: String(message.receiveCount),
      SentTimestamp: String(message.sentAt),
    },
  };
}

const POLL_EVERY = 50;

/** What is received is hidden until its time-out, and comes again unless it is deleted. */
async function receiveMessage(market: Marketplace, request: Static<typeof ReceiveMessage>) {
  checkQueue(request.QueueUrl);
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

function deleteMessage(market: Marketplace, request: Static<typeof DeleteMessage>) {
  checkQueue(request.QueueUrl);
  market.state.queue = market.state.queue.filter(each => each.receiptHandle !== request.ReceiptHandle);
  return {};
}

function changeVisibility(market: Marketplace, request: Static<typeof ChangeMessageVisibility>) {
  checkQueue(request.QueueUrl);
  const message = market.state.queue.find(each => each.receiptHandle === request.ReceiptHandle);
  if (message) message.visibleFrom = Date.now() + request.VisibilityTimeout * 1000;
  return {};
}

/** As much of SQS as a poller needs. */
export const queueService: Service = {
  name: 'sqs',
  target: 'AmazonSQS',
  signingName: 'sqs',
  contentType: 'application/x-amz-json-1.0',
  operations: {
    ReceiveMessage: operation(ReceiveMessage, receiveMessage),
    DeleteMessage: operation(DeleteMessage, deleteMessage),
    ChangeMessageVisibility: operation(ChangeMessageVisibility, changeVisibility),
    GetQueueUrl: operation(GetQueueUrl, (market, { QueueName }) =>
      QueueName === QUEUE_NAME ? { QueueUrl: `${market.url()}${QUEUE_PATH}` } : noQueue(),
    ),
    GetQueueAttributes: operation(OnQueue, (market, request) => {
      checkQueue(request.QueueUrl);
      return { Attributes: { ApproximateNumberOfMessages: String(market.state.queue.length) } };
    }),
    PurgeQueue: operation(OnQueue, (market, request) => {
      checkQueue(request.QueueUrl);
      market.state.queue = [];
      return {};
    }),
  },
  invalid: problems =>
    new AwsError({
      code: 'com.amazonaws.sqs#InvalidParameterValue',
      message: problems.map(({ field, message }) => `${field} ${message}`).join('; '),
    }),
  throttled: new AwsError({ code: 'com.amazonaws.sqs#RequestThrottled', message: 'Too many requests.' }),
  internal: new AwsError({
    code: 'InternalFailure',
    message: 'An internal error has occurred.',
    status: 500,
  }),
};
