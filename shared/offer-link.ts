import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { memoize } from './memoize.ts';

/**
 * The address of a buyer's deal page. It is the same every time, so that every mail of a deal leads to one page, and
 * nobody can make one without the secret. Whoever has it may see the deal: it belongs in mails, never in logs.
 */
export function offerPageUrl(
  { publicUrl, secret }: { publicUrl: string; secret: string },
  dealId: string,
): string {
  return `${publicUrl.replace(/\/+$/, '')}/offers/${dealId}.${seal(secret, dealId).toString('base64url')}`;
}

/** The deal a token was made for; nothing when it is not one of ours. */
export function dealIdFrom({ secret }: { secret: string }, token: string): string | undefined {
  const [dealId, sealed, ...rest] = token.split('.');
  if (!dealId || !sealed || rest.length > 0) return undefined;
  const given = Buffer.from(sealed, 'base64url');
  const right = seal(secret, dealId);
  return given.length === right.length && timingSafeEqual(given, right) ? dealId : undefined;
}

function seal(secret: string, dealId: string): Buffer {
  return createHmac('sha256', keyFrom(secret)).update(dealId).digest();
}

/** A key of its own, so that a signature made for something else is never a link. */
const keyFrom = memoize((secret: string) =>
  Buffer.from(hkdfSync('sha256', secret, '', 'offerdesk offer link', 32)),
);
