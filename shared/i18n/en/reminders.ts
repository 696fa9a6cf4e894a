import type { ReminderPolicy } from '../../../deal/policy.ts';
import type { DeadlineKind } from '../../../deal/reminders/deadline.ts';

/** Reminders: the page on which a reader stops them, and what staff see and set of them. */
export const reminders = {
  page: {
    title: 'Reminder mails',
    ask: 'Stop reminder mails?',
    stopped: 'Reminder mails are stopped',
    over: 'No more reminder mails',
    offer: (product: string) => `the private offer for ${product}`,
    inquiry: 'your inquiry',
    getsThem: (reader: { email: string; what: string }) =>
      `Reminders about ${reader.what} go to ${reader.email}.`,
    getsNone: (reader: { email: string; what: string }) =>
      `${reader.email} gets no more reminders about ${reader.what}.`,
    overText: (what: string) => `This is closed: nobody is reminded of ${what} any more.`,
    stays: {
      offer: 'The offer itself stays open and can be accepted in AWS Marketplace until its last day.',
      purchase: 'Your purchase in AWS Marketplace stays as it is.',
      other: 'Nothing else changes.',
    },
    stillWritten: 'You still get mails when something changes, and answers to what you ask.',
    pending: 'We have received this',
    pendingText: 'It is safe and takes effect in a moment.',
    notSentText: 'Nothing has changed yet. Wait a minute and press the button again.',
  },

  /** On the buyer's deal page. */
  choice: {
    title: 'Reminder mails',
    on: (name: string) => `${name} is reminded by mail.`,
    off: (name: string) => `${name} gets no reminders. Everything else here stays as it is.`,
  },
  answered: {
    stopReminders: 'The reminders are stopped. Everything else stays as it is.',
    resumeReminders: 'The reminders go on.',
  },

  /** Whom a planned mail goes to. */
  to: (readers: string) => `To ${readers}`,
  sendNow: {
    title: 'Send now …',
    question: 'It goes out ten seconds after your press. Until then you can undo it. Send it?',
    goesOut: 'Goes out within ten seconds of the press',
  },
  nobody: 'Nobody',
  roles: { signer: 'signer', contact: 'contact', setUpBy: 'set-up', owner: 'owner', lead: 'owner’s lead' },
  named: (person: { name: string; role: string }) => `${person.name} (${person.role})`,
  allSales: 'everybody in sales',
  approvers: 'the approvers',
  there: (reader: { name: string; moment: string }) => `For ${reader.name}: ${reader.moment}`,
  more: (count: number) => (count === 1 ? '1 more' : `${count} more`),
  why: {
    answerDue: 'The inquiry should have its answer by then.',
    answerEscalates: 'If the owner was told and nobody has answered by then.',
    requestDue: 'The buyer has asked for something on the deal page.',
    requestEscalates: 'If the owner was told and the buyer still waits by then.',
    proposalExpiring: 'If the buyer has not answered the proposal by then.',
    negotiationIdle: 'If nobody has done anything in this negotiation by then.',
    approvalOverdue: 'The approval should be decided by then.',
    approvalEscalates: 'If the approvers were told and nobody has decided by then.',
    changeSetAgain: 'AWS has failed by a fault of its own, and is asked again.',
    offerUnread: 'If nobody has opened the offer by then.',
    offerExpiring: 'The offer can be accepted until its last day only.',
    offerExpires: 'AWS ends the offer.',
    revivalEnds: 'After this the deal ends as expired.',
    chaseSetUp: 'If the offer is accepted and the account is not set up by then.',
    buyerAbsent: 'If the reminders have not helped by then.',
    agreementMissing: 'If the buyer has come from AWS and no agreement is known by then.',
    activationOverdue: 'If the organization is chosen and AWS’s license has not come by then.',
    termEnding: 'The agreement ends or renews on its last day.',
    termEnds: 'Without news from AWS the agreement is over.',
    stuckReminder: 'If the deal still waits for a person by then.',
  } satisfies Record<DeadlineKind, string> as Record<DeadlineKind, string>,

  /** Who of the buyer's side is reminded. */
  buyers: {
    title: 'Reminders to the buyer',
    on: 'Gets reminders',
    off: 'Gets no reminders',
    stopped: (count: number) => `${count} stopped`,
  },

  seen: {
    label: 'Opened',
    at: (moment: string) => moment,
    reacted: (moment: string) => `Not opened here; the buyer reacted on ${moment}`,
    perhapsScanner: (moment: string) =>
      `Not yet, as far as we know; opened on ${moment}, just after a mail, perhaps by a mail scanner`,
    notYet: 'Not opened yet',
  },

  contact: {
    signer: 'Change signer',
    contact: 'Change contact',
    signerText:
      'Mails about the offer go to the new person from now on. Mails that wait are sent there at once.',
    contactText:
      'Mails to the contact go to the new person from now on. Mails that wait are sent there at once.',
    name: 'Name',
    email: 'E-mail',
    language: 'Language of our mails',
    timeZone: 'Time zone',
    sameAddress: 'The other role',
    alsoContact: 'Change the contact too, who has the same address',
    alsoSigner: 'Change the signer too, who has the same address',
    cure: 'Correct the address',
  },

  handOver: {
    title: 'Hand over the set-up',
    again: 'Name another colleague',
    text: 'Sends the link to the buyer’s set-up page to a colleague of the buyer, who can finish it.',
    name: 'Name',
    email: 'E-mail',
  },

  policy: {
    title: 'Reminders of this deal',
    text: 'For this deal alone. Everything that is still to come is planned anew.',
    listHint: 'Commas between numbers; empty for none.',
    groups: {
      staff: 'Who works on the deal',
      offer: 'While the offer is open',
      setUp: 'After acceptance',
      term: 'Everything else',
    },
    fields: {
      answerWithinHours: 'Time to answer the buyer (working hours)',
      escalateAfterHours: 'Then tell the owner’s lead after (working hours)',
      approveWithinHours: 'Time to decide an approval (working hours)',
      remindIdleEveryDays: 'Quiet negotiation: remind the owner every (days)',
      unreadAfterHours: 'Offer not opened: tell the owner after (working hours)',
      remindDaysBefore: 'Remind the buyer before the offer ends (days)',
      remindHoursBefore: 'Last reminders before the offer ends (hours)',
      chaseAfterHours: 'Account not set up: remind the buyer after (hours)',
      callAfterHours: 'Then ask the owner to call after (hours)',
      agreementWithinHours: 'Buyer has come: AWS’s agreement expected within (hours)',
      activateWithinHours: 'AWS’s license expected within (hours)',
      remindTermDaysBefore: 'Remind before the term ends (days)',
      remindStuckEveryHours: 'Stuck deal: remind the owner every (hours)',
      quietHours: 'No reminder to somebody who has just acted, for (hours)',
    } satisfies Record<keyof ReminderPolicy, string> as Record<keyof ReminderPolicy, string>,
    none: 'none',
    problems: {
      number: 'Write a number.',
      numbers: 'Write numbers with commas between them, such as 7, 3, 1.',
      moreThanZero: (most: string) => `Write a number above 0 and at most ${most}.`,
      atMost: (most: string) => `Write a number from 0 to ${most}.`,
      tooMany: (most: string) => `Write at most ${most} numbers.`,
      unchanged: 'Nothing is different yet. Change a number first.',
    },
  },
};
