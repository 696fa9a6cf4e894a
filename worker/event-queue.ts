import { setTimeout as pause } from 'node:timers/promises';
import { DeleteMessageCommand, type Message, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { Logger } from 'pino';
import type { Config } from '../shared/config.ts';
import { parseEnvelope, readEnvelope } from '../shared/marketplace/event-bridge.ts';
import { type Inbox, type Received, receiveEvent } from '../shared/marketplace/inbox.ts';
import { Problem } from '../shared/problems.ts';

/** Long polling: the queue answers at once when there is something, and after this when there is nothing. */
const waitSeconds = 20;
const mostMessages = 10;
/** After a failure of the queue, of MongoDB or of Temporal. Every receipt counts towards the dead-letter queue. */
const pauseAfterFailureMs = 5000;

interface Polling {
  sqs: SQSClient;
  queueUrl: string;
  inbox: Inbox;
  log: Pick<Logger, 'warn'>;
  /** Aborted: nothing more is received, and what has been received is finished. */
  signal: AbortSignal;
}

/**
 * Takes AWS's events from a queue until it is stopped. A message is deleted once the event is kept and its deal told;
 * whatever fails before that comes again by itself. A message that is no event is left to the queue's dead-letter
 * rules, where a person can look at it.
 */
export async function pollEvents(polling: Polling): Promise<void> {
  while (!polling.signal.aborted) {
    const done = await takeSome(polling).catch(error => {
      if (polling.signal.aborted) return true;
      polling.log.warn({ err: error }, 'the queue of events cannot be read');
      return false;
    });
    if (!done) await pause(pauseAfterFailureMs, undefined, { signal: polling.signal }).catch(() => {});
  }
}

/** Runs `pollEvents` for the configured queue, if there is one. `stop` returns when nothing is under way. */
export function startEventQueue(needs: { config: Config; inbox: Inbox; log: Polling['log'] }): {
  stop(): Promise<void>;
} {
  const { MARKETPLACE_QUEUE_URL: queueUrl } = needs.config;
  if (!queueUrl) return { stop: async () => {} };
  const requestTimeout = (waitSeconds + 10) * 1000;
  const requestHandler = { connectionTimeout: 2000, requestTimeout, throwOnRequestTimeout: true };
  const { origin: endpoint, hostname } = new URL(queueUrl);
  // A request is signed for the region of the queue, which need not be ours.
  const region = /^sqs\.([\w-]+)\.amazonaws\.com/.exec(hostname)?.[1] ?? 'us-east-1';
  const sqs = new SQSClient({ region, endpoint, maxAttempts: 2, requestHandler });
  const stopping = new AbortController();
  const polling = pollEvents({ ...needs, sqs, queueUrl, signal: stopping.signal });
  return {
    async stop() {
      stopping.abort();
      await polling;
      sqs.destroy();
    },
  };
}

/** One look into the queue. True when all that was there has been dealt with. */
async function takeSome(polling: Polling): Promise<boolean> {
  const { sqs, queueUrl, signal } = polling;
  const request = new ReceiveMessageCommand({
    QueueUrl: queueUrl,
    MaxNumberOfMessages: mostMessages,
    WaitTimeSeconds: waitSeconds,
  });
  const { Messages = [] } = await sqs.send(request, { abortSignal: signal });
  const results = await Promise.all(Messages.map(message => take(polling, message)));
  return results.every(Boolean);
}

async function take(polling: Polling, message: Message): Promise<boolean> {
  const event = readMessage(polling, message);
  if (!event) return true;
  try {
    await receiveEvent(polling.inbox, event);
    const { ReceiptHandle } = message;
    await polling.sqs.send(new DeleteMessageCommand({ QueueUrl: polling.queueUrl, ReceiptHandle }));
    return true;
  } catch (error) {
    polling.log.warn({ err: error, eventId: event._id }, 'event not taken; it comes again');
    return false;
  }
}

/** The body is not logged: it may be anybody's. */
function readMessage({ log }: Polling, { MessageId, Body }: Message): Received | undefined {
  try {
    return readEnvelope(parseEnvelope(Body ?? ''));
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    log.warn(
      { messageId: MessageId, problem: error.code, fields: error.fields },
      'message is no event of AWS; left to the dead-letter queue',
    );
    return undefined;
  }
}
