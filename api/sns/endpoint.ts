import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { messagesIn } from '../../shared/i18n/messages.ts';
import { checked, jsonIn } from '../../shared/marketplace/checked.ts';
import { Problem } from '../../shared/problems.ts';
import { problemAnswers } from '../deals/schemas.ts';
import type { App, Deps } from '../deps.ts';
import { languageOf } from '../ui/pages/language.ts';
import { createSnsVerifier, fetchFromSns, type SnsMessage, snsUrl } from './signature.ts';

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
const response = { 200: Type.Object({ state: Type.String() }), ...problemAnswers };

/** A message has 256 KiB at most, and is written as JSON within JSON. */
const largestBody = 524_288;

interface SnsEndpoint {
  path: string;
  tag: string;
  /** The setting that lists the topics whose messages are taken; while it is empty, there is no endpoint. */
  setting: 'MARKETPLACE_SNS_TOPICS' | 'MAIL_BOUNCE_SNS_TOPICS' | 'MAIL_INBOUND_SNS_TOPICS';
  /** Takes a genuine message, and says what became of it. SNS sends again what is thrown at. */
  take: (message: SnsMessage, request: FastifyRequest) => Promise<string>;
}

/**
 * An endpoint for topics of Amazon SNS. It confirms their subscription by itself and takes only what SNS has signed and
 * one of the configured topics has sent.
 */
export function snsEndpoint(app: App, { config }: Pick<Deps, 'config'>, endpoint: SnsEndpoint): void {
  const { path, tag, setting, take } = endpoint;
  const localHost = config.MARKETPLACE_SNS_CERT_HOST;
  const topics = config[setting].split(/[\s,]+/).filter(Boolean);
  const isGenuine = createSnsVerifier({ localHost });

  const schema = { tags: [tag], response };
  app.post(path, { schema, bodyLimit: largestBody, config: { crossSite: true } }, async request => {
    if (topics.length === 0) throw new Problem('notFound');
    const message = readMessage(request.body);
    const { sns } = messagesIn(languageOf(request)).events;
    if (!topics.includes(message.TopicArn))
      throw new Problem('forbidden', { detail: sns.otherTopic(setting) });
    if (!(await isGenuine(message))) throw new Problem('forbidden', { detail: sns.notSigned });
    if (message.Type === 'SubscriptionConfirmation') {
      await confirm(message, { localHost, detail: sns.otherAddress });
      return { state: 'confirmed' };
    }
    if (message.Type === 'UnsubscribeConfirmation') {
      request.log.warn({ topic: message.TopicArn }, 'SNS sends nothing more of this topic');
      return { state: 'unsubscribed' };
    }
    return { state: await take(message, request) };
  });
}

/** SNS sends its JSON as text/plain. Throws the Problems badRequest and invalid. */
function readMessage(body: unknown): SnsMessage {
  return checked<SnsMessage>(messageSchema, typeof body === 'string' ? jsonIn(body) : body);
}

async function confirm(
  { SubscribeURL = '', TopicArn }: SnsMessage,
  { localHost, detail }: { localHost: string; detail: string },
): Promise<void> {
  const url = snsUrl(SubscribeURL, localHost);
  const isConfirmation =
    url?.pathname === (localHost ? '/sns' : '/') &&
    url.searchParams.get('Action') === 'ConfirmSubscription' &&
    url.searchParams.get('TopicArn') === TopicArn;
  if (!isConfirmation) throw new Problem('forbidden', { detail });
  await fetchFromSns(url);
}
