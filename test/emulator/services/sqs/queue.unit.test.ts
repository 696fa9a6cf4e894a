import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Emulator } from '../../../../emulator/emulator.ts';
import { clientsOf, quickEmulator, releasedOffer } from '../../offers.ts';

let emulator: Emulator;
let QueueUrl: string;

type Answer = { status: number; body: Record<string, unknown> & { Messages?: Record<string, string>[] } };

async function sqs(operation: string, input: Record<string, unknown>): Promise<Answer> {
  const answer = await fetch(QueueUrl ?? emulator.url, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.0',
      'x-amz-target': `AmazonSQS.${operation}`,
      authorization:
        'AWS4-HMAC-SHA256 Credential=AKID/20261122/us-east-1/sqs/aws4_request, SignedHeaders=host, Signature=0',
    },
    body: JSON.stringify(input),
  });
  return { status: answer.status, body: (await answer.json()) as Answer['body'] };
}
const receive = async (more: Record<string, unknown> = {}) =>
  (await sqs('ReceiveMessage', { QueueUrl, MaxNumberOfMessages: 10, ...more })).body.Messages ?? [];

beforeAll(async () => {
  emulator = await quickEmulator();
  QueueUrl = String((await sqs('GetQueueUrl', { QueueName: 'marketplace-events' })).body.QueueUrl);
});
beforeEach(() => sqs('PurgeQueue', { QueueUrl }));
afterAll(() => emulator.stop());

describe('the queue of events', () => {
  it('gives each event until it is deleted', async () => {
    await releasedOffer(clientsOf(emulator));
    const messages = await receive({ VisibilityTimeout: 0 });
    expect(messages.map(each => JSON.parse(each.Body ?? '')['detail-type'])).toEqual([
      'Offer Released',
      'Change Set Succeeded',
    ]);
    const [first] = messages;
    expect(first?.MD5OfBody).toBe(
      createHash('md5')
        .update(first?.Body ?? '')
        .digest('hex'),
    );
    await sqs('DeleteMessage', { QueueUrl, ReceiptHandle: first?.ReceiptHandle });
    expect(await receive()).toHaveLength(1);
  });

  it('hides what is being worked on', async () => {
    await releasedOffer(clientsOf(emulator));
    const [message] = await receive();
    expect(await receive()).toEqual([]);
    await sqs('ChangeMessageVisibility', {
      QueueUrl,
      ReceiptHandle: message?.ReceiptHandle,
      VisibilityTimeout: 0,
    });
    expect(await receive()).toHaveLength(1);
  });

  it('waits for an event when asked to', async () => {
    const waiting = receive({ WaitTimeSeconds: 5 });
    await releasedOffer(clientsOf(emulator));
    expect((await waiting).length).toBeGreaterThan(0);
  });

  it('is the only one', async () => {
    const { status, body } = await sqs('GetQueueUrl', { QueueName: 'other' });
    expect([status, body.__type]).toEqual([400, 'com.amazonaws.sqs#QueueDoesNotExist']);
  });
});
