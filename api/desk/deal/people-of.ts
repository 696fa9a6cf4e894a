import type { ContactRole } from '../../../deal/commands.ts';
import { type Deal, latestTerms, signerOf } from '../../../deal/deal.ts';
import { distinct, type Reader } from '../../../deal/mails/mails.ts';
import type { Person } from '../../../deal/people.ts';
import type { Messages } from '../../../shared/i18n/messages.ts';
import type { DealView } from './view.ts';

/** Whose address staff may correct; before there are terms nobody else than the contact is known. */
export function contactRoles(deal: Deal): ContactRole[] {
  return latestTerms(deal) ? ['signer', 'contact'] : ['contact'];
}

export function contactAs(role: ContactRole, deal: Deal): Person {
  return role === 'signer' ? signerOf(deal) : deal.inquiry.contact;
}

/** Signer and contact are written to at one address. */
export function isSharedAddress(deal: Deal): boolean {
  const [signer, contact] = contactRoles(deal).map(role => contactAs(role, deal).email);
  return signer === contact;
}

/** The role in which the deal writes to an address; the signer's first. */
export function roleWith(email: string, deal: Deal): ContactRole | undefined {
  return contactRoles(deal).find(role => contactAs(role, deal).email === email);
}

/** Everybody of the buyer's side, each address once. */
export function buyersOf(deal: Deal): Person[] {
  return distinct([signerOf(deal), deal.inquiry.contact, ...(deal.link ? [deal.link.user] : [])]);
}

/** Somebody of the buyer's side with what he is in the deal. */
export function buyerText(
  { name, email }: Pick<Person, 'name' | 'email'>,
  deal: Deal,
  messages: Messages,
): string {
  const { named, roles } = messages.reminders;
  const role = roleWith(email, deal) ?? (deal.link?.user.email === email ? 'setUpBy' : undefined);
  return role ? named({ name, role: roles[role] }) : name;
}

/** The reader of a mail, as staff know him. Whoever is not there any more is stood in for by all of sales. */
export function readerText(
  reader: Reader,
  { deal, context, colleagues }: Pick<DealView, 'deal' | 'context' | 'colleagues'>,
): string {
  const { messages } = context;
  const { named, roles, allSales, approvers } = messages.reminders;
  if (reader.to === 'person') return buyerText(reader, deal, messages);
  if (reader.to === 'approvers') return approvers;
  const known = (address = '') => colleagues.find(({ email }) => email === address.toLowerCase());
  const owner = known(deal.owner);
  const [found, role] = reader.to === 'lead' ? [known(owner?.lead), roles.lead] : [owner, roles.owner];
  return found ? named({ name: found.name, role }) : allSales;
}
