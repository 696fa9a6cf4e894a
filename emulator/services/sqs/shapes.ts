import Type, { type Static } from 'typebox';

const Seconds = (maximum: number) => Type.Integer({ minimum: 0, maximum });
const QueueUrl = Type.String({ minLength: 1 });
const ReceiptHandle = Type.String();

export const ReceiveMessageRequest = Type.Object({
  QueueUrl,
  MaxNumberOfMessages: Type.Optional(Type.Integer({ minimum: 1, maximum: 10 })),
  VisibilityTimeout: Type.Optional(Seconds(43_200)),
  WaitTimeSeconds: Type.Optional(Seconds(20)),
});
export type ReceiveMessageRequest = Static<typeof ReceiveMessageRequest>;

export const DeleteMessageRequest = Type.Object({ QueueUrl, ReceiptHandle });
export type DeleteMessageRequest = Static<typeof DeleteMessageRequest>;

export const ChangeMessageVisibilityRequest = Type.Object({
  QueueUrl,
  ReceiptHandle,
  VisibilityTimeout: Seconds(43_200),
});
export type ChangeMessageVisibilityRequest = Static<typeof ChangeMessageVisibilityRequest>;

export const GetQueueUrlRequest = Type.Object({ QueueName: Type.String() });
export type GetQueueUrlRequest = Static<typeof GetQueueUrlRequest>;

/** Of the operations that name the queue alone. */
export const QueueRequest = Type.Object({ QueueUrl });
export type QueueRequest = Static<typeof QueueRequest>;
