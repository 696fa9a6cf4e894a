/** The words of the forms of steps. */
export const stepWords = {
  steps: {
    markNegotiationDone: (version: number) =>
      `Both sides agree on version ${version}. It cannot be changed after this.`,
    thenApproval: (reasons: string) => `Next, an approver is asked: ${reasons}.`,
    thenOffer: 'AWS then starts creating the offer right away.',
    comment: 'Comment',
    rejectComment: 'What must change',
    newLastDay: 'New last day',
    newLastDayHint: (day: string) => `Later than ${day}. AWS ends the offer at 23:59:59 UTC.`,
    reason: 'Reason',
    reasonHint: 'For the timeline. The buyer does not see it.',
    withdrawWarning: 'The buyer can no longer accept, and the deal is closed.',
    closeWarning: 'An offer that is with the buyer is withdrawn. A closed deal cannot be reopened.',
    note: 'Note',
    newOwner: 'Owner',
  },
  problems: {
    reason: 'Write why, so that colleagues understand it later.',
    comment: 'Write what must change, so that the terms can be corrected.',
    note: 'Write a note first.',
    message: 'Write a message first.',
    owner: 'Choose a person from the list.',
    date: 'Choose the new last day.',
    approve: 'Tick that you have checked the terms. The offer is made at once.',
    organization: 'Find the organization and choose it.',
    reasonTold: 'Write why. Everybody concerned reads it.',
    confirmLink: 'Tick that this is agreed with the customer. Access changes with it.',
    confirm: 'Tick that this is agreed with the buyer. It grants what was accepted.',
  },
};
