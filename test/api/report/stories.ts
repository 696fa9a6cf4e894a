import fc from 'fast-check';
import type { CommandBody } from '../../../deal/commands.ts';
import type { Deal } from '../../../deal/deal.ts';
import { dealDecider } from '../../../deal/decider.ts';
import type { Stage } from '../../../deal/stages.ts';
import { sampleInquiry, sampleTerms } from '../../support/samples.ts';
import {
  type ActorName,
  acceptedAsAgreed,
  agreement,
  arrival,
  changeSetDone,
  choice,
  given,
  policy,
  when,
} from '../../support/story.ts';

/** A deal, and every stage it came into with the moment, as its timeline has them. */
export interface Told {
  deal: Deal;
  path: { stage: Stage; at: string }[];
}

const later = (at: string, hours: number) => new Date(Date.parse(at) + hours * 3_600_000).toISOString();

type Move = (deal: Deal, at: string) => Deal;
const say =
  (by: ActorName, body: (deal: Deal, at: string) => CommandBody): Move =>
  (deal, at) =>
    when(deal, by, body(deal, at), at).deal;

const moves: Record<string, Move> = {
  propose: say('sales', (_deal, at) => ({ type: 'proposeTerms', terms: sampleTerms(at) })),
  proposeYen: say('sales', (_deal, at) => ({
    type: 'proposeTerms',
    terms: { ...sampleTerms(at), currency: 'JPY' },
  })),
  agree: say('sales', deal => ({ type: 'markNegotiationDone', version: Math.max(1, deal.terms.length) })),
  approve: say('approver', deal => ({ type: 'approveOffer', version: Math.max(1, deal.terms.length) })),
  make: (deal, at) =>
    deal.changeSet ? changeSetDone({ ...deal, updatedAt: at }, `offer-${deal.seq}`) : deal,
  accept: say('aws', (deal, at) => ({
    ...agreement,
    offerId: deal.offers.at(-1)?.offerId ?? 'offer-one',
    acceptedAt: at,
    startsAt: at,
    endsAt: later(at, 365 * 24),
  })),
  read: (deal, at) => (deal.agreement ? given(deal, ['system', acceptedAsAgreed, at]) : deal),
  arrive: say('buyer', () => arrival),
  choose: say('buyer', () => choice),
  use: (deal, at) => {
    const { link, revision } = deal;
    if (!link) return deal;
    const { organizationId } = link;
    return given(
      deal,
      ['system', { type: 'organizationLinked', organizationId, revision }, at],
      ['system', { type: 'productTold', organizationId, revision, configured: true }, at],
    );
  },
  withdraw: say('sales', () => ({ type: 'withdrawOffer', reason: 'Budget is gone' })),
  decline: say('buyer', () => ({ type: 'declineOffer', reason: 'Another product' })),
  close: say('sales', () => ({ type: 'closeDeal', reason: 'Nobody answers' })),
  note: say('support', () => ({ type: 'addNote', text: 'x' })),
};

const way = ['propose', 'agree', 'make', 'accept', 'read', 'arrive', 'choose', 'use'];
const stories = fc.record({
  begin: fc.integer({ min: Date.parse('2026-01-01'), max: Date.parse('2027-06-01') }),
  language: fc.constantFrom('ja' as const, 'en' as const),
  owner: fc.constantFrom(undefined, 'sales@example.com', 'second@example.com'),
  acts: fc
    .tuple(fc.nat(way.length), fc.array(fc.constantFrom(...Object.keys(moves)), { maxLength: 6 }))
    .chain(([length, names]) =>
      fc.tuple(
        ...[...way.slice(0, length), ...names].map(name =>
          fc.tuple(fc.constant(name), fc.double({ min: 0, max: 300, noNaN: true })),
        ),
      ),
    ),
});

/** Deals of every kind, opened over a year and a half. */
export function manyDeals(count: number): Told[] {
  return fc
    .sample(stories, { seed: 20_261_127, numRuns: count })
    .map((story, index) => play(story, `deal${index}`));
}

function play(
  { begin, language, owner, acts }: typeof stories extends fc.Arbitrary<infer T> ? T : never,
  dealId: string,
): Told {
  const inquiry = sampleInquiry({ contact: { ...sampleInquiry().contact, language } });
  let at = new Date(begin).toISOString();
  const initial = dealDecider.initial({ dealId, at, inquiry, policy });
  let deal = {
    ...given(initial, ['system', { type: 'inquiryReceived', inquiry, policy }, at]),
    ...(owner && { owner }),
  };
  const path: Told['path'] = [{ stage: deal.stage, at }];
  for (const [name, hours] of acts) {
    at = later(at, hours);
    deal = moves[name]?.(deal, at) ?? deal;
    if (path.at(-1)?.stage !== deal.stage) path.push({ stage: deal.stage, at });
  }
  return { deal, path };
}
