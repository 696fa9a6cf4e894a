import type { Deadline } from '../deadlines.ts';
import type { Deal } from '../deal.ts';
import type { Evolution } from '../evolve.ts';

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
    default:
      return deal;
  }
}
