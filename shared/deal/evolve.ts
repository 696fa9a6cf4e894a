import { acceptanceEvolution } from './chapters/acceptance.ts';
import { careEvolution } from './chapters/care.ts';
import { negotiationEvolution } from './chapters/negotiation.ts';
import { offerEvolution } from './chapters/offer.ts';
import { setUpEvolution } from './chapters/set-up.ts';
import { timeEvolution } from './chapters/time.ts';
import type { Deal, Inquiry } from './deal.ts';
import type { Entry, Fact, FactOf, FactType } from './entries.ts';
import { mailsFor } from './mails-for.ts';
import type { Policy } from './policy.ts';
import { stageOf } from './stages.ts';

/** How one kind of fact changes a deal. */
export type Evolve<T extends FactType> = (deal: Deal, fact: FactOf<T>, entry: Entry) => Deal;
export type Evolution<T extends FactType> = { readonly [K in T]: Evolve<K> };

const evolution: Evolution<FactType> = {
  ...negotiationEvolution,
  ...offerEvolution,
  ...acceptanceEvolution,
  ...setUpEvolution,
  ...careEvolution,
  ...timeEvolution,
};

/** The deal before its first entry. */
export function newDeal(opening: { dealId: string; at: string; inquiry: Inquiry; policy: Policy }): Deal {
  const { dealId, at, inquiry, policy } = opening;
  return {
    dealId,
    seq: 0,
    openedAt: at,
    updatedAt: at,
    stage: 'inquiry',
    stageSince: at,
    policy,
    inquiry,
    terms: [],
    changeSetAttempts: 0,
    formerAgreements: [],
    revision: 0,
    offers: [],
    stuck: [],
    passed: [],
    mails: [],
  };
}

/** The deal after one timeline entry. A refused entry changes nothing but the number of entries. */
export function evolve(deal: Deal, entry: Entry): Deal {
  const counted = { ...deal, seq: entry.seq, updatedAt: entry.decidedAt };
  if (entry.outcome === 'refused') return counted;
  const apply = evolution[entry.fact.type] as (deal: Deal, fact: Fact, entry: Entry) => Deal;
  const changed = apply(counted, entry.fact, entry);
  const stage = stageOf(changed);
  const staged = stage === deal.stage ? changed : { ...changed, stage, stageSince: entry.decidedAt };
  return { ...staged, mails: [...staged.mails, ...mailsFor({ before: deal, after: staged, entry })] };
}
