import { acceptanceEvolution } from './chapters/acceptance.ts';
import { careEvolution } from './chapters/care.ts';
import { mailEvolution } from './chapters/mails.ts';
import { negotiationEvolution } from './chapters/negotiation.ts';
import { offerEvolution } from './chapters/offer.ts';
import { setUpEvolution } from './chapters/set-up.ts';
import { timeEvolution } from './chapters/time.ts';
import type { Deal, Inquiry } from './deal.ts';
import type { Entry, Fact, FactOf, FactType } from './entries.ts';
import type { MailRequest } from './mails.ts';
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
  ...mailEvolution,
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
  const counted = { ...deal, ...actedBy(entry), seq: entry.seq, updatedAt: entry.decidedAt };
  if (entry.outcome === 'refused') return { ...deal, seq: entry.seq, updatedAt: entry.decidedAt };
  const apply = evolution[entry.fact.type] as (deal: Deal, fact: Fact, entry: Entry) => Deal;
  const changed = apply(counted, entry.fact, entry);
  const stage = stageOf(changed);
  const staged = stage === deal.stage ? changed : { ...changed, stage, stageSince: entry.decidedAt };
  const mails = mailsFor({ before: deal, after: staged, entry });
  return { ...staged, ...remindedBy(staged, { entry, mails }), mails: [...staged.mails, ...mails] };
}

/** Who did something himself; programs of the staff have no address, but work for them. */
function actedBy({ by, at }: Entry): Pick<Deal, 'buyerActedAt' | 'staffActedAt'> {
  if (by.kind === 'buyer') return { buyerActedAt: at };
  return by.kind === 'staff' ? { staffActedAt: at } : {};
}

/** Remembers who was reminded today. */
function remindedBy(
  { reminded }: Deal,
  { entry, mails }: { entry: Entry; mails: MailRequest[] },
): Pick<Deal, 'reminded'> {
  const { type } = entry.fact;
  if (mails.length === 0 || (type !== 'deadlinePassed' && type !== 'sendReminderNow')) return {};
  const readers = mails.map(({ reader }) => (reader.to === 'person' ? reader.email : reader.to));
  return { reminded: { ...reminded, ...Object.fromEntries(readers.map(reader => [reader, entry.at])) } };
}
