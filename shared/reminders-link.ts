import { sealedLinks } from './sealing.ts';

const links = sealedLinks({ path: '/reminders', purpose: 'reminders link' });

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
  settings: { publicUrl: string; secret: string },
  { dealId, email }: RemindersOf,
): string {
  return links.urlOf(settings, [dealId, Buffer.from(email.toLowerCase()).toString('base64url')]);
}

/** Whom a token was made for; nothing when it is not one of ours. */
export function readRemindersToken(settings: { secret: string }, token: string): RemindersOf | undefined {
  const [dealId, address] = links.partsIn(settings, token) ?? [];
  if (!dealId || !address) return undefined;
  return { dealId, email: Buffer.from(address, 'base64url').toString() };
}
