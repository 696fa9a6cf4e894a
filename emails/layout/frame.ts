import type { Language } from '../../deal/people.ts';
import { messagesIn } from '../../shared/i18n/messages.ts';
import { oneLine } from '../../shared/plain-text.ts';
import type { MailContent, Vendor } from '../mail.ts';
import { greetableName, type Recipient } from '../reader.ts';

/** What stands around the words of every mail, for HTML and plain text alike. */
export interface Frame {
  language: Language;
  vendor: Pick<Vendor, 'name' | 'logoUrl' | 'colour'>;
  subject: string;
  title: string;
  preheader: string;
  greeting: string[];
  opening: string;
  closing: string[];
  footer: string[];
  /** How to get no more reminders. */
  stop?: Way;
}

/** Words that lead to a link. */
export interface Way {
  words: string;
  label: string;
  url: string;
}

export interface Framing {
  reader: Recipient;
  vendor: Vendor;
  staff: boolean;
  /** Named above the reader in Japanese. */
  company?: string;
  dealId?: string;
  /** In a reminder to a buyer: the page that stops them. */
  remindersUrl?: string;
}

/** Greeting, opening, closing and footer for the reader. */
export function frameFor(content: MailContent, framing: Framing): Frame {
  const { reader, vendor, staff, company, dealId, remindersUrl } = framing;
  const { mails } = messagesIn(reader.language);
  const name = staff ? oneLine(reader.name) : greetableName(reader.name);
  const { subject, title, preheader } = content;
  const greeting = staff
    ? mails.staffGreeting(name)
    : mails.greeting({ name, ...(company && { company: greetableName(company) }) });
  const reference = dealId ? [mails.reference(dealId)] : [];
  return {
    language: reader.language,
    vendor,
    subject,
    title,
    preheader,
    greeting: greeting.split('\n'),
    opening: content.opening ?? (staff ? mails.staffOpening : mails.opening(vendor.name)),
    closing: staff ? [] : mails.closing(vendor.name),
    footer: staff
      ? [dealId ? mails.sentToStaff : mails.sentToTeam, ...reference]
      : [mails.questions(vendor.supportEmail), mails.sentBy(vendor.name), ...reference],
    ...(remindersUrl && !staff && { stop: { ...mails.stopReminders, url: remindersUrl } }),
  };
}
