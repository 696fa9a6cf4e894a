import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { linkState } from '../../../../api/desk/approvals/from-mail/link-state.ts';
import { day, after as momentAfter } from '../../../../deal/calendar/moments.ts';
import type { Deal } from '../../../../deal/deal.ts';
import { dealDecider } from '../../../../deal/decider.ts';
import { approvalSince } from '../../../../deal/negotiation/deadlines.ts';
import { type Actor, staffRoles } from '../../../../deal/people.ts';
import { done, given, opened, proposal, start } from '../../../support/story.ts';

const long = { durationMonths: 48 };
const approving = given(opened(), proposal(long), done());
const approver: Actor = { kind: 'staff', id: 'approver@example.com', roles: ['approver'], via: 'mail' };
const later = momentAfter(start, 2 * day);

function linkTo(deal: Deal) {
  const { dealId } = deal;
  const endsAt = momentAfter(start, 7 * day);
  return { dealId, version: 1, email: 'approver@example.com', askedAt: approvalSince(deal), endsAt };
}
const link = linkTo(approving);
const stateOf = (deal: Deal, { by = approver, now = later } = {}) => linkState(deal, { link, by, now });

describe('a link by which an approver decides', () => {
  it('is open to nobody whose yes the deal would refuse, and to everybody else', () => {
    const people = ['sales@example.com', 'support@example.com', 'other@example.com'];
    const actor = fc.record(
      {
        kind: fc.constant('staff' as const),
        id: fc.constantFrom(...people),
        roles: fc.subarray([...staffRoles]),
        standsInFor: fc.constant('approver@example.com'),
        via: fc.constant('mail' as const),
      },
      { requiredKeys: ['kind', 'id', 'roles', 'via'] },
    );
    fc.assert(
      fc.property(actor, fc.option(fc.constantFrom(...people), { nil: undefined }), (by, owner) => {
        const deal = { ...approving, owner };
        const yes = { type: 'approveOffer', version: 1, commandId: 'c', by, at: later } as const;
        const mayApprove = dealDecider.decide(deal, yes, later) === undefined;
        expect(stateOf(deal, { by }) === 'open').toBe(mayApprove);
        const isAsker = by.id === 'sales@example.com';
        if (isAsker) expect(stateOf(deal, { by })).not.toBe('open');
      }),
    );
  });

  it('ends with its time, to the moment', () => {
    expect(stateOf(approving, { now: momentAfter(link.endsAt, -1) })).toBe('open');
    expect(stateOf(approving, { now: link.endsAt })).toBe('tooLate');
  });

  it('ends with the first decision, whichever it is', () => {
    expect(stateOf(given(approving, ['approver', { type: 'approveOffer', version: 1 }]))).toBe('decided');
    const sentBack = given(approving, ['approver', { type: 'rejectOffer', version: 1, comment: 'Less.' }]);
    expect(stateOf(sentBack)).toBe('decided');
  });

  it('ends with other terms, asked for or not', () => {
    const proposed = given(approving, proposal({ ...long, currency: 'USD' }));
    expect(stateOf(proposed)).toBe('replaced');
    expect(stateOf(given(proposed, done(2)))).toBe('replaced');
  });

  it('does not come back to life when approval of the same terms is asked for again', () => {
    const at = momentAfter(start, day);
    const again = given(
      approving,
      ['approver', { type: 'rejectOffer', version: 1, comment: 'Why?' }, at],
      ['sales', { type: 'markNegotiationDone', version: 1 }, at],
    );
    expect(again.approval).toMatchObject({ version: 1, state: 'pending' });
    expect(stateOf(again)).toBe('replaced');
    expect(linkState(again, { link: linkTo(again), by: approver, now: later })).toBe('open');
  });

  it('ends with the deal', () => {
    expect(stateOf(given(approving, ['sales', { type: 'closeDeal', reason: 'No budget.' }]))).toBe(
      'replaced',
    );
  });

  it('tells nobody anything who approves no more', () => {
    const decided = given(approving, ['approver', { type: 'approveOffer', version: 1 }]);
    const sales: Actor = { ...approver, roles: ['sales'] };
    for (const deal of [approving, decided]) expect(stateOf(deal, { by: sales })).toBe('notApprover');
  });
});
