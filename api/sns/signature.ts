import { type KeyObject, verify, X509Certificate } from 'node:crypto';
import { Problem } from '../../shared/problems.ts';

/** A message as SNS posts it; what else it carries is not read. */
export interface SnsMessage {
  Type: 'Notification' | 'SubscriptionConfirmation' | 'UnsubscribeConfirmation';
  MessageId: string;
  TopicArn: string;
  Message: string;
  Timestamp: string;
  Subject?: string;
  Token?: string;
  SubscribeURL?: string;
  SignatureVersion: string;
  Signature: string;
  SigningCertURL: string;
}

/** What is signed, in this order (SNS developer guide, "Verifying the signatures of Amazon SNS messages"). */
const notification = ['Message', 'MessageId', 'Subject', 'Timestamp', 'TopicArn', 'Type'] as const;
const subscription = [
  'Message',
  'MessageId',
  'SubscribeURL',
  'Timestamp',
  'Token',
  'TopicArn',
  'Type',
] as const;
/** The topic's owner chooses the version; AWS owns these topics, so both are taken. */
const digests: Record<string, string> = { '1': 'sha1', '2': 'sha256' };

const patienceMs = 5000;
const awsOrigin = /^https:\/\/sns\.[a-z0-9-]{3,}\.amazonaws\.com(\.cn)?$/;
const certificatePath = /^\/SimpleNotificationService-[a-f0-9]{32}\.pem$/;

/**
 * The address, when it is one of SNS itself: no other host, port, user or scheme. `localHost` replaces AWS by a local
 * emulator, over plain http.
 */
export function snsUrl(text: string, localHost: string): URL | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  const isOwn = localHost ? url.origin === `http://${localHost}` : awsOrigin.test(url.origin);
  return isOwn && text === `${url.origin}${url.pathname}${url.search}` ? url : undefined;
}

/** Fetches from SNS within five seconds, without following anybody elsewhere. Throws the Problem awsUnavailable. */
export async function fetchFromSns(url: URL): Promise<string> {
  try {
    const answer = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(patienceMs) });
    if (!answer.ok) throw new Error(`SNS answered ${answer.status}`);
    return await answer.text();
  } catch (error) {
    throw new Problem('awsUnavailable', { cause: error });
  }
}

/** Tells messages of SNS from forged ones. Certificates are fetched once a process. */
export function createSnsVerifier({ localHost }: { localHost: string }) {
  const certificates = new Map<string, X509Certificate>();

  async function keyAt(address: string): Promise<KeyObject | undefined> {
    const url = snsUrl(address, localHost);
    if (url?.search !== '' || !certificatePath.test(url.pathname)) return undefined;
    const certificate = certificates.get(address) ?? new X509Certificate(await fetchFromSns(url));
    certificates.set(address, certificate);
    return isValidNow(certificate) ? certificate.publicKey : undefined;
  }

  /** Throws the Problem awsUnavailable when the certificate cannot be had now. */
  return async function isGenuine(message: SnsMessage): Promise<boolean> {
    const digest = digests[message.SignatureVersion];
    const key = digest && (await keyAt(message.SigningCertURL));
    const signature = Buffer.from(message.Signature, 'base64');
    return Boolean(key) && verify(digest, Buffer.from(signedText(message)), key as KeyObject, signature);
  };
}

function signedText(message: SnsMessage): string {
  const names = message.Type === 'Notification' ? notification : subscription;
  return names
    .filter(name => message[name] !== undefined)
    .map(name => `${name}\n${message[name]}\n`)
    .join('');
}

/** A certificate is valid by the real calendar, however fast business time runs. */
function isValidNow({ validFrom, validTo }: X509Certificate): boolean {
  const now = Date.now();
  return Date.parse(validFrom) <= now && now <= Date.parse(validTo);
}
