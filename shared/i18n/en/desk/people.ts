import type { ApprovalReason } from '../../../../deal/deal.ts';
import type { MailTemplate } from '../../../../deal/mails/mails.ts';
import type { DeskRole } from '../../../models/staff.ts';

/** The words for who does something, and for mails. */
export const peopleWords = {
  parties: { staff: 'Staff', buyer: 'Buyer', aws: 'AWS', system: 'Offerdesk' },
  inPlaceOf: (standIn: string, approver: string) => `${standIn}, in place of ${approver}`,
  fromMail: (who: string) => `${who}, from the mail`,
  roles: { sales: 'Sales', approver: 'Approver', support: 'Support', admin: 'Admin' } satisfies Record<
    DeskRole,
    string
  > as Record<DeskRole, string>,
  approvalReasonList: (reasons: ApprovalReason[], words: Record<ApprovalReason, string>) =>
    reasons.map(reason => words[reason]).join(', '),
  mails: {
    inquiryReceived: 'Receipt of the inquiry',
    inquiryNotice: 'Notice of the inquiry',
    answerOverdue: 'Answer overdue',
    negotiationIdle: 'Negotiation stands still',
    messageToBuyer: 'Message to the buyer',
    messageFromBuyer: 'Message from the buyer',
    attachmentsNotKept: 'Attachments not kept',
    proposal: 'Proposal',
    proposalReminder: 'Proposal not answered',
    proposalWithdrawn: 'Proposal taken back',
    proposalAgreed: 'The buyer agreed',
    approvalRequested: 'Request for approval',
    approvalOverdue: 'Approval overdue',
    approvalDecided: 'Approval decided',
    offer: 'The offer',
    offerUnread: 'Offer not opened',
    offerExtended: 'Offer extended',
    offerExpiring: 'Offer expires soon',
    offerExpired: 'Offer expired',
    offerWithdrawn: 'Offer withdrawn',
    buyerRequest: 'Request of the buyer',
    offerDeclined: 'Offer declined',
    accepted: 'Offer accepted',
    secondPurchase: 'Second purchase',
    setUpReminder: 'Reminder to set up the account',
    handOver: 'Set-up handed over',
    confirmation: 'Confirmation',
    activatedNotice: 'Notice of activation',
    linkMoved: 'Link moved',
    linkEnded: 'Link ended',
    agreementChanged: 'Agreement changed',
    termEnding: 'Term ends soon',
    accessEnded: 'Access ended',
    paymentFailed: 'Payment failed',
    awsNotice: 'Notice of AWS',
    newLink: 'New link to the page',
    stuckNotice: 'Deal is stuck',
  } satisfies Record<MailTemplate, string> as Record<MailTemplate, string>,
};
