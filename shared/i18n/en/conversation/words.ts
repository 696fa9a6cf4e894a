import type { MessageType } from '../../../../deal/conversation/messages.ts';

/** What staff and buyer write to each other, on the buyer's page and at the desk. */
export const conversation = {
  title: 'Messages',
  from: {
    us: (vendor: string) => `From ${vendor}`,
  },
  types: {
    inquiryReceived: 'Inquiry',
    writeToBuyer: '',
    writeToStaff: '',
    askForChange: 'Asked for a change',
    askForMoreTime: 'Asked for more time',
    declineOffer: 'Declined',
  } satisfies Record<MessageType, string> as Record<MessageType, string>,
  byMail: 'by mail',
  withoutAttachments: (count: number) =>
    count === 1
      ? 'The attachment of this mail was not kept.'
      : `The ${count} attachments of this mail were not kept.`,
  sent: 'Thank you. Your message is with us.',
  desk: {
    label: 'Message to the buyer',
    hint: (names: string) => `Goes out by mail to ${names}, and stands on the buyer’s page.`,
  },
};
