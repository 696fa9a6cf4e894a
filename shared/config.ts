import envSchema from 'env-schema';
import { type Static, Type } from 'typebox';
import { isTimeZone } from '../deal/contract/person-limits.ts';
import type { ReminderPolicy } from '../deal/policy.ts';
import type { Product } from '../deal/terms/products.ts';
import { verifyRemindHoursFrom } from './accounts/verification-reminders.ts';
import { refuseBadBranding } from './branding-setting.ts';
import type { Clock } from './clock.ts';
import { refuseBadBounceSettings } from './mail/bounce-settings.ts';
import { remindersFrom } from './reminders-setting.ts';
import { defaultRetrySeconds, refuseBadWebhooks } from './webhooks/settings.ts';

const text = (description: string, fallback?: string) =>
  Type.String({ description, ...(fallback === undefined ? {} : { default: fallback }) });

/** Every setting of api and worker, read once when a process starts. The table in docs/operating.md is made from it. */
export const configSchema = Type.Object({
  NODE_ENV: text('`production` refuses the development defaults of secrets', 'development'),
  LOG_LEVEL: text('trace, debug, info, warn, error, fatal, silent', 'info'),
  HOST: text('address the api listens on', '127.0.0.1'),
  PORT: Type.Integer({ description: 'port of the api', default: 3000 }),
  WORKER_PORT: Type.Integer({ description: "port of the worker's health", default: 3001 }),
  PUBLIC_URL: text('how buyers and AWS reach the api', 'http://localhost:3000'),
  TRUST_PROXY: Type.Boolean({
    description: 'true behind a reverse proxy that sets X-Forwarded-*',
    default: false,
  }),

  TEMPORAL_ADDRESS: text(
    'host:port of the Temporal frontend; the SDK’s other TEMPORAL_* settings work too',
    '127.0.0.1:7233',
  ),
  TEMPORAL_NAMESPACE: text('Temporal namespace', 'default'),
  TEMPORAL_TASK_QUEUE: text('task queue of the deals; AWS calls use `<queue>-aws-<api>`', 'deals'),
  WORKFLOW_BUNDLE: text(
    'file with the bundled workflows, as `npm run build` writes it; empty: a worker bundles them when it starts, which takes seconds',
    '',
  ),
  MONGODB_URI: text('a replica set', 'mongodb://127.0.0.1:27027/offerdesk?replicaSet=rs0'),

  SMTP_URL: text('smtp:// or smtps:// with user and password', 'smtp://127.0.0.1:4025'),
  MAIL_PER_SECOND: Type.Integer({
    description: 'mails a second that each worker process gives to the mail server, at most',
    default: 10,
    minimum: 1,
  }),
  MAIL_FROM: text('sender of every mail', 'Offerdesk <offers@example.com>'),
  MAIL_BOUNCE_ADDRESS: text(
    'envelope sender of every mail, to which mail servers report what does not arrive; empty: the address of MAIL_FROM',
    '',
  ),
  BOUNCE_IMAP_URL: text(
    'mailbox of these reports: `imaps://user:password@host/INBOX`, user and password percent-encoded; empty: none is read',
    '',
  ),
  MAIL_BOUNCE_SECRET: text(
    'value of the x-api-key header of POST /mail/bounces; empty: no such endpoint',
    '',
  ),
  MAIL_BOUNCE_SNS_TOPICS: text(
    'ARNs of the SNS topics to which Amazon SES reports bounces, separated by commas; empty: none',
    '',
  ),
  SUPPORT_EMAIL: text('address buyers write to when something is wrong', 'support@example.com'),
  VENDOR_NAME: text('the selling company, as buyers read it', 'Example Inc.'),
  VENDOR_LOGO_URL: text(
    'https:// address of a PNG at the head of mails, shown 32 px high; best if it can be read on light and dark ground; empty: the name alone',
    '',
  ),
  VENDOR_COLOR: text('#rrggbb of buttons and links in mails', '#1f4fd8'),
  PRODUCT_CONSOLE_URL: text(
    'where a linked organization starts to use the product',
    'http://localhost:3000/organizations',
  ),

  AWS_REGION: text('AWS Marketplace answers in us-east-1 only', 'us-east-1'),
  MARKETPLACE_PRODUCTS: text(
    'JSON list of what is sold: [{"productId","productCode","title","dimensions":[{"key","label","listPrices":{"USD","JPY"}}]}]',
    JSON.stringify([
      {
        productId: 'prod-examplecloud01',
        productCode: 'examplecloud0000000000001',
        title: 'Example Cloud',
        dimensions: [
          {
            key: 'committed_spend',
            label: 'Committed spend',
            listPrices: { USD: '12000.00', JPY: '1800000' },
          },
          { key: 'premium_support', label: 'Premium support', listPrices: { USD: '2400.00', JPY: '360000' } },
        ],
      },
    ]),
  ),
  MARKETPLACE_EVENT_SECRET: text(
    'value of the x-api-key header of the EventBridge API destination',
    'development-event-secret',
  ),
  MARKETPLACE_QUEUE_URL: text(
    'SQS queue of the same events, polled by the worker; empty: no queue. Give it a dead-letter queue with a maxReceiveCount of 100 or more',
    '',
  ),
  MARKETPLACE_SNS_TOPICS: text(
    'ARNs of the legacy SNS topics whose messages are taken, separated by commas; empty: none',
    '',
  ),
  MARKETPLACE_SNS_CERT_HOST: text(
    'host:port of a local emulator that signs SNS messages; refused in production',
    '',
  ),
  OFFER_URL_TEMPLATE: text(
    'where a buyer reviews an offer; AWS has no API for it',
    'https://aws.amazon.com/marketplace/private-offer?offerId={offerId}',
  ),
  MARKETPLACE_MANAGE_URL: text(
    'where a buyer finds “Set up product” again',
    'https://console.aws.amazon.com/marketplace/home/subscriptions',
  ),
  RECONCILE_SECONDS: Type.Integer({
    description: 'how often AWS is asked for agreements whose event never came',
    default: 600,
  }),

  PRODUCT_WEBHOOK_URL: text('where the product is told of links and their end; empty: nobody is told', ''),
  PRODUCT_WEBHOOK_SECRET: text('Standard Webhooks secret, `whsec_` and base64', ''),
  TIMELINE_WEBHOOK_URL: text('where every timeline entry is posted; empty: nowhere', ''),
  TIMELINE_WEBHOOK_SECRET: text('Standard Webhooks secret, `whsec_` and base64', ''),
  TIMELINE_WEBHOOK_RETRY_SECONDS: text(
    'pauses before an entry that was not taken is posted again, in real seconds',
    defaultRetrySeconds,
  ),
  STAFF_CHAT_URL: text(
    'Slack-compatible incoming webhook for what staff are told by mail; empty: mail alone. Whoever knows it can post',
    '',
  ),
  STAFF_CHAT_LANGUAGE: Type.Union([Type.Literal('en'), Type.Literal('ja')], {
    description: 'language of what is posted there: en or ja',
    default: 'en',
  }),
  SESSION_SECRET: text(
    'signs cookies and links; 32 characters or more',
    'development-session-secret-change-me',
  ),
  API_TOKENS: text('programs that may use the API: `name:role:token`, separated by commas', ''),

  APPROVAL_DISCOUNT_PERCENT: Type.Number({ description: 'a larger discount needs an approver', default: 20 }),
  APPROVAL_DURATION_MONTHS: Type.Number({ description: 'a longer term needs an approver', default: 36 }),
  VERIFY_REMIND_HOURS: text(
    'hours after which somebody who has not verified his address is reminded, separated by commas; empty: never',
    '1,20',
  ),
  REMINDERS: text(
    'JSON of what is reminded of and when, for deals opened from now on: `{"remindDaysBefore":[14,7,1]}`; what it does not name keeps its default',
    '{}',
  ),
  VENDOR_TIME_ZONE: text(
    'IANA name, where staff work: their hours are counted there until an owner has his own',
    'UTC',
  ),
  OFFERDESK_TIME_SCALE: Type.Number({
    description: 'how much faster business time runs',
    default: 1,
    exclusiveMinimum: 0,
  }),
  OFFERDESK_TIME_ANCHOR: Type.Number({
    description: 'epoch ms at which business and real time were the same',
    default: 0,
  }),
});
export type Environment = Static<typeof configSchema>;

