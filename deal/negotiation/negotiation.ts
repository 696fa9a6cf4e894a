import type { CommandOf } from '../commands.ts';
import { type Deal, latestTerms, termsOf } from '../deal.ts';
import type { Evolution } from '../evolve.ts';
import { beginOffer, changeSetRunning, offerFailed, withoutChangeSetTrouble } from '../offer/change-set.ts';
import type { Actor } from '../people.ts';
import type { Refusal } from '../refusals.ts';
import type { Rules } from '../rules.ts';
import { limitsBroken } from '../terms/terms-limits.ts';
import { approvalReasons } from './approval.ts';

type Commands = 'proposeTerms' | 'markNegotiationDone' | 'approveOffer' | 'rejectOffer';

const dateOf = (moment: string) => moment.slice(0, 10);

/** From the first contact to the internal yes. */
export const negotiationRules: Rules<Commands> = {
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

export const negotiationEvolution: Evolution<Commands | 'inquiryReceived'> = {
  inquiryReceived: deal => deal,

  proposeTerms: (deal, { terms }, { by, at }) => {
    const version = deal.terms.length + 1;
    const { approval: _superseded, request: _answered, signer: _named, ...rest } = deal;
    const proposed = {
      ...rest,
      owner: deal.owner ?? ownerFrom(by),
      answeredAt: deal.answeredAt ?? at,
      terms: [...deal.terms, { version, terms, proposedBy: by, at }],
    };
    // The negotiation was over when AWS refused the offer, so corrected terms carry on by themselves.
    return offerFailed(deal) ? freeze(proposed, version, by) : proposed;
  },

  markNegotiationDone: (deal, { version }, { by }) => freeze(deal, version, by),

  approveOffer: (deal, { comment }, { by, at }) =>
    beginOffer(answered(deal, { state: 'approved', comment, by, at })),

  rejectOffer: (deal, { comment }, { by, at }) => {
    const { frozenVersion: _open, ...rest } = answered(deal, { state: 'rejected', comment, by, at });
    return rest;
  },
};

/** Whoever of the staff takes up a deal that nobody looks after, looks after it. Programs do not. */
function ownerFrom({ kind, id }: Actor): string | undefined {
  return kind === 'staff' && id.includes('@') ? id : undefined;
}

/** The version is fixed; an offer is begun at once unless an approver must be asked. */
function freeze(deal: Deal, version: number, requestedBy: Actor): Deal {
  const reasons = approvalReasons(termsOf(deal, version).terms, deal.policy);
  const frozen = { ...deal, frozenVersion: version };
  if (reasons.length === 0) return beginOffer(frozen);
  // What AWS refused is over once an approver decides on something else.
  const { changeSet: _refused, ...open } = frozen;
  return {
    ...open,
    stuck: withoutChangeSetTrouble(frozen),
    approval: { version, reasons, requestedBy, state: 'pending' },
  };
}

function answered(
  deal: Deal,
  answer: { state: 'approved' | 'rejected'; comment?: string; by: Actor; at: string },
): Deal {
  if (!deal.approval) return deal;
  const { state, comment, by, at } = answer;
  return { ...deal, approval: { ...deal.approval, state, comment, decidedBy: by, decidedAt: at } };
}
