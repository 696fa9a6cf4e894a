import { type Deal, signerOf } from '../deal.ts';
import { type Post, toOwner, toPeople } from '../mails/mails.ts';
import type { Change, Mails } from '../part.ts';
import type { Person } from '../people.ts';

export const setUpMails: Mails = {
  handOverSetUp: ({ after }, { to }) => toPeople('handOver', [{ ...signerOf(after), ...to }]),
  productTold: confirmationPosts,
  moveLink: ({ before }, { user, others }) => [
    ...toPeople('linkMoved', [...confirmed(before), user, ...others]),
    toOwner('linkMoved'),
  ],
  endLink: ({ before }) => [...toPeople('linkEnded', confirmed(before)), toOwner('linkEnded')],
};

/** Once the product knows the organization, it can be used. */
export function confirmationPosts({ before, after }: Change): Post[] {
  if (isConfirmed(before) || !isConfirmed(after)) return [];
  return [...toPeople('confirmation', confirmed(after)), toOwner('activatedNotice')];
}

const isConfirmed = ({ link }: Deal) => link?.productToldAt !== undefined;

/** Whoever set the account up and, when it is somebody else, whoever signed. */
export function confirmed(deal: Deal): Person[] {
  return deal.link ? [deal.link.user, signerOf(deal)] : [signerOf(deal)];
}
