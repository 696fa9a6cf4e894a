import { createPrivateKey, createPublicKey, sign } from 'node:crypto';
import { keyFor } from '../../shared/sealing.ts';

/** What stands before the 32 bytes of an Ed25519 key in PKCS #8 (RFC 8410). */
const before = Buffer.from('302e020100300506032b657004220420', 'hex');

/** Signs exports. Whoever has the public key can tell that a file is whole and from here. */
export interface Signer {
  /** SPKI, base64. */
  publicKey: string;
  sign: (text: string) => string;
}

/** The installation's own key, from its secret: another secret is another key. */
export function signerFrom(secret: string): Signer {
  const seed = keyFor('audit export', secret);
  const key = createPrivateKey({ key: Buffer.concat([before, seed]), format: 'der', type: 'pkcs8' });
  const publicKey = createPublicKey(key).export({ format: 'der', type: 'spki' }).toString('base64');
  return { publicKey, sign: text => sign(null, Buffer.from(text), key).toString('base64') };
}
