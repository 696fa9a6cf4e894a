import type { NeedKind } from '../../../../deal/needs.ts';

/** The words of the desk's first page. */
export const home = {
  title: 'What needs you',
  lead: (count: number, isWhole: boolean) => {
    if (count === 0) return 'Nothing is waiting.';
    const things = count === 1 ? '1 thing is waiting' : `${count} things are waiting`;
    return isWhole
      ? `${things}, the most urgent first.`
      : `${things} here, the most urgent first; there are more.`;
  },
  whose: 'Whose',
  mine: 'Mine',
  team: 'The whole team’s',
  nothing: { mine: 'Nothing is waiting for you', team: 'Nothing is waiting for anybody' },
  nothingText: 'New inquiries, requests of buyers, approvals and anything stuck appear here by themselves.',
  allDeals: 'See all deals',
  what: 'What',
  due: 'Due',
  since: 'Waiting since',
  owner: 'Owner',
  noOwner: 'No owner yet',
  amount: 'Amount',
  action: 'Action',
  now: 'Now',
  kinds: {
    answerInquiry: 'An inquiry is to be answered',
    answerRequest: 'The buyer asks for something',
    makeOffer: 'The buyer has agreed: make the offer',
    decideApproval: 'Terms wait for a yes or no',
    correctTerms: 'The approver said no: propose other terms',
    offerEnds: 'The offer ends within a week',
    reviveOffer: 'The offer has expired and can still be extended',
    callBuyer: 'Accepted, and the set-up is not done',
    cure: 'Something is stuck',
  } satisfies Record<NeedKind, string> as Record<NeedKind, string>,
  actions: {
    answerInquiry: 'Answer',
    answerRequest: 'Answer',
    makeOffer: 'Mark negotiation done',
    decideApproval: 'Decide',
    correctTerms: 'Propose terms',
    offerEnds: 'Extend',
    reviveOffer: 'Extend',
    callBuyer: 'See who to call',
    cure: 'See the cure',
  } satisfies Record<NeedKind, string> as Record<NeedKind, string>,
  pipeline: 'Pipeline',
  stage: 'Stage',
  deals: 'Deals',
  sum: 'Sum',
  oldest: 'Oldest since',
};
