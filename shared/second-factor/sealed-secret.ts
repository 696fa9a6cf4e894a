import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { keyFor } from '../sealing.ts';

const cipher = 'aes-256-gcm';
const ivLength = 12;
const tagLength = 16;
const purpose = 'second factor';

interface Sealing {
  /** The secret of the server. */
  secret: string;
  /** Whose it is: nobody else's opens with it. */
  staffId: string;
}

/** A text that only this server reads, and only for this person. */
export function sealFor({ secret, staffId }: Sealing, text: string): string {
  const iv = randomBytes(ivLength);
  const sealing = createCipheriv(cipher, keyFor(purpose, secret), iv).setAAD(Buffer.from(staffId));
  const sealed = Buffer.concat([sealing.update(text, 'utf8'), sealing.final()]);
  return Buffer.concat([iv, sealing.getAuthTag(), sealed]).toString('base64url');
}

/** The text again; nothing for what was sealed for somebody else, by another server, or was changed. */
export function openFor({ secret, staffId }: Sealing, sealed: string): string | undefined {
  const bytes = Buffer.from(sealed, 'base64url');
  if (bytes.length <= ivLength + tagLength) return undefined;
  const opening = createDecipheriv(cipher, keyFor(purpose, secret), bytes.subarray(0, ivLength), {
    authTagLength: tagLength,
  });
  opening.setAAD(Buffer.from(staffId)).setAuthTag(bytes.subarray(ivLength, ivLength + tagLength));
  try {
    return Buffer.concat([opening.update(bytes.subarray(ivLength + tagLength)), opening.final()]).toString();
  } catch {
    return undefined;
  }
}
