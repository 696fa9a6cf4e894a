import { buyersOf } from '../deal.ts';
import { toOwner, toPeople } from '../mails/mails.ts';
import type { Mails } from '../part.ts';
import { toTellOfAttachments } from './attachments.ts';

export const conversationMails: Mails = {
  writeToBuyer: ({ after }) => toPeople('messageToBuyer', buyersOf(after)),
  writeToStaff: ({ before, entry }, message) => [
    toOwner('messageFromBuyer'),
    ...toPeople('attachmentsNotKept', toTellOfAttachments(before, message, entry)),
  ],
};
