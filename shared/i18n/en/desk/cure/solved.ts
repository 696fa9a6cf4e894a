import type { StepName } from '../../../../../deal/keys.ts';

/** What the deal takes for done, by what is stuck. */
const effects: Record<StepName, string> = {
  startChangeSet: 'You have changed the offer in AWS yourself. The deal and the buyer are told so.',
  followChangeSet: 'You have changed the offer in AWS yourself. The deal and the buyer are told so.',
  openSecondDeal: 'You have seen to the other purchase yourself. No deal is opened for it.',
  readAgreement: '',
  readEntitlements: '',
  linkOrganization: 'You have linked the organization in the accounts yourself. The deal goes on with it.',
  unlinkOrganization: 'You have ended the link in the accounts yourself. The deal goes on without it.',
  tellProduct: 'You have told the product yourself. The deal goes on as if it had been told here.',
  sendMails: 'You have told the readers yourself, or they need not hear of it. These mails are not sent.',
};

/** What a person says who has seen to something himself that is stuck. */
export const solved = {
  title: 'Solved by hand?',
  effects,
  /** Where the deal waits for somebody else. */
  other: 'You have looked into it. The notices about it end.',
  reason: 'What was done',
  reasonHint: 'For the timeline: what, by whom, and where it can be seen.',
  missing: 'Write what was done, so that colleagues understand it later.',
};
