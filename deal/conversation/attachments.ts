import { after, day, isAfter } from '../calendar/moments.ts';
import type { CommandOf } from '../commands.ts';
import type { Deal } from '../deal.ts';
import type { Entry } from '../events.ts';
import { personOfPage } from '../page-links/page-links.ts';
import type { Person } from '../people.ts';

type Message = CommandOf<'writeToStaff'>;

/**
 * Who is to learn that what came with his mail is not kept. Once a day at most, so that nothing goes back and forth with a
 * program that takes itself for a person; and nobody whom the deal does not know, whose message staff have added to it.
 */
export function toTellOfAttachments(
  deal: Deal,
  { via, withoutAttachments }: Message,
  entry: Entry,
): Person[] {
  const sender = personOfPage(deal, entry.by.id);
  if (via !== 'mail' || !withoutAttachments || !sender) return [];
  return addressOf(sender) in toldLately(deal, entry) ? [] : [sender];
}

/** The deal once they are told. */
export function withTold(deal: Deal, message: Message, entry: Entry): Deal {
  const told = toTellOfAttachments(deal, message, entry).map(person => [addressOf(person), entry.decidedAt]);
  if (told.length === 0) return deal;
  return { ...deal, toldOfAttachments: { ...toldLately(deal, entry), ...Object.fromEntries(told) } };
}

function toldLately({ toldOfAttachments = {} }: Deal, { decidedAt }: Entry): Record<string, string> {
  const told = Object.entries(toldOfAttachments);
  return Object.fromEntries(told.filter(([, at]) => isAfter(after(at, day), decidedAt)));
}

const addressOf = ({ email }: Person) => email.toLowerCase();
