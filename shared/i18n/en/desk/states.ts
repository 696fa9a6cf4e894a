import type { ChangeSet, Offer } from '../../../../deal/deal.ts';
import type { DeadlineKind } from '../../../../deal/reminders/deadline.ts';
import type { Stage } from '../../../../deal/stages.ts';
import type { Difference } from '../../../../deal/terms/differences.ts';

/** What AWS is at work on, or is asked for again. */
type ChangeSetWords = ChangeSet['purpose'] | 'waits';

/** How a deal stands, what it waits for and what will happen to it. */
export const stateWords = {
  /** The parts in which what was accepted can differ from what was agreed. */
  differences: {
    account: 'AWS account',
    currency: 'Currency',
    total: 'Total',
    units: 'Units',
    term: 'Term ends',
  } satisfies Record<Difference['part'], string> as Record<Difference['part'], string>,
  offerStates: {
    released: 'With the buyer',
    expired: 'Expired',
    withdrawn: 'Withdrawn',
    accepted: 'Accepted',
  } satisfies Record<Offer['state'], string> as Record<Offer['state'], string>,
  changeSets: {
    create: 'AWS is creating the offer. This usually takes a few minutes, sometimes up to an hour.',
    extend: 'AWS is extending the offer. This takes a few minutes.',
    withdraw: 'AWS is withdrawing the offer. This takes a few minutes.',
    waits:
      'AWS failed by a fault of its own and is asked again shortly; the plan says when. You need not wait for it.',
  } satisfies Record<ChangeSetWords, string> as Record<ChangeSetWords, string>,
  /** What a stage waits for, when it is not for the reader. */
  waiting: {
    inquiry: 'The inquiry is waiting for an answer: propose terms, or add a note once you have replied.',
    negotiating: 'Terms are on the table. When both sides agree, mark the negotiation done.',
    approving: 'An approver must decide before the offer is made.',
    creatingOffer: 'AWS is creating the offer. This usually takes a few minutes, sometimes up to an hour.',
    offered: 'The offer is with the buyer. Reminders are sent automatically.',
    accepted: 'The buyer has accepted and must now set up the account. Reminders are sent automatically.',
    settingUp: 'The buyer has arrived and is choosing the organization to be billed.',
    activating:
      'The organization is chosen. Once the license arrives from AWS, it is linked and the product is told.',
    active: 'Everything is done. The organization is billed through AWS Marketplace.',
    ended: 'The term has ended.',
    declined: 'The buyer has declined.',
    withdrawn: 'The offer was withdrawn.',
    expired: 'Nobody accepted in time.',
    lost: 'The deal was closed without an agreement.',
  } satisfies Record<Stage, string> as Record<Stage, string>,
  offerAgain: {
    failed: 'AWS could not collect the payment, and has taken the agreement back.',
    text: 'Once the buyer has settled the payment, offer the same terms again. They get a deal of their own, with approvals as usual.',
    button: 'Make a new offer with the same terms',
    broken:
      'These terms can no longer be offered as they are, most likely because days of payment have passed. Enter a new inquiry and propose them with other dates.',
    follows: 'Takes up again',
  },
  deadlines: {
    answerDue: 'Answer due',
    answerEscalates: 'Notice to the lead: no answer',
    requestDue: 'Answer to the buyer’s request due',
    requestEscalates: 'Notice to the lead: request not answered',
    negotiationIdle: 'Reminder: negotiation stands still',
    proposalExpiring: 'Reminder: answer the proposal',
    approvalOverdue: 'Reminder: approval',
    approvalEscalates: 'Notice to the lead: no approval',
    changeSetAgain: 'Next try after a fault of AWS',
    offerUnread: 'Notice: offer not opened',
    offerExpiring: 'Reminder: offer expires',
    offerExpires: 'Offer expires',
    revivalEnds: 'Last day to revive the offer',
    chaseSetUp: 'Reminder: set up the account',
    buyerAbsent: 'Task: call the buyer',
    agreementMissing: 'Agreement in AWS overdue',
    activationOverdue: 'License from AWS overdue',
    termEnding: 'Reminder: term ends',
    termEnds: 'Ends without news from AWS',
    stuckReminder: 'Reminder: deal is stuck',
  } satisfies Record<DeadlineKind, string> as Record<DeadlineKind, string>,
  lateNote: 'Not sent: the time passed while the system was down.',
};
