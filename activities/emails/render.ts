import type { Deal } from '../../shared/deal/deal.ts';
import type { AgreementChange, MailTemplate, Reader } from '../../shared/deal/mails.ts';
import { messagesIn } from '../../shared/i18n/messages.ts';
import type { AccountMailProps, AccountMailTemplate } from '../../shared/models/outbox.ts';
import { accepted } from './accepted.tsx';
import { accessEnded } from './access-ended.tsx';
import { accountExists } from './account-exists.tsx';
import type { AccountMail } from './account-mail.ts';
import { activatedNotice } from './activated-notice.tsx';
import { agreementChanged } from './agreement-changed.tsx';
import { answerOverdue } from './answer-overdue.tsx';
import { approvalDecided } from './approval-decided.tsx';
import { approvalOverdue } from './approval-overdue.tsx';
import { approvalRequested } from './approval-requested.tsx';
import { buyerRequest } from './buyer-request.tsx';
import { compose } from './compose.ts';
import { confirmation } from './confirmation.tsx';
import { emailVerification, verificationReminder } from './email-verification.tsx';
import { handOver } from './hand-over.tsx';
import { inquiryNotice } from './inquiry-notice.tsx';
import { inquiryReceived } from './inquiry-received.tsx';
import type { DealMail, Mail, MailContent, Vendor } from './mail.ts';
import { negotiationIdle } from './negotiation-idle.tsx';
import { noAccount } from './no-account.tsx';
import { offer } from './offer.tsx';
import { offerDeclined } from './offer-declined.tsx';
import { offerExpired } from './offer-expired.tsx';
import { offerExpiring } from './offer-expiring.tsx';
import { offerExtended } from './offer-extended.tsx';
import { offerUnread } from './offer-unread.tsx';
import { offerWithdrawn } from './offer-withdrawn.tsx';
import { passwordChanged } from './password-changed.tsx';
import { passwordReset } from './password-reset.tsx';
import { homeZone, isStaff, type Recipient, readerIn } from './reader.ts';
import { setUpReminder } from './set-up-reminder.tsx';
import { stuckNotice } from './stuck-notice.tsx';
import { termEnding } from './term-ending.tsx';
import { webhookPaused } from './webhook-paused.tsx';

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
