import { randomBytes } from 'node:crypto';
import type { Agreement } from '../engine/agreement.ts';
import { customerIdentifier } from '../engine/customer-identifier.ts';
import type { SnsSubscription } from '../engine/event.ts';
import { newId } from '../engine/ids.ts';
import { type Marketplace, settings } from '../engine/marketplace.ts';
import type { Task } from '../engine/task.ts';
import { signerOfProcess } from './certificate.ts';
import { backoff, isRetried, post } from './http.ts';

/** AWS's own account, which owns the topics. */
const TOPIC_OWNER = '287250355862';

export type Topic = 'subscription' | 'entitlement';
type Action = 'subscribe-success' | 'subscribe-fail' | 'unsubscribe-pending' | 'unsubscribe-success';

export const topicArn = (topic: Topic, productCode: string) =>
  `arn:aws:sns:us-east-1:${TOPIC_OWNER}:aws-mp-${topic}-notification-${productCode}`;

const baseUrl = (market: Marketplace) => settings(market).snsBaseUrl ?? market.url();

export const certificatePath = () => `/SimpleNotificationService-${signerOfProcess().id}.pem`;

/** What is signed, in this order, each as a line of its name and a line of its value. */
const SIGNED = {
  Notification: ['Message', 'MessageId', 'Subject', 'Timestamp', 'TopicArn', 'Type'],
  SubscriptionConfirmation: [
    'Message',
    'MessageId',
    'SubscribeURL',
    'Timestamp',
    'Token',
    'TopicArn',
    'Type',
  ],
} as const;

type Content = { Type: keyof typeof SIGNED; TopicArn: string; Message: string } & Record<string, string>;

function signed(market: Marketplace, content: Content): Record<string, string> {
  const { snsSignatureVersion: version } = settings(market);
  const message: Record<string, string> = {
    ...content,
    MessageId: newId.request(),
    Timestamp: new Date().toISOString(),
  };
  const names = SIGNED[content.Type].filter(name => message[name] !== undefined);
  const text = names.map(name => `${name}\n${message[name]}\n`).join('');
  return {
    ...message,
    SignatureVersion: version,
    Signature: signerOfProcess().sign(text, version),
    SigningCertURL: `${baseUrl(market)}${certificatePath()}`,
  };
}

const query = (market: Marketplace, parameters: Record<string, string>) =>
  `${baseUrl(market)}/sns?${new URLSearchParams(parameters)}`;

/** Subscribes an HTTP endpoint; nothing is sent to it but the confirmation until it follows the SubscribeURL. */
export function subscribeEndpoint(
  market: Marketplace,
  { topicArn: topic, endpoint }: { topicArn: string; endpoint: string },
) {
  const subscription: SnsSubscription = {
    arn: `${topic}:${newId.request()}`,
    topicArn: topic,
    endpoint,
    confirmed: false,
    token: randomBytes(64).toString('hex'),
  };
  market.state.snsSubscriptions.push(subscription);
  const { token } = subscription;
  const message = signed(market, {
    Type: 'SubscriptionConfirmation',
    TopicArn: topic,
    Token: token,
    Message: `You have chosen to subscribe to the topic ${topic}.\nTo confirm the subscription, visit the SubscribeURL included in this message.`,
    SubscribeURL: query(market, { Action: 'ConfirmSubscription', TopicArn: topic, Token: token }),
  });
  market.schedule.add({ after: 0 }, { kind: 'notify', message, endpoint, attempt: 1 });
  return subscription;
}

/** @returns the subscription that the token confirms */
export function confirmSubscription(market: Marketplace, token: string): SnsSubscription | undefined {
  const subscription = market.state.snsSubscriptions.find(each => each.token === token);
  if (subscription) subscription.confirmed = true;
  return subscription;
}

function send(market: Marketplace, topic: string, body: Record<string, string>): void {
  for (const { arn, topicArn: subscribed, endpoint, confirmed } of market.state.snsSubscriptions) {
    if (!confirmed || subscribed !== topic) continue;
    const message = {
      ...signed(market, { Type: 'Notification', TopicArn: topic, Message: JSON.stringify(body) }),
      UnsubscribeURL: query(market, { Action: 'Unsubscribe', SubscriptionArn: arn }),
    };
    market.schedule.add(
      { after: settings(market).events.delay },
      { kind: 'notify', message, endpoint, attempt: 1 },
    );
  }
}

/** The legacy notices of an agreement: the action if there is one, and always that entitlements may have changed. */
export function notifySubscription(market: Marketplace, agreement: Agreement, action?: Action): void {
  const code = market.state.products[agreement.productId]?.code ?? '';
  const common = { 'customer-identifier': customerIdentifier(agreement), 'product-code': code };
  const withOffer = action === 'subscribe-success' || action === 'subscribe-fail';
  if (action) {
    send(market, topicArn('subscription', code), {
      action,
      ...common,
      ...(withOffer && { 'offer-identifier': agreement.offerId }),
      isFreeTrialTermPresent: 'false',
    });
  }
  if (action === 'unsubscribe-pending' || action === 'subscribe-fail') return;
  send(market, topicArn('entitlement', code), { action: 'entitlement-updated', ...common });
}

const ATTEMPTS = 10;

/** One try to hand a message to a subscriber. */
export async function notify(market: Marketplace, task: Extract<Task, { kind: 'notify' }>): Promise<void> {
  const { message, endpoint, attempt } = task;
  const delivery = await post(endpoint, {
    headers: { 'content-type': 'text/plain; charset=UTF-8', 'x-amz-sns-message-type': message.Type ?? '' },
    body: JSON.stringify(message),
  });
  market.log({ level: 'info', msg: 'SNS message sent', endpoint, type: message.Type, ...delivery });
  if (!isRetried(delivery) || attempt >= ATTEMPTS) return;
  market.schedule.add({ after: backoff(attempt) }, { ...task, attempt: attempt + 1 });
}
