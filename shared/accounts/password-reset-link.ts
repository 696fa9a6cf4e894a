import { newToken, tokenHashOf } from './link-token.ts';

/** How long a link for a new password works, in business time. Short, since whoever opens it gets the account. */
export const resetGoodForHours = 2;

const hour = 3_600_000;

/** A new link for a new password. Only a hash of its token is kept. */
export function newResetLink({ publicUrl, now }: { publicUrl: string; now: string }) {
  const token = newToken();
  return {
    resetUrl: `${publicUrl}/accounts/new-password/${token}`,
    tokenHash: tokenHashOf(token),
    expiresAt: new Date(Date.parse(now) + resetGoodForHours * hour),
  };
}
