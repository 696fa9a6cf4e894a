import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { memoize } from '../memoize.ts';

/** What one approver is asked once: a link is sealed to all of it. Moments are ISO business time. */
export interface ApprovalAsked {
  dealId: string;
  /** Of the terms. */
  version: number;
  /** Of the approver, lower case. */
  email: string;
  /** When the approval was asked for: asked again for the same terms, it is another one. */
  askedAt: string;
  endsAt: string;
}

/**
 * The page on which one approver decides without signing in. Whoever has the address decides in his name: it belongs in
 * the mail to him alone, and never in a log.
 */
export function approvalPageUrl(
  { publicUrl, secret }: { publicUrl: string; secret: string },
  asked: ApprovalAsked,
): string {
  const { dealId, version, email, askedAt, endsAt } = asked;
  const address = Buffer.from(email.toLowerCase()).toString('base64url');
  const named = [dealId, version, address, shortOf(askedAt), shortOf(endsAt)].join('.');
  return `${publicUrl.replace(/\/+$/, '')}/approvals/${named}.${seal(secret, named).toString('base64url')}`;
}

/** What a token was made for, whether it has ended or not; nothing when it is not one of ours. */
export function readApprovalToken({ secret }: { secret: string }, token: string): ApprovalAsked | undefined {
  const at = token.lastIndexOf('.');
  const named = token.slice(0, at);
  const given = Buffer.from(token.slice(at + 1), 'base64url');
  const right = seal(secret, named);
  if (at < 0 || given.length !== right.length || !timingSafeEqual(given, right)) return undefined;
  const [dealId = '', version, address = '', askedAt = '', endsAt = ''] = named.split('.');
  return {
    dealId,
    version: Number(version),
    email: Buffer.from(address, 'base64url').toString(),
    askedAt: momentOf(askedAt),
    endsAt: momentOf(endsAt),
  };
}

const shortOf = (moment: string) => Date.parse(moment).toString(36);
const momentOf = (short: string) => new Date(Number.parseInt(short, 36)).toISOString();

function seal(secret: string, named: string): Buffer {
  return createHmac('sha256', keyFrom(secret)).update(named).digest();
}

/** A key of its own, so that a signature made for something else is never a link. */
const keyFrom = memoize((secret: string) =>
  Buffer.from(hkdfSync('sha256', secret, '', 'offerdesk approval link', 32)),
);
