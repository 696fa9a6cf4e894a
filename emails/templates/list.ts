import type { MailTemplate } from '../../deal/mails/mails.ts';
import type { AccountMailTemplate } from '../../shared/models/outbox.ts';
import type { AccountMail } from '../account-mail.ts';
import type { DealMail, MailContent } from '../mail.ts';
import { accountExists } from './accounts/account-exists.ts';
import { emailVerification, verificationReminder } from './accounts/email-verification.ts';
import { noAccount } from './accounts/no-account.ts';
import { passwordChanged } from './accounts/password-changed.ts';
import { passwordReset } from './accounts/password-reset.ts';
import { recoveryCodeUsed, secondFactorReset } from './accounts/second-factor.ts';
import { staffInvited, staffPassword } from './accounts/staff-link.ts';
import { disbursementPaused } from './care/disbursement-paused.ts';
import { stuckNotice } from './care/stuck-notice.ts';
import { webhookPaused } from './care/webhook-paused.ts';
import { attachmentsNotKept } from './conversation/attachments-not-kept.ts';
import { emptyMail } from './conversation/empty-mail.ts';
import { messageFromBuyer, messageToBuyer } from './conversation/messages.ts';
import { answerOverdue } from './negotiation/answer-overdue.ts';
import { approvalDecided } from './negotiation/approval-decided.ts';
import { approvalOverdue } from './negotiation/approval-overdue.ts';
import { approvalRequested } from './negotiation/approval-requested.ts';
import { inquiryNotice } from './negotiation/inquiry-notice.ts';
import { inquiryReceived } from './negotiation/inquiry-received.ts';
import { negotiationIdle } from './negotiation/negotiation-idle.ts';
import { proposal, proposalAgreed, proposalReminder, proposalWithdrawn } from './negotiation/proposal.ts';
import { buyerRequest } from './offer/buyer-request.ts';
import { offer } from './offer/offer.ts';
import { offerDeclined } from './offer/offer-declined.ts';
import { offerExpired } from './offer/offer-expired.ts';
import { offerExpiring } from './offer/offer-expiring.ts';
import { offerExtended } from './offer/offer-extended.ts';
import { offerUnread } from './offer/offer-unread.ts';
import { offerWithdrawn } from './offer/offer-withdrawn.ts';
import { newLink } from './page-links/new-link.ts';
import { accepted } from './set-up/accepted.ts';
import { activatedNotice } from './set-up/activated-notice.ts';
import { confirmation } from './set-up/confirmation.ts';
import { handOver } from './set-up/hand-over.ts';
import { linkEnded } from './set-up/link-ended.ts';
import { linkMoved } from './set-up/link-moved.ts';
import { secondPurchase } from './set-up/second-purchase.ts';
import { setUpReminder } from './set-up/set-up-reminder.ts';
import { accessEnded } from './term/access-ended.ts';
import { agreementChanged } from './term/agreement-changed.ts';
import { awsNotice } from './term/aws-notice.ts';
import { paymentFailed } from './term/payment-failed.ts';
import { termEnding } from './term/term-ending.ts';

/** What each mail about a deal says. */
export const dealMails: Record<MailTemplate, (mail: DealMail) => MailContent> = {
  inquiryReceived,
  inquiryNotice,
  answerOverdue,
  negotiationIdle,
  messageToBuyer,
  messageFromBuyer,
  attachmentsNotKept,
  proposal,
  proposalReminder,
  proposalWithdrawn,
  proposalAgreed,
  approvalRequested,
  approvalOverdue,
  approvalDecided,
  offer,
  offerUnread,
  offerExtended,
  offerExpiring,
  offerExpired,
  offerWithdrawn,
  buyerRequest,
  offerDeclined,
  accepted,
  secondPurchase,
  setUpReminder,
  handOver,
  confirmation,
  activatedNotice,
  linkMoved,
  linkEnded,
  agreementChanged,
  termEnding,
  accessEnded,
  paymentFailed,
  awsNotice,
  newLink,
  stuckNotice,
};

/** What each mail about somebody's account says. */
export const accountMails: { [T in AccountMailTemplate]: (mail: AccountMail<T>) => MailContent } = {
  emailVerification,
  verificationReminder,
  accountExists,
  passwordReset,
  noAccount,
  passwordChanged,
  staffInvited,
  staffPassword,
  secondFactorReset,
  recoveryCodeUsed,
  webhookPaused,
  disbursementPaused,
  emptyMail,
};
