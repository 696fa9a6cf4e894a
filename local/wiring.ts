import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Ports } from './addresses.ts';
import type { KeptClock, Secrets } from './data-folder.ts';
import { replicaSetAt } from './servers/mongodb.ts';

export type Wiring = {
  ports: Ports;
  dataDir: string;
  temporalAddress: string;
  mongodbUri: string;
  secrets: Secrets;
  clock: KeptClock;
};

/** The database of a stack that runs its own MongoDB. */
export const mongodbAt = ({ mongodb }: Ports) => replicaSetAt([mongodb], 'offerdesk');

/** The Temporal server of a stack that runs its own. */
export const temporalAt = ({ temporal }: Ports) => `127.0.0.1:${temporal}`;

/** What api and worker read from the environment so that they find each other, the servers, the emulator and the mailbox. */
export function productEnvironment(wiring: Wiring): Record<string, string> {
  const { ports, temporalAddress, mongodbUri, secrets } = wiring;
  const emulator = `http://localhost:${ports.emulator}`;
  const publicUrl = `http://localhost:${ports.api}`;
  return {
    ...secrets,
    ...clock(wiring),
    ...awsPointedAt(`http://127.0.0.1:${ports.emulator}`),
    // Some shells export the machine's name as HOST.
    HOST: '127.0.0.1',
    PORT: `${ports.api}`,
    WORKER_PORT: `${ports.worker}`,
    PUBLIC_URL: publicUrl,
    TEMPORAL_ADDRESS: temporalAddress,
    ...(temporalAddress === temporalAt(ports) && { TEMPORAL_UI_URL: `http://localhost:${ports.temporalUi}` }),
    MONGODB_URI: mongodbUri,
    SMTP_URL: `smtp://127.0.0.1:${ports.smtp}`,
    // Our own mailbox takes what comes, also at a scale at which a month passes in a minute.
    MAIL_PER_SECOND: '1000',
    MAIL_INBOUND_SECRET: inboundSecret(secrets),
    MAIL_REPLY_TEMPLATE: 'support+{token}@example.com',
    OFFER_URL_TEMPLATE: `${emulator}/marketplace/procurement?productId={productId}&offerId={offerId}`,
    MARKETPLACE_MANAGE_URL: `${emulator}/marketplace/subscriptions`,
  };
}

/** What the emulator reads: where the seller's product is, and the seller's event secret. */
export function emulatorEnvironment(wiring: Wiring): Record<string, string> {
  const { ports, dataDir, secrets } = wiring;
  const product = `http://localhost:${ports.api}`;
  return {
    ...clock(wiring),
    EMULATOR_PORT: `${ports.emulator}`,
    EMULATOR_EVENT_URL: `http://127.0.0.1:${ports.api}/marketplace/events`,
    EMULATOR_EVENT_SECRET: secrets.MARKETPLACE_EVENT_SECRET,
    EMULATOR_EVENT_HEADER: 'x-api-key',
    EMULATOR_FULFILLMENT_URL: `${product}/marketplace/register`,
    EMULATOR_DATA_FILE: join(dataDir, 'marketplace.json'),
  };
}

/** What the mailbox reads. */
export function mailboxEnvironment({ ports, dataDir, secrets }: Wiring): Record<string, string> {
  return {
    MAILBOX_INBOUND_URL: `http://127.0.0.1:${ports.api}/mail/inbound`,
    MAILBOX_INBOUND_SECRET: inboundSecret(secrets),
    MAILBOX_PORT: `${ports.mailbox}`,
    SMTP_PORT: `${ports.smtp}`,
    MAILBOX_DATA_DIR: join(dataDir, 'mails'),
  };
}

/** Between mailbox and api; nothing more to keep in the data folder. */
const inboundSecret = ({ SESSION_SECRET }: Secrets) =>
  createHash('sha256').update(`mail to support ${SESSION_SECRET}`).digest('base64url');

/**
 * The reader's own environment without what would lead a local process elsewhere: to the real AWS, or, when the
 * Temporal server is ours, to another one by a namespace, key or profile meant for it.
 */
export function ownEnvironment(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const foreign = env.TEMPORAL_ADDRESS ? /^AWS_/ : /^(AWS|TEMPORAL)_/;
  return Object.fromEntries(Object.entries(env).filter(([name]) => !foreign.test(name)));
}

function clock({ clock: { OFFERDESK_TIME_SCALE, OFFERDESK_TIME_ANCHOR } }: Wiring) {
  return {
    OFFERDESK_TIME_SCALE: `${OFFERDESK_TIME_SCALE}`,
    OFFERDESK_TIME_ANCHOR: `${OFFERDESK_TIME_ANCHOR}`,
  };
}

// The SDK's own variables (service-specific endpoints), so that no code knows of the emulator.
function awsPointedAt(emulator: string): Record<string, string> {
  return {
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_CONFIG_FILE: '/dev/null',
    AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_ENDPOINT_URL_MARKETPLACE_METERING: `${emulator}/metering`,
    AWS_ENDPOINT_URL_MARKETPLACE_ENTITLEMENT_SERVICE: `${emulator}/entitlement`,
    AWS_ENDPOINT_URL_MARKETPLACE_CATALOG: `${emulator}/catalog`,
    AWS_ENDPOINT_URL_MARKETPLACE_AGREEMENT: `${emulator}/agreement`,
  };
}
