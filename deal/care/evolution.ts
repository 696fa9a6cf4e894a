import type { Deal } from '../deal.ts';
import { triedAgain, withoutUselessChange } from '../offer/change-set.ts';
import { withoutLooseOffers } from '../offer/offers.ts';
import type { Evolution } from '../part.ts';
import { isOvertaken } from '../steps.ts';
import { type NewlyStuck, withStuck } from '../stuck.ts';
import { cured } from './cure.ts';
import type { CareCommand } from './rules.ts';
import { solved } from './solved.ts';

export const careEvolution: Evolution<CareCommand | 'stepFailed'> = {
  assignOwner: (deal, { owner, timeZone }) => {
    const { ownerTimeZone: _former, ...rest } = deal;
    return { ...rest, owner, ...(timeZone && { ownerTimeZone: timeZone }) };
  },
  addNote: (deal, _note, { at, by }) =>
    by.kind === 'staff' ? { ...deal, answeredAt: deal.answeredAt ?? at } : deal,
  retryStep: (deal, { step }) => cured(deal, step),
  markSolved: (deal, { step }, entry) => solved(deal, step, entry),
  stepFailed: (deal, { stuck }, { at }) =>
    isOvertaken(deal, stuck.step)
      ? deal
      : goneOn(withoutUselessChange(withStuck(deal, stuck, at)), stuck, at),
};

/** What AWS has failed at by its own fault is tried again, as long as there is a use for it. */
const goneOn = (deal: Deal, { reason }: NewlyStuck, at: string): Deal =>
  (reason === 'serverFault' ? triedAgain(deal, at) : undefined) ?? withoutLooseOffers(deal);
