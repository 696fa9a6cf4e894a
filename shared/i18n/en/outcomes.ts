import type { CommandType } from '../../../deal/commands.ts';

interface Said {
  done: string;
  notDone: string;
}

/** What became of a step that somebody has just taken, as a whole sentence. */
export const outcomes = {
  proposeTerms: { done: 'The terms are proposed', notDone: 'The terms could not be proposed' },
  sendProposal: {
    done: 'The proposal is on its way to the buyer',
    notDone: 'The proposal could not be sent',
  },
  withdrawProposal: {
    done: 'The proposal is taken back, and the buyer is told',
    notDone: 'The proposal could not be taken back',
  },
  agreeToProposal: { done: 'The buyer has agreed', notDone: 'The yes could not be noted' },
  writeToBuyer: {
    done: 'Your message is on its way to the buyer',
    notDone: 'Your message could not be sent',
  },
  writeToStaff: { done: 'The message is with us', notDone: 'The message could not be sent' },
  markNegotiationDone: {
    done: 'Negotiation is marked done',
    notDone: 'Negotiation could not be marked done',
  },
  approveOffer: { done: 'The offer is approved', notDone: 'The offer could not be approved' },
  rejectOffer: { done: 'The offer is sent back', notDone: 'The offer could not be sent back' },
  extendOffer: { done: 'The extension is under way', notDone: 'The offer could not be extended' },
  withdrawOffer: { done: 'The withdrawal is under way', notDone: 'The offer could not be withdrawn' },
  askForChange: { done: 'The change is asked for', notDone: 'The change could not be asked for' },
  askForMoreTime: { done: 'More time is asked for', notDone: 'More time could not be asked for' },
  declineOffer: { done: 'The offer is declined', notDone: 'The offer could not be declined' },
  agreementEvent: {
    done: 'The deal has this agreement now',
    notDone: 'The deal did not take this agreement',
  },
  licenseEvent: { done: 'The deal has this license now', notDone: 'The deal did not take this license' },
  awsNotice: { done: 'The deal knows of this notice now', notDone: 'The deal did not take this notice' },
  offerEvent: { done: 'The deal knows of this offer now', notDone: 'The deal did not take this offer' },
  buyerArrived: { done: 'The deal has its buyer now', notDone: 'The deal did not take this buyer' },
  linkOrganization: { done: 'The organization is chosen', notDone: 'The organization could not be chosen' },
  moveLink: { done: 'The link is being moved', notDone: 'The link could not be moved' },
  endLink: { done: 'The link is ended', notDone: 'The link could not be ended' },
  handOverSetUp: { done: 'The set-up is handed over', notDone: 'The set-up could not be handed over' },
  assignOwner: { done: 'The deal has a new owner', notDone: 'The owner could not be changed' },
  addNote: { done: 'The note is added', notDone: 'The note could not be added' },
  sendReminderNow: {
    done: 'The reminder goes out in ten seconds',
    notDone: 'The reminder could not be sent',
  },
  skipReminder: { done: 'The reminder is skipped', notDone: 'The reminder could not be skipped' },
  takeBackReminder: {
    done: 'Taken back: the reminder stays as planned',
    notDone: 'It could not be taken back',
  },
  retryStep: { done: 'It is being tried again', notDone: 'It could not be tried again' },
  markSolved: { done: 'It is marked as solved', notDone: 'It could not be marked as solved' },
  closeDeal: { done: 'The deal is closed', notDone: 'The deal could not be closed' },
  offerSeen: { done: 'The buyer has opened the offer', notDone: 'The opening could not be noted' },
  tickCheck: { done: 'The tick is noted', notDone: 'The tick could not be noted' },
  renewPageLink: { done: 'A new link is on its way', notDone: 'No new link could be sent' },
  withdrawPageLink: { done: 'The link is withdrawn', notDone: 'The link could not be withdrawn' },
  askForPageLink: { done: 'A link is on its way', notDone: 'No link could be sent' },
  pageOpened: { done: 'The buyer has opened the page', notDone: 'The opening could not be noted' },
  stopReminders: { done: 'The reminders are stopped', notDone: 'The reminders could not be stopped' },
  resumeReminders: { done: 'The reminders go on', notDone: 'The reminders could not be resumed' },
  changeContact: { done: 'The contact is changed', notDone: 'The contact could not be changed' },
  changeReminders: { done: 'The reminders are changed', notDone: 'The reminders could not be changed' },
  resendMail: { done: 'The mail is sent again', notDone: 'The mail could not be sent again' },
  mailBounced: { done: 'The return of the mail is noted', notDone: 'The return could not be noted' },
} satisfies Record<CommandType, Said> as Record<CommandType, Said>;
