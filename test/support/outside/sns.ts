import { randomUUID } from 'node:crypto';
import { signerOfProcess } from '../../../emulator/events/certificate.ts';

export type SnsPost = Record<string, string>;

/** What is signed: every field in alphabetical order, which is SNS's order for both kinds of messages. */
export const signedText = (message: SnsPost) =>
  Object.keys(message)
    .sort()
    .map(name => `${name}\n${message[name]}\n`)
    .join('');

/** A message with a signature that holds, made with the key of the emulator at this address. */
export function signedBySns(
  emulatorUrl: string,
  { version = '2', ...message }: SnsPost & { TopicArn: string; version?: '1' | '2' },
): SnsPost {
  const { id, sign } = signerOfProcess();
  const content = {
    Type: 'Notification',
    MessageId: randomUUID(),
    Message: '{}',
    Timestamp: new Date().toISOString(),
    ...message,
  };
  return {
    ...content,
    SignatureVersion: version,
    Signature: sign(signedText(content), version),
    SigningCertURL: `${emulatorUrl}/SimpleNotificationService-${id}.pem`,
  };
}
