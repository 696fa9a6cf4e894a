import type { Passing } from '../part.ts';

export const termPassing: Passing<'termEnds'> = {
  termEnds: (deal, at) => ({
    ...deal,
    revision: deal.revision + 1,
    closed: { stage: 'ended', reason: 'EXPIRED', at },
  }),
};
