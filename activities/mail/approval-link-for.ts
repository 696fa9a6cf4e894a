import { after, day } from '../../deal/calendar/moments.ts';
import type { Deal } from '../../deal/deal.ts';
import type { MailRequest, MailTemplate } from '../../deal/mails/mails.ts';
import { approvalSince } from '../../deal/negotiation/deadlines.ts';
import type { DealMail } from '../../emails/mail.ts';
import type { Recipient } from '../../emails/reader.ts';
import { approvalPageUrl } from '../../shared/approvals/approval-link.ts';
import { mustSignIn } from '../../shared/approvals/must-sign-in.ts';
import type { MailDeps } from './mail-delivery.ts';

const asking: readonly MailTemplate[] = ['approvalRequested', 'approvalOverdue'];
const lasts = 7 * day;

/**
 * Where the reader of a mail decides without signing in; nothing where he must. A chat is read by many, so that what is
 * posted there (to no address) never has such a link.
 */
export async function approvalLinkFor(
  { db, config, now }: Pick<MailDeps, 'db' | 'config' | 'now'>,
  { deal, request, recipient }: { deal: Deal; request: MailRequest; recipient: Recipient },
): Promise<DealMail['approvalLink']> {
  const { email } = recipient;
  const isAsked = asking.includes(request.template) && request.reader.to === 'approvers';
  const version = deal.approval?.version;
  if (!isAsked || version === undefined || email === '') return undefined;
  const reader = await db.staff.findOne({ email, active: true }).lean();
  if (!reader || mustSignIn(config, reader)) return undefined;
  const endsAt = after(now(), lasts);
  const asked = { dealId: deal.dealId, version, email, askedAt: approvalSince(deal), endsAt };
  const link = { publicUrl: config.PUBLIC_URL, secret: config.SESSION_SECRET };
  return { url: approvalPageUrl(link, asked), endsAt };
}
