import type { HoldReason } from '../../../models/mail/inbound-mail.ts';

/** Mails to support that a person must look at. */
export const heldMails = {
  title: 'Mails that wait for a look',
  tab: 'Mails',
  lead: 'Nobody but a person can tell what these are. Each becomes a message of a deal, an inquiry of its own, or is set aside.',
  empty: 'No mail waits',
  emptyText: 'Answers of buyers go to their deals by themselves, and other mails open an inquiry.',
  reasons: {
    unknownSender: 'An answer to a deal, from somebody whom the deal does not know',
    severalDeals: 'The sender has several open deals',
    dealClosed: 'The deal that it answers is closed',
    fromStaff: 'From one of the staff',
    tooMany: 'The sender, or everybody, has sent too many within an hour',
    spam: 'The mail server takes it for spam',
    empty: 'Nothing is written in it',
  } satisfies Record<HoldReason, string> as Record<HoldReason, string>,
  noSubject: '(no subject)',
  attachments: (count: number) => (count === 1 ? '1 attachment, not kept' : `${count} attachments, not kept`),
  dealId: 'Deal ID',
  toDeal: 'Add to this deal',
  open: 'Open as an inquiry',
  dismiss: 'Set aside',
  done: {
    message: 'It is a message of the deal now.',
    inquiry: 'A deal is opened for it.',
    dismissed: 'It is set aside.',
  },
  problems: {
    deal: 'There is no open deal with this ID. Copy it from the page of the deal.',
    gone: 'Somebody has already looked at this mail.',
  },
};
