import { createHash } from 'node:crypto';
import type { QueuedMessage } from '../../engine/event.ts';

export const messageView = (message: QueuedMessage) => ({
  MessageId: message.id,
  ReceiptHandle: message.receiptHandle,
  Body: message.body,
  MD5OfBody: createHash('md5').update(message.body).digest('hex'),
  Attributes: {
    ApproximateReceiveCount: String(message.receiveCount),
    SentTimestamp: String(message.sentAt),
  },
});
