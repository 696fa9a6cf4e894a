import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { memoize } from './memoize.ts';

/** Whose reminders a link is about: one address, in one deal. */
export interface RemindersOf {
  dealId: string;
  /** Lower case. */
  email: string;
}

/**
 * The page on which one reader stops the reminders of one deal, and the address that a mailbox posts to for him
 * (RFC 8058). It is the same every time. It lets nobody see the deal, so that a mail can be passed on with it.
 */
export function remindersPageUrl(
  { publicUrl, secret }: { publicUrl: string; secret: string },
  { dealId, email }: RemindersOf,
): string {
  const named = `${dealId}.${Buffer.from(email.toLowerCase()).toString('base64url')}`;
  return `${publicUrl.replace(/\/+$/, '')}/reminders/${named}.${seal(secret, named).toString('base64url')}`;
}

/** Whom a token was made for; nothing when it is not one of ours. */
export function readRemindersToken({ secret }: { secret: string }, token: string): RemindersOf | undefined {
  const [dealId, address, sealed, ...rest] = token.split('.');
  if (!dealId || !address || !sealed || rest.length > 0) return undefined;
  const given = Buffer.from(sealed, 'base64url');
  const right = seal(secret, `${dealId}.${address}`);
  if (given.length !== right.length || !timingSafeEqual(given, right)) return undefined;
  return { dealId, email: Buffer.from(address, 'base64url').toString() };
}

function seal(secret: string, named: string): Buffer {
  return createHmac('sha256', keyFrom(secret)).update(named).digest();
}

/** A key of its own, so that a signature made for something else is never a link. */
const keyFrom = memoize((secret: string) =>
  Buffer.from(hkdfSync('sha256', secret, '', 'offerdesk reminders link', 32)),
);
