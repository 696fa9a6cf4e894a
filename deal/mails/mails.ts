import type { Language, Person } from '../people.ts';

/** One template a mail; the wording is in the dictionaries, the layout in `emails/`. */
export type MailTemplate =
  | 'inquiryReceived'
  | 'inquiryNotice'
  | 'answerOverdue'
  | 'negotiationIdle'
  | 'approvalRequested'
  | 'approvalOverdue'
  | 'approvalDecided'
  | 'offer'
  | 'offerUnread'
  | 'offerExtended'
  | 'offerExpiring'
  | 'offerExpired'
  | 'offerWithdrawn'
  | 'buyerRequest'
  | 'offerDeclined'
  | 'accepted'
  | 'setUpReminder'
  | 'handOver'
  | 'confirmation'
  | 'activatedNotice'
  | 'agreementChanged'
  | 'termEnding'
  | 'accessEnded'
  | 'stuckNotice';

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
}

/** The number of the timeline entry that asked for a mail: its key begins with it. */
export const seqOf = ({ key }: Pick<MailRequest, 'key'>) => Number.parseInt(key, 10);

/** The key of the step that sends a mail. The mails of one entry go out together. */
export const stepOf = ({ key }: Pick<MailRequest, 'key'>) => `sendMails:${key.split(':')[0]}`;

/** The reader for somebody on the buyer's side. */
export function readerOf(person: Person): Reader {
  return { to: 'person', name: person.name, email: person.email, language: person.language };
}
