import { canonicalEmail } from '../../deal/contract/email.ts';
import type { Inquiry } from '../../deal/deal.ts';
import type { Deps } from '../deps.ts';
import { limitBy } from '../limits/limit-by.ts';

/**
 * Each inquiry writes to the address that it names, and anybody can name anybody's: by the page and by the API together,
 * ten an hour. The returned function throws the Problem tooManyForAddress.
 */
export function receiverLimit(deps: Pick<Deps, 'db'>): (inquiry: Inquiry) => Promise<void> {
  const withinLimit = limitBy(deps, { name: 'inquiries', most: 10, minutes: 60 });
  return ({ contact }) => withinLimit(mailboxOf(contact.email));
}

/** Whom a mail reaches: `jane+1@a.example` and `jane+2@a.example` are read by one person. */
export function mailboxOf(email: string): string {
  const address = canonicalEmail(email);
  return address.replace(/(?<=[^+@])\+[^@]*(?=@)/, '');
}
