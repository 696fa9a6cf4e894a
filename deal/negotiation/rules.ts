import type { CommandOf } from '../commands.ts';
import { bytesOfTerms, most } from '../contract/limits.ts';
import { type Deal, termsOf } from '../deal.ts';
import type { Rules } from '../part.ts';
import type { Actor } from '../people.ts';
import type { Refusal } from '../refusals.ts';
import type { Terms } from '../terms/terms.ts';
import { limitsBroken } from '../terms/terms-limits.ts';
import { ownsAsStandIn } from './own-deal.ts';
import { isSent, newTerms, refusedYes } from './proposals.ts';

export type NegotiationCommand =
  | 'proposeTerms'
  | 'sendProposal'
  | 'withdrawProposal'
  | 'agreeToProposal'
  | 'markNegotiationDone'
  | 'approveOffer'
  | 'rejectOffer';

const dateOf = (moment: string) => moment.slice(0, 10);

/** From the first contact to the internal yes. */
export const negotiationRules: Rules<NegotiationCommand> = {
  proposeTerms: {
    who: ['sales', 'support'],
    stages: ['inquiry', 'negotiating', 'approving', 'creatingOffer', 'offered'],
    waitsForAws: true,
    refuse: ({ deal, command, now }) => tooMuch(deal, command.terms) ?? invalid(command.terms, now),
  },
  sendProposal: {
    who: ['sales', 'support'],
    stages: ['negotiating', 'offered'],
    shown: deal => newTerms(deal) !== undefined && !isSent(deal),
    refuse: ({ deal, command, now }) => {
      const newest = newTerms(deal);
      if (!newest) return { code: 'noTerms' };
      if (newest.version !== command.version) return { code: 'termsChanged' };
      return isSent(deal) ? { code: 'alreadySent' } : invalid(newest.terms, now);
    },
  },
  withdrawProposal: {
    who: ['sales', 'support'],
    stages: ['negotiating', 'offered'],
    shown: isSent,
    refuse: ({ deal }) => (isSent(deal) ? undefined : { code: 'noProposal' }),
  },
  agreeToProposal: {
    who: ['buyer'],
    stages: ['negotiating', 'offered'],
    refuse: ({ deal, command, now }) => refusedYes(deal, command.version, now),
  },
  markNegotiationDone: {
    who: ['sales'],
    stages: ['negotiating', 'offered'],
    waitsForAws: true,
    shown: deal => newTerms(deal) !== undefined,
    refuse: ({ deal, command, now }) => {
      const newest = newTerms(deal);
      if (!newest) return { code: 'noTerms' };
      return newest.version === command.version ? invalid(newest.terms, now) : { code: 'termsChanged' };
    },
  },
  approveOffer: {
    who: ['approver'],
    stages: ['approving'],
    shown: (deal, actor) => deal.approval?.requestedBy.id !== actor.id && !ownsAsStandIn(deal, actor),
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

/** Terms are kept for good, and a deal must stay small enough to travel. */
function tooMuch({ terms: known }: Deal, terms: Terms): Refusal | undefined {
  if (known.length >= most.versions) return { code: 'tooManyVersions' };
  const before = known.reduce((sum, version) => sum + bytesOf(version.terms), 0);
  const more = bytesOf(terms);
  const fits = more <= bytesOfTerms.version && before + more <= bytesOfTerms.all;
  return fits ? undefined : { code: 'termsTooLarge' };
}

const bytesOf = (terms: Terms) => new TextEncoder().encode(JSON.stringify(terms)).length;

/** Four eyes: whoever marked the negotiation done does not approve it, and no stand-in approves a deal of his own. */
function wrongApprover(deal: Deal, command: CommandOf<'approveOffer'> & { by: Actor }): Refusal | undefined {
  if (deal.approval?.version !== command.version) return { code: 'termsChanged' };
  if (deal.approval.requestedBy.id === command.by.id) return { code: 'approverIsRequester' };
  return ownsAsStandIn(deal, command.by) ? { code: 'standInIsOwner' } : undefined;
}
