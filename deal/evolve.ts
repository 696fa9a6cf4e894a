import { acceptanceEvolution } from './acceptance/acceptance.ts';
import { careEvolution } from './care/care.ts';
import type { Deal, Inquiry } from './deal.ts';
import type { DealEvent, Entry, EventOf, EventType } from './events.ts';
import { mailEvolution } from './mails/chapter.ts';
import type { MailRequest } from './mails/mails.ts';
import { mailsFor } from './mails/mails-for.ts';
import { negotiationEvolution } from './negotiation/negotiation.ts';
import { offerEvolution } from './offer/offer.ts';
import type { Policy } from './policy.ts';
import { timeEvolution } from './reminders/time.ts';
import { setUpEvolution } from './set-up/set-up.ts';
import { stageOf } from './stages.ts';

/** How one kind of event changes a deal. */
export type Evolve<T extends EventType> = (deal: Deal, event: EventOf<T>, entry: Entry) => Deal;
export type Evolution<T extends EventType> = { readonly [K in T]: Evolve<K> };

const evolution: Evolution<EventType> = {
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
  const apply = evolution[entry.event.type] as (deal: Deal, event: DealEvent, entry: Entry) => Deal;
  const changed = apply(counted, entry.event, entry);
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
  const { type } = entry.event;
  if (mails.length === 0 || (type !== 'deadlinePassed' && type !== 'sendReminderNow')) return {};
  const readers = mails.map(({ reader }) => (reader.to === 'person' ? reader.email : reader.to));
  return { reminded: { ...reminded, ...Object.fromEntries(readers.map(reader => [reader, entry.at])) } };
}
