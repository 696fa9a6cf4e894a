import { generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';

/** DER: tag, length, content. */
function der(tag: number, ...parts: Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  if (length < 0x80) return Buffer.concat([Buffer.from([tag, length]), content]);
  const bytes = Buffer.from(length.toString(16).padStart(length > 0xff ? 4 : 2, '0'), 'hex');
  return Buffer.concat([Buffer.from([tag, 0x80 | bytes.length]), bytes, content]);
}

const sequence = (...parts: Buffer[]) => der(0x30, ...parts);
const SHA256_WITH_RSA = Buffer.from('300d06092a864886f70d01010b0500', 'hex');
const COMMON_NAME = Buffer.from('0603550403', 'hex');

const named = (name: string) => sequence(der(0x31, sequence(COMMON_NAME, der(0x0c, Buffer.from(name)))));
const generalizedTime = (text: string) => der(0x18, Buffer.from(text));

function selfSigned(publicKey: KeyObject, privateKey: KeyObject): string {
  const name = named('sns.amazonaws.com');
  const body = sequence(
    der(0x02, Buffer.concat([Buffer.from([0x01]), randomBytes(8)])),
    SHA256_WITH_RSA,
    name,
    sequence(generalizedTime('20200101000000Z'), generalizedTime('20991231235959Z')),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
  );
  const signature = sign('sha256', body, privateKey);
  const whole = sequence(body, SHA256_WITH_RSA, der(0x03, Buffer.concat([Buffer.from([0x00]), signature])));
  const lines = whole.toString('base64').match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`;
}

export type Signer = {
  /** PEM of the X.509 certificate that belongs to the signatures. */
  certificate: string;
  /** The part of the certificate's address that AWS makes of 32 hex digits. */
  id: string;
  /** Base64. Version 1 is SHA-1, version 2 is SHA-256. */
  sign(text: string, version: '1' | '2'): string;
};

let signer: Signer | undefined;

/** One key for the life of the process, made when it is first needed. */
export function signerOfProcess(): Signer {
  if (signer) return signer;
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  signer = {
    certificate: selfSigned(publicKey, privateKey),
    id: randomBytes(16).toString('hex'),
    sign: (text, version) =>
      sign(version === '1' ? 'sha1' : 'sha256', Buffer.from(text), privateKey).toString('base64'),
  };
  return signer;
}
