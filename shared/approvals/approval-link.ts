import { sealedLinks } from '../sealing.ts';

const links = sealedLinks({ path: '/approvals', purpose: 'approval link' });

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
  settings: { publicUrl: string; secret: string },
  asked: ApprovalAsked,
): string {
  const { dealId, version, email, askedAt, endsAt } = asked;
  const address = Buffer.from(email.toLowerCase()).toString('base64url');
  return links.urlOf(settings, [dealId, version, address, shortOf(askedAt), shortOf(endsAt)]);
}

/** What a token was made for, whether it has ended or not; nothing when it is not one of ours. */
export function readApprovalToken(settings: { secret: string }, token: string): ApprovalAsked | undefined {
  const parts = links.partsIn(settings, token);
  if (!parts) return undefined;
  const [dealId = '', version, address = '', askedAt = '', endsAt = ''] = parts;
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
