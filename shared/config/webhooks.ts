import { mailTopics } from '../../deal/mails/topics.ts';
import { defaultRetrySeconds, retrySecondsFrom } from '../webhooks/settings.ts';
import { ifGiven, oneOf, secretAddress, someOf, text } from './reading/readers.ts';
import { repeatsItself } from './reading/secrets.ts';
import type { Setting, Written } from './reading/setting.ts';

const address = ifGiven(secretAddress);

/** Who is told. */
export const webhooks = {
  PRODUCT_WEBHOOK_URL: {
    means: 'where the product is told of links and their end; empty: nobody is told',
    default: '',
    read: address,
  },
  PRODUCT_WEBHOOK_SECRET: {
    means: 'Standard Webhooks secret, `whsec_` and base64 of 24 bytes or more',
    default: '',
    read: text,
  },
  TIMELINE_WEBHOOK_URL: {
    means: 'where every timeline entry is posted; empty: nowhere',
    default: '',
    read: address,
  },
  TIMELINE_WEBHOOK_SECRET: {
    means: 'Standard Webhooks secret, `whsec_` and base64 of 24 bytes or more',
    default: '',
    read: text,
  },
  TIMELINE_WEBHOOK_RETRY_SECONDS: {
    means: 'pauses before an entry that was not taken is posted again, in real seconds',
    default: defaultRetrySeconds,
    read: written => retrySecondsFrom(written) && written,
  },
  STAFF_CHAT_URL: {
    means:
      'Slack-compatible incoming webhook for what staff are told by mail; empty: mail alone. Whoever knows it can post',
    default: '',
    read: address,
  },
  STAFF_CHAT_LANGUAGE: {
    means: 'language of what is posted there: en or ja',
    default: 'en',
    read: oneOf('en', 'ja'),
  },
  STAFF_CHAT_TOPICS: {
    means:
      'first value, until it is saved at the desk, of what is posted there, separated by commas; empty: nothing',
    default: mailTopics.join(','),
    read: someOf(...mailTopics),
  },
} satisfies Record<string, Setting>;

/** An address whose secret cannot sign what is posted to it: the specification of Standard Webhooks wants 24 bytes. */
export function unsignedWebhooks(written: Written<typeof webhooks>): string[] {
  return (['PRODUCT_WEBHOOK', 'TIMELINE_WEBHOOK'] as const)
    .filter(name => written[`${name}_URL`] && !canSign(written[`${name}_SECRET`]))
    .map(
      name =>
        `${name}_URL needs ${name}_SECRET: \`whsec_\` and base64 of 24 random bytes or more, as the receiver expects it.`,
    );
}

function canSign(secret: string): boolean {
  const key = /^whsec_([A-Za-z0-9+/]+=*)$/.exec(secret)?.[1] ?? '';
  const bytes = Buffer.from(key, 'base64');
  return bytes.length >= 24 && !repeatsItself(bytes);
}