export type Config = Omit<Environment, 'MARKETPLACE_PRODUCTS' | 'REMINDERS' | 'VERIFY_REMIND_HOURS'> & {
  products: Product[];
  reminders: Required<ReminderPolicy>;
  /** After a verification mail. */
  verifyRemindHours: number[];
  clock: Clock;
};

const secrets = ['MARKETPLACE_EVENT_SECRET', 'SESSION_SECRET'] as const;

/** Reads the settings from the environment. Throws one Error that names every setting that does not hold. */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const environment = envSchema<Environment>({ schema: configSchema, data: env, dotenv: false });
  if (environment.NODE_ENV === 'production') refuseDevelopmentSettings(environment);
  refuseHalfSettings(environment);
  refuseBadBounceSettings(environment);
  refuseBadBranding(environment);
  const { MARKETPLACE_PRODUCTS, REMINDERS, VERIFY_REMIND_HOURS, ...rest } = environment;
  const clock = { scale: environment.OFFERDESK_TIME_SCALE, anchor: environment.OFFERDESK_TIME_ANCHOR };
  return {
    ...rest,
    products: productsFrom(MARKETPLACE_PRODUCTS),
    reminders: remindersFrom(REMINDERS),
    verifyRemindHours: verifyRemindHoursFrom(VERIFY_REMIND_HOURS),
    clock,
  };
}

function productsFrom(json: string): Product[] {
  try {
    return JSON.parse(json) as Product[];
  } catch (error) {
    throw new Error(
      'MARKETPLACE_PRODUCTS is not JSON. Write it as [{"productId":"prod-…","productCode":"…","title":"…","dimensions":[…]}].',
      { cause: error },
    );
  }
}

function refuseHalfSettings(environment: Environment): void {
  const { SESSION_SECRET, VENDOR_TIME_ZONE } = environment;
  if (!isTimeZone(VENDOR_TIME_ZONE))
    throw new Error(`VENDOR_TIME_ZONE=${VENDOR_TIME_ZONE} is not known. Write it as Asia/Tokyo.`);
  if (SESSION_SECRET.length < 32) throw new Error('SESSION_SECRET must have 32 characters or more.');
  refuseBadWebhooks(environment);
}

function refuseDevelopmentSettings(environment: Environment): void {
  if (environment.MARKETPLACE_SNS_CERT_HOST)
    throw new Error('Remove MARKETPLACE_SNS_CERT_HOST: production trusts the signatures of AWS alone.');
  const missing = secrets.filter(name => environment[name].startsWith('development-'));
  if (missing.length > 0)
    throw new Error(`Set ${missing.join(' and ')}: production does not start with a development secret.`);
}
