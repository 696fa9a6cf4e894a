import type { Deal, Stuck } from '../deal.ts';
import type { Evolution } from '../evolve.ts';
import type { Deadline } from './deadline.ts';

/** What time alone changes. Reminders change nothing but being sent; see mails-for.ts. */
export const timeEvolution: Evolution<'deadlinePassed'> = {
  deadlinePassed: (deal, { deadline }, { at }) =>
    met({ ...deal, passed: [...deal.passed, deadline.key] }, deadline, at),
};

function met(deal: Deal, deadline: Deadline, at: string): Deal {
  switch (deadline.kind) {
    case 'offerExpires':
      return {
        ...deal,
        offers: deal.offers.map(offer =>
          offer.state === 'released' ? { ...offer, state: 'expired' } : offer,
        ),
      };
    case 'revivalEnds':
      return { ...deal, closed: { stage: 'expired', reason: 'nobody accepted', at } };
    case 'termEnds':
      return { ...deal, revision: deal.revision + 1, closed: { stage: 'ended', reason: 'EXPIRED', at } };
    case 'buyerAbsent':
      return stuckFor(deal, { reason: 'buyerAbsent', cure: 'callBuyer', since: at, step: 'setUp' });
    case 'agreementMissing':
      return stuckFor(deal, {
        reason: 'agreementMissing',
        cure: 'retryStep',
        since: at,
        step: 'agreement',
      });
    case 'activationOverdue':
      return stuckFor(deal, { reason: 'entitlementsMissing', cure: 'retryStep', since: at, step: 'license' });
    default:
      return deal;
  }
}

/** Nobody is to blame, and yet nothing goes on without a person. */
function stuckFor(deal: Deal, stuck: Omit<Stuck, 'detail'>): Deal {
  return {
    ...deal,
    stuck: [...deal.stuck.filter(each => each.step !== stuck.step), { ...stuck, detail: '' }],
  };
}
