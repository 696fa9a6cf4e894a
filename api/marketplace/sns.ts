import { Type } from 'typebox';
import { messagesIn } from '../../shared/i18n/messages.ts';
import { checked, jsonIn } from '../../shared/marketplace/checked.ts';
import { keepEvent } from '../../shared/marketplace/inbox.ts';
import { askAwsNow } from '../../shared/marketplace/safety-net.ts';
import { Problem } from '../../shared/problems.ts';
import { answers, problem } from '../deals/schemas.ts';
import type { App, Deps } from '../deps.ts';
import { languageOf } from '../ui/language.ts';
import { createSnsVerifier, fetchFromSns, type SnsMessage, snsUrl } from './sns-signature.ts';

const filled = Type.String({ minLength: 1 });
const messageSchema = Type.Object({
  Type: Type.Enum(['Notification', 'SubscriptionConfirmation', 'UnsubscribeConfirmation']),
  MessageId: Type.String({ minLength: 1, maxLength: 200 }),
  TopicArn: filled,
  Message: Type.String(),
  Timestamp: Type.String({ format: 'date-time' }),
  Subject: Type.Optional(Type.String()),
  Token: Type.Optional(filled),
  SubscribeURL: Type.Optional(filled),
  SignatureVersion: filled,
  Signature: filled,
  SigningCertURL: filled,
});
const schema = {
  tags: ['marketplace'],
  response: { 200: Type.Object({ state: Type.String() }), '4xx': problem, '5xx': answers['5xx'] },
};

/**
 * `POST /marketplace/sns`: the legacy topics of AWS Marketplace. Their messages name neither agreement, account nor
 * license, so they decide nothing: each is kept, and makes us ask AWS at once for what has changed.
 */
export async function snsRoutes(app: App, deps: Deps): Promise<void> {
  const { db, temporal, config } = deps;
  const localHost = config.MARKETPLACE_SNS_CERT_HOST;
  const topics = config.MARKETPLACE_SNS_TOPICS.split(/[\s,]+/).filter(Boolean);
  const isGenuine = createSnsVerifier({ localHost });

  app.post('/marketplace/sns', { schema, config: { crossSite: true } }, async (request, reply) => {
    if (topics.length === 0) throw new Problem('notFound');
    const message = readMessage(request.body);
    const { sns } = messagesIn(languageOf(request)).events;
    if (!topics.includes(message.TopicArn)) throw new Problem('forbidden', { detail: sns.otherTopic });
    if (!(await isGenuine(message))) throw new Problem('forbidden', { detail: sns.notSigned });
    if (message.Type === 'SubscriptionConfirmation') {
      await confirm(message, sns.otherAddress);
      return reply.send({ state: 'confirmed' });
    }
    if (message.Type === 'UnsubscribeConfirmation') {
      request.log.warn({ topic: message.TopicArn }, 'SNS sends nothing more of this topic');
      return reply.send({ state: 'unsubscribed' });
    }
    const { kept, isNew } = await keepEvent(db, eventFrom(message));
    // The schedule asks AWS soon in any case, so a trigger that fails loses nothing.
    if (isNew)
      await askAwsNow(temporal, config).catch(error =>
        request.log.warn({ err: error, eventId: kept._id }, 'AWS is asked at the next turn only'),
      );
    return reply.send({ state: kept.state });
  });

  async function confirm({ SubscribeURL = '', TopicArn }: SnsMessage, detail: string): Promise<void> {
    const url = snsUrl(SubscribeURL, localHost);
    const isConfirmation =
      url?.pathname === (localHost ? '/sns' : '/') &&
      url.searchParams.get('Action') === 'ConfirmSubscription' &&
      url.searchParams.get('TopicArn') === TopicArn;
    if (!isConfirmation) throw new Problem('forbidden', { detail });
    await fetchFromSns(url);
  }
}

/** SNS sends its JSON as text/plain. Throws the Problems badRequest and invalid. */
function readMessage(body: unknown): SnsMessage {
  return checked<SnsMessage>(messageSchema, typeof body === 'string' ? jsonIn(body) : body);
}

/** Without the address to unsubscribe, which works for whoever has it. */
function eventFrom({ MessageId, TopicArn, Timestamp, Message }: SnsMessage) {
  const notice = noticeIn(Message);
  return {
    _id: `sns:${MessageId}`,
    detailType: ['SNS', notice.action].filter(Boolean).join(' '),
    keys: [],
    occurredAt: new Date(Timestamp),
    raw: { MessageId, TopicArn, Timestamp, Message: notice },
  };
}

type Notice = { action?: unknown; text?: string };

function noticeIn(text: string): Notice {
  try {
    const notice: unknown = JSON.parse(text);
    return typeof notice === 'object' && notice !== null ? notice : { text };
  } catch {
    return { text };
  }
}
