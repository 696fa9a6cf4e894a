import type { Deal } from '../deal.ts';
import { type Post, toPeople } from '../mails/mails.ts';
import type { Mails } from '../part.ts';
import { personOfPage } from './page-links.ts';

export const pageLinkMails: Mails = {
  renewPageLink: ({ after }, { email }) => toPerson(after, email),
  askForPageLink: ({ after, entry }) => toPerson(after, entry.by.id),
};

function toPerson(deal: Deal, email: string): Post[] {
  const person = personOfPage(deal, email);
  return person ? toPeople('newLink', [person]) : [];
}
