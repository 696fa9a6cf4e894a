import { type Deal, signerOf } from '../deal.ts';
import { toOwner, toPeople } from '../mails/mails.ts';
import type { Mails } from '../part.ts';
import type { Person } from '../people.ts';

export const setUpMails: Mails = {
  handOverSetUp: ({ after }, { to }) => toPeople('handOver', [{ ...signerOf(after), ...to }]),
  productTold: ({ before, after }) =>
    before.link?.productToldAt
      ? []
      : [...toPeople('confirmation', confirmed(after)), toOwner('activatedNotice')],
};

/** Whoever set the account up and, when it is somebody else, whoever signed. */
export function confirmed(deal: Deal): Person[] {
  return deal.link ? [deal.link.user, signerOf(deal)] : [signerOf(deal)];
}
