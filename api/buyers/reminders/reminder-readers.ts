import type { ContactRole } from '../../../deal/commands.ts';
import { type Deal, signerOf } from '../../../deal/deal.ts';
import { isWithBuyer } from '../../../deal/negotiation/proposals.ts';
import type { Person } from '../../../deal/people.ts';
import type { DeadlineKind } from '../../../deal/reminders/deadline.ts';
import { buyersReminded } from '../../../deal/reminders/readers.ts';
import type { Stage } from '../../../deal/stages.ts';

/** What the buyer is reminded of at each stage. */
const reminded: Partial<Record<Stage, DeadlineKind>> = {
  negotiating: 'proposalExpiring',
  offered: 'offerExpiring',
  accepted: 'chaseSetUp',
  settingUp: 'chaseSetUp',
  active: 'termEnding',
};

/** Who of the buyer's side is reminded now, or would be, had he not stopped it. */
export function reminderReaders(deal: Deal): Person[] {
  const kind = reminded[deal.stage];
  const isAsked = deal.stage !== 'negotiating' || isWithBuyer(deal);
  return kind && isAsked ? buyersReminded({ ...deal, remindersStopped: [] }, kind) : [];
}

/** Whoever has this role in the deal. */
export function personAs(role: ContactRole, deal: Deal): Person {
  return role === 'signer' ? signerOf(deal) : deal.inquiry.contact;
}

export const roleOf = (person: Person, deal: Deal): ContactRole =>
  person.email === signerOf(deal).email ? 'signer' : 'contact';

/** The person with this address, as the deal knows him; nothing for somebody who is no longer in it. */
export function personWith(email: string, deal: Deal): Person | undefined {
  return [signerOf(deal), deal.inquiry.contact].find(each => each.email.toLowerCase() === email);
}
