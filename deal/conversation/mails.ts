import { buyersOf } from '../deal.ts';
import { toOwner, toPeople } from '../mails/mails.ts';
import type { Mails } from '../part.ts';

export const conversationMails: Mails = {
  writeToBuyer: ({ after }) => toPeople('messageToBuyer', buyersOf(after)),
  writeToStaff: () => [toOwner('messageFromBuyer')],
};
