import { type Deal, signerOf } from '../deal.ts';
import { toOwner, toPeople } from '../mails/mails.ts';
import type { Mails } from '../part.ts';
import type { Person } from '../people.ts';

export const setUpMails: Mails = {
  handOverSetUp: ({ after }, { to }) => toPeople('handOver', [{ ...signerOf(after), ...to }]),
  productTold: ({ before, after }) =>
    isConfirmed(before) || !isConfirmed(after)
      ? []
      : [...toPeople('confirmation', confirmed(after)), toOwner('activatedNotice')],
  moveLink: ({ before }, { user, others }) => [
    ...toPeople('linkMoved', [...confirmed(before), user, ...others]),
    toOwner('linkMoved'),
  ],
  endLink: ({ before }) => [...toPeople('linkEnded', confirmed(before)), toOwner('linkEnded')],
};

const isConfirmed = ({ link }: Deal) => link?.productToldAt !== undefined;

/** Whoever set the account up and, when it is somebody else, whoever signed. */
export function confirmed(deal: Deal): Person[] {
  return deal.link ? [deal.link.user, signerOf(deal)] : [signerOf(deal)];
}
