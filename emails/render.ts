import type { Deal } from '../deal/deal.ts';
import type { AgreementChange, MailTemplate, Reader } from '../deal/mails/mails.ts';
import { messagesIn } from '../shared/i18n/messages.ts';
import type { AccountMailProps, AccountMailTemplate } from '../shared/models/outbox.ts';
import type { AccountMail } from './account-mail.ts';
import { compose } from './compose.ts';
import type { DealMail, Mail, MailContent, Vendor } from './mail.ts';
import { homeZone, isStaff, type Recipient, readerIn } from './reader.ts';
import { accountExists } from './templates/accounts/account-exists.tsx';
import { emailVerification, verificationReminder } from './templates/accounts/email-verification.tsx';
import { noAccount } from './templates/accounts/no-account.tsx';
import { passwordChanged } from './templates/accounts/password-changed.tsx';
import { passwordReset } from './templates/accounts/password-reset.tsx';
import { stuckNotice } from './templates/care/stuck-notice.tsx';
import { webhookPaused } from './templates/care/webhook-paused.tsx';
import { answerOverdue } from './templates/negotiation/answer-overdue.tsx';
import { approvalDecided } from './templates/negotiation/approval-decided.tsx';
import { approvalOverdue } from './templates/negotiation/approval-overdue.tsx';
import { approvalRequested } from './templates/negotiation/approval-requested.tsx';
import { inquiryNotice } from './templates/negotiation/inquiry-notice.tsx';
import { inquiryReceived } from './templates/negotiation/inquiry-received.tsx';
import { negotiationIdle } from './templates/negotiation/negotiation-idle.tsx';
import { buyerRequest } from './templates/offer/buyer-request.tsx';
import { offer } from './templates/offer/offer.tsx';
import { offerDeclined } from './templates/offer/offer-declined.tsx';
import { offerExpired } from './templates/offer/offer-expired.tsx';
import { offerExpiring } from './templates/offer/offer-expiring.tsx';
import { offerExtended } from './templates/offer/offer-extended.tsx';
import { offerUnread } from './templates/offer/offer-unread.tsx';
import { offerWithdrawn } from './templates/offer/offer-withdrawn.tsx';
import { accepted } from './templates/set-up/accepted.tsx';
import { activatedNotice } from './templates/set-up/activated-notice.tsx';
import { confirmation } from './templates/set-up/confirmation.tsx';
import { handOver } from './templates/set-up/hand-over.tsx';
import { setUpReminder } from './templates/set-up/set-up-reminder.tsx';
import { accessEnded } from './templates/term/access-ended.tsx';
import { agreementChanged } from './templates/term/agreement-changed.tsx';
import { termEnding } from './templates/term/term-ending.tsx';

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
