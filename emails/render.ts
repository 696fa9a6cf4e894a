import type { Deal } from '../deal/deal.ts';
import type { AgreementChange, MailTemplate, Reader } from '../deal/mails/mails.ts';
import type { NoticeKind } from '../deal/term/notices.ts';
import { messagesIn } from '../shared/i18n/messages.ts';
import type { AccountMailProps, AccountMailTemplate } from '../shared/models/outbox.ts';
import { compose, type Draft } from './compose.ts';
import type { DealMail, Mail, Said, Vendor } from './mail.ts';
import { homeZone, isStaff, type Recipient, readerIn } from './reader.ts';
import { accountMails, dealMails } from './templates/list.ts';

export interface AskedDealMail {
  template: MailTemplate;
  deal: Deal;
  to: Reader['to'];
  recipient: Recipient;
  change?: AgreementChange;
  about?: NoticeKind;
  said?: Said;
  vendor: Vendor;
  offerPageUrl: string;
  approvalLink?: DealMail['approvalLink'];
  /** In a reminder to a buyer: the page that stops them. */
  remindersUrl?: string;
  /** Business time, ISO. */
  now: string;
}

export interface AskedAccountMail<T extends AccountMailTemplate> {
  template: T;
  props: AccountMailProps[T];
  recipient: Recipient;
  vendor: Vendor;
}

/**
 * One mail about a deal, in the reader's language and time zone.
 * Throws a RangeError when the deal lacks what the mail is about; `isStillTrue` says so before.
 */
export const renderMail = (asked: AskedDealMail): Mail => compose(draftMail(asked));

/** One mail about somebody's account. */
export const renderAccountMail = <T extends AccountMailTemplate>(asked: AskedAccountMail<T>): Mail =>
  compose(draftAccountMail(asked));

/** What such a mail says, before it is laid out. Throws as `renderMail` does. */
export function draftMail(asked: AskedDealMail): Draft {
  const { template, deal, to, recipient, remindersUrl, ...about } = asked;
  const reader = readerIn(deal, { template, to, recipient });
  const messages = messagesIn(reader.language);
  return {
    content: dealMails[template]({ ...about, deal, reader, messages }),
    framing: {
      reader,
      vendor: asked.vendor,
      staff: isStaff(reader),
      company: deal.inquiry.company,
      dealId: deal.dealId,
      remindersUrl,
    },
  };
}

const forStaff: readonly AccountMailTemplate[] = [
  'staffInvited',
  'staffPassword',
  'secondFactorReset',
  'recoveryCodeUsed',
  'webhookPaused',
  'disbursementPaused',
];

export function draftAccountMail<T extends AccountMailTemplate>(asked: AskedAccountMail<T>): Draft {
  const { template, props, recipient, vendor } = asked;
  const timeZone = 'timeZone' in props ? props.timeZone : homeZone[recipient.language];
  const reader = { ...recipient, name: props.name, timeZone };
  return {
    content: accountMails[template]({ props, reader, vendor, messages: messagesIn(reader.language) }),
    framing: { reader, vendor, staff: forStaff.includes(template) },
  };
}
