interface AwsWords {
  agreement: Record<string, string>;
  license: Record<string, string>;
  changeSet: Record<string, string>;
}

/** The words for what AWS told us and no deal has taken. */
export const events = {
  title: 'Unmatched',
  waiting: (count: string) => `${count} to decide`,
  lists: { unmatched: 'Unmatched', otherListings: 'Other listings', dismissed: 'Dismissed' },
  leads: {
    unmatched:
      'Purchases and arrivals that fit no deal by themselves. Each waits here until a deal learns its ID, or until you decide.',
    otherListings:
      'Purchases of your company’s other AWS Marketplace listings. AWS has named the product, and it is none that is sold here. If one is ours all the same, open it and bring it back.',
    dismissed:
      'Purchases and arrivals that somebody has said belong to no deal. Open one to take the decision back.',
  },
  empty: {
    unmatched: 'Nothing is unmatched',
    otherListings: 'Nothing of other listings',
    dismissed: 'Nothing is dismissed',
  },
  emptyText: {
    unmatched: 'Everything that AWS has told us belongs to a deal.',
    otherListings: 'AWS has told us of our own products only.',
    dismissed: 'Nobody has dismissed anything yet.',
  },
  purchases: 'Purchases',
  arrivals: 'Buyers who arrived',
  many: {
    column: 'Choose',
    tick: (line: { what: string; id: string }) => `Choose: ${line.what}, ${line.id}`,
    title: 'Several belong to no deal',
    text: 'What you have ticked leaves this list with one reason, and so does whatever AWS still says of the same agreements.',
    all: 'Everything on this page',
  },

  kinds: {
    accepted: 'Offer accepted',
    renewed: 'Agreement renewed',
    replaced: 'Agreement replaced',
    amended: 'Agreement amended',
    ended: 'Agreement ended',
    licensed: 'License granted or changed',
    deprovisioned: 'License taken back',
    offerChanged: 'Change set ended',
    arrived: 'Buyer came from AWS Marketplace',
    other: 'Notice of AWS',
  },

  what: 'What',
  when: 'When',
  account: 'AWS account',
  agreement: 'Agreement',
  previous: 'Follows agreement',
  offer: 'Offer',
  product: 'Product',
  license: 'License',
  registration: 'Registration',
  unknown: 'not named',
  raw: 'As AWS sent it',
  back: 'All unmatched',

  ambiguous: (deal: { company: string; agreement: string }) =>
    `The offer belongs to the deal of ${deal.company}, which has the agreement ${deal.agreement}. Find out whether this is its renewal or a purchase of its own.`,
  closed: (deal: { company: string; stage: string }) =>
    `The deal of ${deal.company} is closed (${deal.stage}), but AWS says that this is active. Talk to the buyer; a new deal may be needed.`,
  ambiguousTitle: 'A renewal, or a new purchase?',
  closedTitle: 'Active at AWS, closed here',
  begun: (decision: { who: string; when: string }) =>
    `${decision.who} began to assign this on ${decision.when}, and it may have arrived. Assign it to the same deal again to be sure.`,
  begunTitle: 'Not finished',

  assign: 'Assign to a deal',
  assignText:
    'The deal goes on as if AWS had named it, and takes everything else that waits for the same agreement. Its timeline shows that you decided.',
  search: 'Find an open deal',
  searchHint: 'Company, person, e-mail, AWS account, any ID or link',
  searchSubmit: 'Search',
  found: 'Open deals of this AWS account',
  foundBySearch: 'Open deals found',
  noneOfAccount: 'No open deal is for this AWS account. Search for the deal above.',
  noneFound: 'No open deal matches. Try a shorter word or another ID.',
  hasAgreement: (agreement: string) => `Has the agreement ${agreement}`,
  succeeds: (agreement: string) => `Has the agreement ${agreement}; this one becomes its successor`,
  submit: 'Assign',
  note: (event: { what: string; id: string }) => `Assigned to this deal by hand: ${event.what} (${event.id})`,

  dismiss: 'Belongs to no deal',
  dismissText:
    'For example a purchase made without Offerdesk. It leaves this list, and so does whatever AWS still says of the same agreement.',
  dismissArrivalText:
    'For example a trial of your own. It leaves this list; if the buyer comes from AWS again, it is back.',
  reason: 'Why',
  reasonHint: 'For whoever asks later. You can take this decision back.',
  dismissSubmit: 'Dismiss',
  dismissed: 'Dismissed',
  decided: 'Decided',
  restore: 'Take the dismissal back',
  bringBack: 'Bring back to Unmatched',
  restored: 'It is back under Unmatched',

  settled: 'Nothing is left to decide here',
  settledByDeal: 'A deal has it.',
  settledBy: (decision: { who: string; when: string }) => `${decision.who} decided on ${decision.when}.`,
  setAside: (product: string) =>
    `It was set aside because AWS says that ${product} was bought, which is none of the products sold here.`,
  settledByRule: 'It says nothing to a deal.',
  toDeal: 'To the deal',

  problems: {
    choose: 'Choose a deal from the list.',
    reason: (most: number) => `Say why in 1 to ${most} characters.`,
    tickSome: 'Tick at least one line first.',
    refused: 'Not assigned',
    taken: 'A colleague has decided about this meanwhile.',
  },
  sns: {
    otherTopic: (setting: string) => `This topic is not one of ${setting}.`,
    notSigned: 'The signature is not one of Amazon SNS.',
    otherAddress: 'SubscribeURL is not an address of Amazon SNS for this topic.',
  },

  /** What AWS writes in capitals, in words. What is not here is shown as AWS writes it. */
  aws: {
    agreement: {
      ACTIVE: 'Active',
      ARCHIVED: 'Archived',
      CANCELLED: 'Cancelled',
      EXPIRED: 'Expired',
      RENEWED: 'Renewed',
      REPLACED: 'Replaced',
      ROLLED_BACK: 'Payment failed',
      SUPERSEDED: 'Superseded',
      TERMINATED: 'Terminated',
    },
    license: { updated: 'Granted or changed', deprovisioned: 'No longer provided' },
    changeSet: {
      ListEntities: 'The last day of the offer was changed in AWS',
      'Change Set Succeeded': 'Change set: succeeded',
      'Change Set Failed': 'Change set: failed',
      'Change Set Cancelled': 'Change set: cancelled',
      SUCCEEDED: 'Change set: succeeded',
      FAILED: 'Change set: failed',
      CANCELLED: 'Change set: cancelled',
    },
  } satisfies AwsWords as AwsWords,
};
