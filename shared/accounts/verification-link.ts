import { createHash, randomBytes } from 'node:crypto';

/** How long a verification link works, in business time. */
export const linkGoodForHours = 24;

const hour = 3_600_000;

/** A new link that proves an address, with a token nobody can guess. Only a hash of the token is kept. */
export function newVerificationLink({ publicUrl, now }: { publicUrl: string; now: string }) {
  const token = randomBytes(32).toString('base64url');
  return {
    verifyUrl: `${publicUrl}/accounts/verify/${token}`,
    expiresAt: new Date(Date.parse(now) + linkGoodForHours * hour),
  };
}

/** What is kept of a token. */
export const tokenHashOf = (token: string) => createHash('sha256').update(token).digest('hex');

/** What is kept of the token in a link. */
export const tokenHashIn = (verifyUrl: string) =>
  tokenHashOf(verifyUrl.slice(verifyUrl.lastIndexOf('/') + 1));
