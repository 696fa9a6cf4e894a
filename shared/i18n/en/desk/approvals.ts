/** The words of the queue of an approver. */
export const approvals = {
  title: 'Approvals',
  queue: 'Waiting for your decision',
  lead: (count: number) => {
    if (count === 0) return 'Nothing waits.';
    return count === 1 ? '1 waits for you.' : `${count} wait for you, the most urgent first.`;
  },
  none: 'Nothing waits for your decision',
  noneText:
    'Terms that pass a limit appear here by themselves. What you asked for yourself, another approver decides.',
  gone: (company: string) => `${company} no longer waits for your decision`,
  goneText: (company: string) =>
    `It has been decided, withdrawn or given other terms. The deal of ${company} tells what happened.`,
  before: { title: 'Other deals with this buyer', none: 'None: this is the first.' },
  fromMail: {
    title: 'Approve this offer?',
    lead: (asked: { name: string; company: string; reasons: string }) =>
      `${asked.name} would like to release an offer to ${asked.company}. It needs your approval: ${asked.reasons}.`,
    reject: 'Reject and say what must change',
    rejectHint: 'The owner of the deal reads this.',
    decidesAs: ({ name, inPlaceOf, until }: DecidesAs) =>
      inPlaceOf
        ? `You decide as ${name}, in place of ${inPlaceOf}, without signing in. This page is yours alone until ${until}.`
        : `You decide as ${name}, without signing in. This page is yours alone until ${until}.`,
    atTheDesk: 'Open it at the desk',
    queue: 'All approvals at the desk',
    decided: {
      approved: (company: string) => `The offer to ${company} is approved`,
      rejected: (company: string) => `The offer to ${company} is sent back`,
    },
    decidedBy: (decided: { name: string; moment: string }) =>
      `Decided on ${decided.moment} by ${decided.name}.`,
    next: {
      approved: 'AWS creates the offer now; the signer gets a mail when it is ready.',
      rejected: 'The owner has been told and can propose other terms.',
    },
    over: {
      notApprover: {
        title: 'This link has ended',
        text: (_name: string) =>
          'You do not decide on approvals at the moment, in your own right or for somebody who is away.',
      },
      tooLate: {
        title: 'This link has ended',
        text: (_name: string) => 'It was open for seven days. At the desk you can still decide.',
      },
      replaced: {
        title: 'This link has been replaced',
        text: (_name: string) =>
          'The terms have changed, or approval was asked for again, since this mail was sent. If you are asked now, a newer mail has its own link.',
      },
      notHis: {
        title: 'Somebody else decides on this one',
        text: (_name: string) =>
          'You asked for this approval yourself, or look after this deal. Another approver has been asked.',
      },
      otherBrowser: {
        title: 'This link is for somebody else',
        text: (name: string) =>
          `It was sent to ${name}, and a colleague is signed in at the desk in this browser. Nobody decides in another’s name.`,
      },
    },
  },
};

interface DecidesAs {
  name: string;
  /** Address of the approver who is away. */
  inPlaceOf?: string;
  until: string;
}
