import type { CommandOf } from '../commands.ts';
import { type Deal, latestTerms, termsOf } from '../deal.ts';
import { changeSetRunning } from '../offer/change-set.ts';
import type { Rules } from '../part.ts';
import type { Actor } from '../people.ts';
import type { Refusal } from '../refusals.ts';
import { limitsBroken } from '../terms/terms-limits.ts';

export type NegotiationCommand = 'proposeTerms' | 'markNegotiationDone' | 'approveOffer' | 'rejectOffer';

const dateOf = (moment: string) => moment.slice(0, 10);

/** From the first contact to the internal yes. */
export const negotiationRules: Rules<NegotiationCommand> = {
  proposeTerms: {
    who: ['sales', 'support'],
    stages: ['inquiry', 'negotiating', 'approving', 'creatingOffer', 'offered'],
    refuse: ({ deal, command, now }) => {
      if (changeSetRunning(deal)) return { code: 'changeSetRunning' };
      return invalid(command.terms, now);
    },
  },
  markNegotiationDone: {
    who: ['sales'],
    stages: ['negotiating', 'offered'],
    refuse: ({ deal, command, now }) => {
      if (changeSetRunning(deal)) return { code: 'changeSetRunning' };
      const newest = latestTerms(deal);
      if (!newest || newest.version === deal.frozenVersion) return { code: 'noTerms' };
      return newest.version === command.version ? invalid(newest.terms, now) : { code: 'termsChanged' };
    },
  },
  approveOffer: {
    who: ['approver'],
    stages: ['approving'],
    refuse: ({ deal, command, now }) =>
      wrongApprover(deal, command) ?? invalid(termsOf(deal, command.version).terms, now),
  },
  rejectOffer: {
    who: ['approver'],
    stages: ['approving'],
    refuse: ({ deal, command }) =>
      deal.approval?.version === command.version ? undefined : { code: 'termsChanged' },
  },
};

function invalid(terms: Parameters<typeof limitsBroken>[0], now: string): Refusal | undefined {
  const fields = limitsBroken(terms, dateOf(now));
  return fields.length > 0 ? { code: 'termsInvalid', fields } : undefined;
}

/** Four eyes: whoever marked the negotiation done does not approve it. */
function wrongApprover(deal: Deal, command: CommandOf<'approveOffer'> & { by: Actor }): Refusal | undefined {
  if (deal.approval?.version !== command.version) return { code: 'termsChanged' };
  return deal.approval.requestedBy.id === command.by.id ? { code: 'approverIsRequester' } : undefined;
}
