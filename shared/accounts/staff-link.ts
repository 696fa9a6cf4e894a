import { createHmac } from 'node:crypto';
import { tokenHashOf } from './link-token.ts';

/** How long the link of an invitation to the desk works, in business time. */
export const staffLinkGoodForDays = 7;

const day = 86_400_000;

/**
 * The link with which somebody of the staff chooses a password. It follows from the id of the command that has it sent, so
 * that a process which dies before the mail is written sends the same link when it is asked again. Only a hash is kept.
 */
export function newStaffLink(
  { PUBLIC_URL, SESSION_SECRET }: { PUBLIC_URL: string; SESSION_SECRET: string },
  { commandId, now }: { commandId: string; now: string },
) {
  const token = createHmac('sha256', SESSION_SECRET).update(`staff-link ${commandId}`).digest('base64url');
  return {
    linkUrl: `${PUBLIC_URL}/desk/invitation/${token}`,
    tokenHash: tokenHashOf(token),
    expiresAt: new Date(Date.parse(now) + staffLinkGoodForDays * day),
  };
}
