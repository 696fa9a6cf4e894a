import { type Deal, signerOf, signerProposed } from '../deal/deal.ts';
import type { MailTemplate, Reader } from '../deal/mails/mails.ts';
import type { Language } from '../deal/people.ts';
import { oneLine } from '../shared/plain-text.ts';

export interface Recipient {
  name: string;
  email: string;
  language: Language;
  /** IANA name, where it is known. */
  timeZone?: string;
}

/** What the reader is to the deal, for words that differ. A `colleague` is somebody the deal does not know yet. */
export type ReaderRole = 'signer' | 'contact' | 'user' | 'colleague' | 'owner' | 'lead' | 'approver';

export interface MailReader extends Recipient {
  role: ReaderRole;
  /** IANA name. */
  timeZone: string;
}

/** Where somebody who speaks a language most likely is, when the deal does not say. */
export const homeZone: Record<Language, string> = { en: 'UTC', ja: 'Asia/Tokyo' };

/** The person who gets a mail, with role and time zone as the deal knows them. */
export function readerIn(
  deal: Deal,
  { template, to, recipient }: { template: MailTemplate; to: Reader['to']; recipient: Recipient },
): MailReader {
  if (to !== 'person') {
    const role = to === 'approvers' ? 'approver' : to;
    return { ...recipient, role, timeZone: recipient.timeZone ?? homeZone[recipient.language] };
  }
  const known = knownPeople(deal, template).find(({ person }) => person.email === recipient.email);
  const role = template === 'handOver' ? 'colleague' : (known?.role ?? 'colleague');
  return { ...recipient, role, timeZone: (known?.person ?? signerOf(deal)).timeZone };
}

const afterSetUp: readonly MailTemplate[] = [
  'confirmation',
  'linkMoved',
  'agreementChanged',
  'accessEnded',
  'paymentFailed',
];

const proposing: readonly MailTemplate[] = ['proposal', 'proposalReminder', 'proposalWithdrawn'];

/** Whoever is two things at once is addressed as the first: after the set-up as its user, before it as the signer. */
function knownPeople(deal: Deal, template: MailTemplate) {
  const user = deal.link ? [{ role: 'user' as const, person: deal.link.user }] : [];
  // Before anything is proposed, nobody is named to sign.
  const isNamed = deal.terms.length > 0 || deal.signer;
  const person = proposing.includes(template) ? signerProposed(deal) : signerOf(deal);
  const signer = isNamed ? [{ role: 'signer' as const, person }] : [];
  const contact = { role: 'contact' as const, person: deal.inquiry.contact };
  return afterSetUp.includes(template) ? [...user, ...signer, contact] : [...signer, contact, ...user];
}

const staff: readonly ReaderRole[] = ['owner', 'lead', 'approver'];

export const isStaff = (reader: MailReader) => staff.includes(reader.role);

/**
 * The name to greet by; empty when it looks like an advertisement. Strangers choose this name and may give another
 * person's address, so a mail of ours must not carry their links there.
 */
export function greetableName(name: string): string {
  const plain = oneLine(name);
  const advertises = /https?:|www\.|[@/\\<>]|\w\.[a-z]{2,}/i.test(plain);
  return advertises || plain.length > 60 ? '' : plain;
}
