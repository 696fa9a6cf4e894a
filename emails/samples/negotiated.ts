import type { Deal } from '../../deal/deal.ts';
import { dealDecider } from '../../deal/decider.ts';
import { stepKey } from '../../deal/keys.ts';
import type { Actor } from '../../deal/people.ts';
import { defaultPolicy } from '../../deal/policy.ts';
import type { Terms } from '../../deal/terms/terms.ts';
import { type Cast, termsOf } from './cast.ts';
import { played, released } from './play.ts';
import { proposed as proposals } from './proposed.ts';

/** Every term passes this limit, so that an approver is asked. */
const policy = { ...defaultPolicy, approval: { ...defaultPolicy.approval, durationMonths: 6 } };

export const salesIn = ({ owner }: Cast): Actor => ({
  kind: 'staff',
  id: owner.email,
  name: owner.name,
  roles: ['sales'],
});

/** The sample deal from the first contact to the release of its offer. */
export function negotiated(cast: Cast) {
  const { inquiry } = cast;
  const sales = salesIn(cast);
  const opening = { dealId: 'd-20261201-7f3k', at: '2026-12-01T02:30:00.000Z' };
  const asked = played(dealDecider.initial({ ...opening, inquiry, policy }), [
    { event: { type: 'inquiryReceived', inquiry, policy } },
  ]);
  const owned = played(asked, [{ event: { type: 'assignOwner', owner: cast.owner.email } }]);
  const offering = (terms: Terms) => {
    const proposed = played(owned, [
      { event: { type: 'proposeTerms', terms }, by: sales, at: '2026-12-02T01:00:00.000Z' },
    ]);
    const approving = played(proposed, [
      { event: { type: 'markNegotiationDone', version: 1 }, by: sales, at: '2026-12-03T01:00:00.000Z' },
    ]);
    return { proposed, approving };
  };
  const { proposed, approving } = offering(termsOf(cast));
  const { approving: unlisted } = offering(withoutListPrice(termsOf(cast)));
  return {
    asked,
    owned,
    proposed,
    approving,
    unlisted,
    sender: cast.owner,
    answer: cast.answer,
    wish: cast.wish,
    proposals: proposals(cast, owned, sales),
    ...decided(cast, approving),
  };
}

/** Nobody knows what discount it is. */
const withoutListPrice = (terms: Terms): Terms => ({
  ...terms,
  dimensions: terms.dimensions.map(({ listPrice: _unknown, ...dimension }) => dimension),
});

function decided(cast: Cast, approving: Deal) {
  const approver: Actor = { kind: 'staff', id: cast.approver.email, name: cast.approver.name };
  const approved = played(approving, [{ event: { type: 'approveOffer', version: 1 }, by: approver }]);
  const rejected = played(approving, [
    { event: { type: 'rejectOffer', version: 1, comment: cast.objection }, by: approver },
  ]);
  return { approved, rejected, offered: released(approved), refused: refused(approved) };
}

/** AWS does not take the offer. */
function refused(approved: Deal) {
  const stuck = {
    step: stepKey('followChangeSet', approved.changeSet?.name ?? ''),
    reason: 'changeSetFailed',
    detail: 'INVALID_BUYER_ACCOUNTS: Invalid accounts: [123456789012]',
    cure: 'proposeTerms',
  } as const;
  return played(approved, [{ event: { type: 'stepFailed', stuck } }]);
}
