import { operation, type Service } from '../../wire/operation.ts';
import { errors } from './errors.ts';
import { changeMessageVisibility, deleteMessage, receiveMessage } from './operations/messages.ts';
import { getQueueAttributes, getQueueUrl, purgeQueue } from './operations/queue.ts';
import * as shapes from './shapes.ts';

/** As much of SQS as a poller needs. */
export const queueService: Service = {
  name: 'sqs',
  target: 'AmazonSQS',
  signingName: 'sqs',
  contentType: 'application/x-amz-json-1.0',
  operations: {
    GetQueueUrl: operation(shapes.GetQueueUrlRequest, getQueueUrl),
    GetQueueAttributes: operation(shapes.QueueRequest, getQueueAttributes),
    PurgeQueue: operation(shapes.QueueRequest, purgeQueue),
    ReceiveMessage: operation(shapes.ReceiveMessageRequest, receiveMessage),
    DeleteMessage: operation(shapes.DeleteMessageRequest, deleteMessage),
    ChangeMessageVisibility: operation(shapes.ChangeMessageVisibilityRequest, changeMessageVisibility),
  },
  errors,
};
