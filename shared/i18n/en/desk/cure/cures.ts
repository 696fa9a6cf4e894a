import type { Stuck } from '../../../../../deal/stuck.ts';

/** What helps a deal that is stuck. */
export const cureWords = {
  /** What the cure button of a stuck deal does, in one sentence. */
  cures: {
    retryStep: 'Check the cause, then try this step again.',
    proposeTerms: 'Propose corrected terms. A new offer is then created automatically.',
    linkOrganization:
      'The buyer can choose another organization on the set-up page, or support links one here. Moving or ending the other agreement’s link makes room as well.',
    changeContact: 'Correct the address, or send again once the mailbox works.',
    callBuyer: 'Call the buyer and help with the set-up. Then press “Try again” to resume the reminders.',
    checkAccess:
      'Ask whoever runs Offerdesk to check the IAM role and its credentials: AWS names above what it did not allow. Then try this step again. The terms need no change.',
    offerAgain:
      'The buyer can no longer accept. Offer the same terms again with “Negotiation is done”, propose other terms, or close the deal.',
    askAws:
      'Ask AWS or the buyer for the reason. The deal goes on by itself once AWS gives a license again, and closes once AWS says that the agreement is over.',
    tellEngineers:
      'Tell whoever runs Offerdesk. What you enter meanwhile is kept, and takes effect once the deal goes on.',
  } satisfies Record<Stuck['cure'], string> as Record<Stuck['cure'], string>,
  differsCure:
    'Find out with the buyer which side is right. Then grant what was accepted, or cancel the agreement in AWS and agree on new terms.',
  grantAccepted: (total: string) => (total ? `Grant what was accepted: ${total}` : 'Grant what was accepted'),
  grantConfirmed: 'I have agreed this with the buyer',
  approveConfirmed: (total: string) => `I have checked these terms: an offer for ${total} goes to the buyer`,
  approverAccepts: 'What was accepted passes a limit: an approver decides whether it is granted.',
  unacceptedCure:
    'Look in the AWS Marketplace Management Portal whether the offer was accepted. If not, ask the buyer to accept it, or close the deal. “Try again” waits another week.',
  stuckSince: (moment: string) => `Stuck since ${moment}`,
};
