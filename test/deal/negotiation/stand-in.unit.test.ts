import { describe, expect, it } from '@jest/globals';
import { allowedCommands, dealDecider } from '../../../deal/decider.ts';
import type { Actor } from '../../../deal/people.ts';
import { done, given, opened, proposal } from '../../support/story.ts';

const approving = given(opened(), proposal({ durationMonths: 48 }), done());
const standIn: Actor = {
  kind: 'staff',
  id: 'support@example.com',
  roles: ['approver', 'support'],
  standsInFor: 'approver@example.com',
};

function answerTo(owner: string | undefined, by: Actor) {
  const deal = { ...approving, owner };
  const command = { type: 'approveOffer', version: 1, commandId: 'c', by, at: deal.updatedAt } as const;
  const isOffered = allowedCommands(deal, by).includes('approveOffer');
  return { isOffered, refused: dealDecider.decide(deal, command, deal.updatedAt)?.code };
}

describe('an approval in place of a colleague', () => {
  it('is for a deal of somebody else', () => {
    expect(answerTo('sales@example.com', standIn)).toEqual({ isOffered: true, refused: undefined });
    expect(answerTo(undefined, standIn)).toEqual({ isOffered: true, refused: undefined });
  });

  it('is refused for a deal of his own, however the owner is written', () => {
    for (const owner of ['support@example.com', 'Support@Example.com'])
      expect(answerTo(owner, standIn)).toEqual({ isOffered: false, refused: 'standInIsOwner' });
  });

  it('is not what an approver in his own right gives', () => {
    const { standsInFor: _, ...approver } = standIn;
    expect(answerTo('support@example.com', approver)).toEqual({ isOffered: true, refused: undefined });
  });
});
