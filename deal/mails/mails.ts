import type { Language, Person } from '../people.ts';
import type { NoticeKind } from '../term/notices.ts';

/** Every mail of a deal, one template each; the wording is in the dictionaries, the layout in `emails/`. */
export const mailTemplates = [
  'inquiryReceived',
  'inquiryNotice',
  'answerOverdue',
  'negotiationIdle',
  'messageToBuyer',
  'messageFromBuyer',
  'attachmentsNotKept',
  'proposal',
  'proposalReminder',
  'proposalWithdrawn',
  'proposalAgreed',
  'approvalRequested',
  'approvalOverdue',
  'approvalDecided',
  'offer',
  'offerUnread',
  'offerExtended',
  'offerExpiring',
  'offerExpired',
  'offerWithdrawn',
  'buyerRequest',
  'offerDeclined',
  'accepted',
  'secondPurchase',
  'setUpReminder',
  'handOver',
  'confirmation',
  'activatedNotice',
  'linkMoved',
  'linkEnded',
  'agreementChanged',
  'termEnding',
  'accessEnded',
  'paymentFailed',
  'awsNotice',
  'newLink',
  'stuckNotice',
] as const;
export type MailTemplate = (typeof mailTemplates)[number];

/**
 * Staff are reached as the deal's owner, or all sales while it has none, and as the one who leads the owner; everybody
 * else by address.
 */
export type Reader =
  | { to: 'owner' }
  | { to: 'lead' }
  | { to: 'approvers' }
  | { to: 'person'; name: string; email: string; language: Language };

/** What became of an agreement after the sale: the same one with other dates, or another one in its place. */
export type AgreementChange = 'amended' | 'renewed' | 'replaced';

/** A mail that must go out once. `key` is unique in the deal and stable over every retry. */
export interface MailRequest {
  key: string;
  template: MailTemplate;
  reader: Reader;
  /** Only with `agreementChanged`: the deal shows the new agreement but no longer how it came about. */
  change?: AgreementChange;
  /** Only with `awsNotice`: which of them. */
  about?: NoticeKind;
}

/** What is to be mailed to whom, before it has its key. */
export type Post = Omit<MailRequest, 'key'>;

/** The reader for somebody on the buyer's side. */
export function readerOf({ name, email, language }: Person): Reader {
  return { to: 'person', name, email, language };
}

export const toOwner = (template: MailTemplate): Post => ({ template, reader: { to: 'owner' } });

/** The same mail to several people, each address once. */
export const toPeople = (template: MailTemplate, people: Person[]): Post[] =>
  distinct(people).map(person => ({ template, reader: readerOf(person) }));

/** Each address once. */
export function distinct(people: Person[]): Person[] {
  return people.filter((person, index) => people.findIndex(each => each.email === person.email) === index);
}
