import type { Evolution, Passing } from '../part.ts';
import type { TermCommand } from './rules.ts';

export const termEvolution: Evolution<TermCommand> = {
  awsNotice: (deal, { about, detail = '' }, { at }) => {
    const others = (deal.awsNotices ?? []).filter(each => each.about !== about);
    return { ...deal, awsNotices: [...others, { about, detail, at }] };
  },
};

export const termPassing: Passing<'termEnds'> = {
  termEnds: (deal, at) => ({
    ...deal,
    revision: deal.revision + 1,
    closed: { stage: 'ended', reason: 'EXPIRED', at },
  }),
};
