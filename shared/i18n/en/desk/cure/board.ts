import type { StepName } from '../../../../../deal/keys.ts';
import type { Cure, StuckReason } from '../../../../../deal/stuck.ts';

/** What stands still: an effect of ours, or what others must do. */
type Still = StepName | 'offer' | 'agreement' | 'acceptance' | 'setUp' | 'license' | 'engine';
type Outcome = Record<'applied' | 'refused' | 'pending', number>;

const rest = ({ refused, pending }: Outcome) => [
  ...(refused > 0 ? [`${refused} refused: cured or closed meanwhile, or not yours to do`] : []),
  ...(pending > 0 ? [`${pending} recorded and not decided yet`] : []),
];

/** The words of the board of everything that is stuck. */
export const board = {
  title: 'Stuck',
  /** In the navigation. */
  short: 'Stuck',
  counted: (count: string) => `${count} deals stuck`,
  lead: 'What cannot go on without a person, by its reason.',
  order: 'Order',
  orders: { oldest: 'Longest stuck first', newest: 'Newest first' },
  allReasons: 'All reasons',
  count: (count: number) => (count === 1 ? '1 deal' : `${count} deals`),
  moreThan: (count: number) => `More than ${count} deals`,
  all: (count: number, isWhole: boolean) => (isWhole ? `See all ${count}` : `See all, more than ${count}`),
  step: 'What stands still',
  since: 'Stuck since',
  failures: 'Failed',
  cure: 'Cure',
  /** Where the cure of a reason is another one than its button's. */
  ownCures: {
    agreementDiffers:
      'Find out with the buyer which side is right. Whether what was accepted is granted is decided on the deal’s page, where both sides are shown.',
    agreementMissing:
      'Look in the AWS Marketplace Management Portal whether the offer was accepted. If not, ask the buyer to accept it, or close the deal.',
  } as { [R in StuckReason]?: string },
  steps: {
    startChangeSet: 'Sending the offer’s change to AWS',
    followChangeSet: 'The offer’s change at AWS',
    openSecondDeal: 'Opening a deal for a second purchase',
    readAgreement: 'Reading what was accepted from AWS',
    readEntitlements: 'Reading the entitlements from AWS',
    linkOrganization: 'Linking the organization',
    unlinkOrganization: 'Ending the organization’s link',
    tellProduct: 'Telling the product',
    sendMails: 'Sending mail',
    offer: 'The offer',
    agreement: 'The agreement at AWS',
    acceptance: 'The acceptance',
    setUp: 'The buyer’s set-up',
    license: 'The license at AWS',
    engine: 'The whole deal',
  } satisfies Record<Still, string> as Record<Still, string>,
  again: {
    startChangeSet: 'Send to AWS again',
    followChangeSet: 'Send to AWS again',
    openSecondDeal: 'Open the deal again',
    readAgreement: 'Ask AWS again',
    readEntitlements: 'Ask AWS again',
    linkOrganization: 'Link again',
    unlinkOrganization: 'End the link again',
    tellProduct: 'Tell the product again',
    sendMails: 'Send again',
    offer: 'Try again',
    agreement: 'Wait another week',
    acceptance: 'Try again',
    setUp: 'Resume reminders',
    license: 'Ask AWS again',
    engine: 'Try again',
  } satisfies Record<Still, string> as Record<Still, string>,
  /** The way to the deal’s page, where the cure needs thought. */
  see: {
    retryStep: 'See the deal',
    proposeTerms: 'Correct the terms',
    linkOrganization: 'Choose an organization',
    changeContact: 'Correct the address',
    callBuyer: 'See who to call',
    checkAccess: 'See what is not allowed',
    offerAgain: 'Offer again',
    askAws: 'See the deal',
    tellEngineers: 'See the deal',
  } satisfies Record<Cure, string> as Record<Cure, string>,
  compare: 'Compare both sides',
  retryTicked: 'Try the selected ones again',
  retryAll: (count: number) => `Try all ${count} shown again`,
  solveText:
    'Each selected deal goes on as if what is stuck had been done. Where only AWS can tell, the deal refuses and stays as it is.',
  solveTicked: 'Mark the selected ones as solved',
  nothingTicked: 'Select at least one deal first.',
  done: {
    retry: (outcome: Outcome) =>
      [
        `${outcome.applied} tried again. What gets stuck again comes back to this page`,
        ...rest(outcome),
      ].join(' · '),
    solve: (outcome: Outcome) => [`${outcome.applied} marked as solved`, ...rest(outcome)].join(' · '),
  },
  nothing: 'Nothing is stuck',
  nothingOfKind: 'Nothing is stuck for this reason any more',
  nothingText: 'A deal that cannot go on without a person appears here by itself, with what cures it.',
  beside: 'Waiting beside the deals',
  besideNothing: 'No purchase and no mail waits for its deal.',
  unmatched: (count: number) =>
    count === 1
      ? '1 purchase or arrival that no deal knows'
      : `${count} purchases and arrivals that no deal knows`,
  held: (count: number) =>
    count === 1 ? '1 mail of an unknown sender' : `${count} mails of unknown senders`,
};
