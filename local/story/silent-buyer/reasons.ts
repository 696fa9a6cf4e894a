import { currentOffer, type Deal } from '../../../deal/deal.ts';
import type { MailTemplate } from '../../../deal/mails/mails.ts';

const waitsForBuyer = (deal: Deal) =>
  currentOffer(deal)?.state === 'released' && !deal.agreement && !deal.registration;

const reasons: { [T in MailTemplate]?: (deal: Deal) => boolean } = {
  answerOverdue: deal => deal.stage === 'inquiry',
  negotiationIdle: deal => ['inquiry', 'negotiating', 'approving'].includes(deal.stage),
  approvalOverdue: deal => deal.stage === 'approving',
  offerUnread: waitsForBuyer,
  offerExpiring: waitsForBuyer,
  offerExpired: deal => currentOffer(deal)?.state === 'expired',
  setUpReminder: deal => deal.agreement?.status === 'ACTIVE' && !deal.link,
  stuckNotice: deal => deal.stuck.length > 0,
  termEnding: deal => deal.stage === 'active',
};

/** True for a mail that asks its reader to do something which may have been done meanwhile. */
export const needsReason = (template: MailTemplate) => template in reasons;

/** Whether there is a reason for such a mail; said here once more, and not asked of what is being tested. */
export const hasReason = (deal: Deal, template: MailTemplate) => reasons[template]?.(deal) ?? true;
