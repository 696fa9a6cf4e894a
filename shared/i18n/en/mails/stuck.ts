import type { Stuck } from '../../../../deal/stuck.ts';
import { count } from './days.ts';

export const stuckNotice = {
  subject: (deal: { company: string; reason: string }) => `Stuck: ${deal.company} – ${deal.reason}`,
  title: 'This deal needs you',
  preheader: (reason: string) => reason,
  intro: (company: string) => `The deal with ${company} cannot go on without you.`,
  cures: {
    retryStep: 'Correct the cause, then press “Try again” in the deal.',
    proposeTerms: 'Propose corrected terms in the deal. The offer is then created automatically.',
    linkOrganization:
      'Ask the buyer to choose another organization on the set-up page, or have support link one with “Move link” in the deal. Moving or ending the other agreement’s link makes room as well.',
    changeContact:
      'Find out the right address by phone, and press “Change contact” in the deal: what came back is sent there at once. If the address is right, wait until the mailbox works and press “Try again”.',
    callBuyer:
      'Call the buyer and help with the set-up. Then press “Try again” in the deal: you hear from us again only when nothing has happened a week later.',
    checkAccess:
      'Ask whoever runs Offerdesk to check the IAM role and its credentials. Then press “Try again” in the deal. The terms need no change.',
    offerAgain:
      'Find out who ended the offer, and why. Then offer the same terms again in the deal, propose other terms, or close the deal. Reminders of this offer have stopped.',
    askAws:
      'Ask AWS or the buyer for the reason. The deal goes on by itself once AWS gives a license again, and closes once AWS says that the agreement is over.',
    tellEngineers: 'Tell whoever runs Offerdesk. Nothing that was entered is lost.',
  } satisfies Record<Stuck['cure'], string> as Record<Stuck['cure'], string>,
  handOverCure:
    'Ask the buyer for the right address, and hand the set-up over again in the deal: the mail then goes to that colleague. If the address is right, wait until the mailbox works and press “Try again”.',
  /** In place of the first words, once a day has gone by. */
  still: (days: number) => ({
    subject: (deal: { company: string; reason: string }) => `Still stuck: ${deal.company} – ${deal.reason}`,
    title: 'This deal still needs you',
    intro: (company: string) =>
      `The deal with ${company} has been stuck for ${count(days, 'day')}. It cannot go on without you.`,
  }),

  absent: {
    reason: 'Accepted, but not set up',
    about: (days: number) =>
      `The buyer accepted ${days < 1 ? 'today' : `${count(days, 'day')} ago`} and pays through AWS, but cannot use the product yet. Mails have not helped; a call may.`,
    neverCame: 'Nobody has opened the set-up page from AWS yet.',
    cameAt: (moment: string) =>
      `The set-up page was opened from AWS on ${moment}, but no organization has been chosen.`,
    help: {
      neverCame: (deal: { account: string; product: string }) =>
        `Sign in to the AWS console with AWS account ${deal.account}, open AWS Marketplace and “Manage subscriptions”, choose ${deal.product} and press “Set up product”.`,
      leftHalfWay:
        'Open the set-up page, sign in or register, and choose the organization that AWS bills. Whoever may not decide that can hand the set-up to a colleague there.',
    },
    zone: (timeZone: string) => `Time zone: ${timeZone}`,
  },
  unaccepted: {
    reason: 'No agreement in AWS',
    about: (moment: string) =>
      `Somebody pressed “Set up your account” in AWS on ${moment}, but AWS has reported no agreement for this offer since. Nothing is granted, and the buyer is no longer reminded of the offer.`,
    cure: 'Look in the AWS Marketplace Management Portal whether the offer was accepted. If it was not, ask the buyer to accept it, or close the deal. “Try again” in the deal ends these notices for a week.',
  },
  license: {
    reason: 'AWS has not sent the license',
    about: (link: { organization: string; moment: string }) =>
      `${link.organization} was chosen on ${link.moment}. Nothing can be granted before AWS sends the license of the agreement, which usually takes minutes.`,
    cure: 'Look at the agreement in the AWS Marketplace Management Portal, and ask AWS for its license. The deal goes on as soon as it is there; “Try again” in the deal ends these notices.',
  },
};
