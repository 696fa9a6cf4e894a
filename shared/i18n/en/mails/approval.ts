export const approvalRequested = {
  subject: (deal: { company: string; total: string }) => `Approval needed: ${deal.company}, ${deal.total}`,
  title: 'An offer needs your approval',
  preheader: (name: string) => `Requested by ${name}.`,
  intro: (asked: { name: string; company: string }) =>
    `${asked.name} would like to release an offer to ${asked.company}. It needs an approver because:`,
  fourEyes: 'The person who asked for an approval cannot give it.',
  button: 'Review and decide',
  yoursAlone: (moment: string) =>
    `Until ${moment}, this button lets you decide without signing in, and the decision is recorded as yours. Please do not forward this mail.`,
};

export const approvalOverdue = {
  subject: (deal: { company: string; total: string }) =>
    `Still waiting for approval: ${deal.company}, ${deal.total}`,
  title: 'This approval is overdue',
  intro: (asked: { name: string; company: string; moment: string }) =>
    `${asked.name} requested approval of an offer to ${asked.company} on ${asked.moment}. Nobody has decided yet, and the offer cannot be created before that. It needs an approver because:`,
  ownerHint: 'Ask an approver directly, or propose terms that need no approval.',
  lead: {
    subject: (deal: { company: string; total: string }) =>
      `Escalated: no decision on ${deal.company}, ${deal.total}`,
    title: 'Nobody decides about this offer',
    hint: 'The approvers and the owner have been reminded. Ask an approver directly, or have the terms changed so that they need no approval.',
  },
};

export const approvalDecided = {
  subject: {
    approved: (company: string) => `Approved: offer for ${company}`,
    rejected: (company: string) => `Not approved: offer for ${company}`,
  },
  title: { approved: 'The offer is approved', rejected: 'The offer is not approved' },
  intro: {
    approved: (name: string) => `${name} has approved the offer.`,
    rejected: (name: string) => `${name} has not approved the offer.`,
  },
  next: {
    approved: 'AWS is creating it now. The signer gets a mail with the link as soon as it is ready.',
    rejected: 'Propose new terms and mark the negotiation done again.',
  },
  comment: 'Comment',
};
