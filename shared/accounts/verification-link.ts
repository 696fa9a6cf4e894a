import { newToken, tokenHashOf } from './link-token.ts';

/** How long a verification link works, in business time. */
export const linkGoodForHours = 24;

const hour = 3_600_000;

/** A new link that proves an address. Only a hash of its token is kept. */
export function newVerificationLink({ publicUrl, now }: { publicUrl: string; now: string }) {
  return {
    verifyUrl: `${publicUrl}/accounts/verify/${newToken()}`,
    expiresAt: new Date(Date.parse(now) + linkGoodForHours * hour),
  };
}

/** What is kept of the token in a link. */
export const tokenHashIn = (verifyUrl: string) =>
  tokenHashOf(verifyUrl.slice(verifyUrl.lastIndexOf('/') + 1));
