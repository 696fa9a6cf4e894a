import type { Deal } from '../deal/deal.ts';
import type { AgreementChange, MailTemplate, Reader } from '../deal/mails/mails.ts';
import { messagesIn } from '../shared/i18n/messages.ts';
import type { AccountMailProps, AccountMailTemplate } from '../shared/models/outbox.ts';
import type { AccountMail } from './account-mail.ts';
import { compose } from './compose.ts';
import type { DealMail, Mail, MailContent, Vendor } from './mail.ts';
import { homeZone, isStaff, type Recipient, readerIn } from './reader.ts';
import { accountExists } from './templates/accounts/account-exists.ts';
import { emailVerification, verificationReminder } from './templates/accounts/email-verification.ts';
import { noAccount } from './templates/accounts/no-account.ts';
import { passwordChanged } from './templates/accounts/password-changed.ts';
import { passwordReset } from './templates/accounts/password-reset.ts';
import { stuckNotice } from './templates/care/stuck-notice.ts';
import { webhookPaused } from './templates/care/webhook-paused.ts';
import { answerOverdue } from './templates/negotiation/answer-overdue.ts';
import { approvalDecided } from './templates/negotiation/approval-decided.ts';
import { approvalOverdue } from './templates/negotiation/approval-overdue.ts';
import { approvalRequested } from './templates/negotiation/approval-requested.ts';
import { inquiryNotice } from './templates/negotiation/inquiry-notice.ts';
import { inquiryReceived } from './templates/negotiation/inquiry-received.ts';
import { negotiationIdle } from './templates/negotiation/negotiation-idle.ts';
import { buyerRequest } from './templates/offer/buyer-request.ts';
import { offer } from './templates/offer/offer.ts';
import { offerDeclined } from './templates/offer/offer-declined.ts';
import { offerExpired } from './templates/offer/offer-expired.ts';
import { offerExpiring } from './templates/offer/offer-expiring.ts';
import { offerExtended } from './templates/offer/offer-extended.ts';
import { offerUnread } from './templates/offer/offer-unread.ts';
import { offerWithdrawn } from './templates/offer/offer-withdrawn.ts';
import { accepted } from './templates/set-up/accepted.ts';
import { activatedNotice } from './templates/set-up/activated-notice.ts';
import { confirmation } from './templates/set-up/confirmation.ts';
import { handOver } from './templates/set-up/hand-over.ts';
import { setUpReminder } from './templates/set-up/set-up-reminder.ts';
import { accessEnded } from './templates/term/access-ended.ts';
import { agreementChanged } from './templates/term/agreement-changed.ts';
import { termEnding } from './templates/term/term-ending.ts';

const dealMails: Record<MailTemplate, (mail: DealMail) => MailContent> = {
  inquiryReceived,
  inquiryNotice,
  answerOverdue,
  negotiationIdle,
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
  setUpReminder,
  handOver,
  confirmation,
  activatedNotice,
  agreementChanged,
  termEnding,
  accessEnded,
  stuckNotice,
};

const accountMails: { [T in AccountMailTemplate]: (mail: AccountMail<T>) => MailContent } = {
  emailVerification,
  verificationReminder,
  accountExists,
  passwordReset,
  noAccount,
  passwordChanged,
  webhookPaused,
};

/**
 * One mail about a deal, in the reader's language and time zone. `now` is ISO business time.
 * Throws a RangeError when the deal lacks what the mail is about; `isStillTrue` says so before.
 */
export function renderMail(asked: {
  template: MailTemplate;
  deal: Deal;
  to: Reader['to'];
  recipient: Recipient;
  change?: AgreementChange;
  vendor: Vendor;
  offerPageUrl: string;
  /** In a reminder to a buyer: the page that stops them. */
  remindersUrl?: string;
  now: string;
}): Mail {
  const { template, deal, to, recipient, change, vendor, offerPageUrl, remindersUrl, now } = asked;
  const reader = readerIn(deal, { template, to, recipient });
  const messages = messagesIn(reader.language);
  const content = dealMails[template]({ deal, reader, change, vendor, offerPageUrl, now, messages });
  return compose(content, {
    reader,
    vendor,
    staff: isStaff(reader),
    company: deal.inquiry.company,
    dealId: deal.dealId,
    remindersUrl,
  });
}

/** One mail about somebody's account. */
export function renderAccountMail<T extends AccountMailTemplate>(asked: {
  template: T;
  props: AccountMailProps[T];
  recipient: Recipient;
  vendor: Vendor;
}): Mail {
  const { template, props, recipient, vendor } = asked;
  const timeZone = 'timeZone' in props ? props.timeZone : homeZone[recipient.language];
  const reader = { ...recipient, name: props.name, timeZone };
  const content = accountMails[template]({ props, reader, vendor, messages: messagesIn(reader.language) });
  return compose(content, { reader, vendor, staff: template === 'webhookPaused' });
}
