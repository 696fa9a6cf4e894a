import { openingOf } from '../../../deal/acceptance/second-purchase.ts';
import type { Command, CommandBody } from '../../../deal/commands.ts';
import type { Deal } from '../../../deal/deal.ts';
import { dealDecider } from '../../../deal/decider.ts';
import { system } from '../../../deal/people.ts';
import { stepsDue } from '../../../deal/steps.ts';
import { isOthers, takers } from '../../../shared/marketplace/deals-with-key.ts';
import { keysOf } from '../../../shared/models/deal-record.ts';
import { actors, choice, offered, start } from '../../support/story.ts';

export type Buyer = 'a' | 'b';
const accounts = { a: '111122223333', b: '444455556666' } as const;
const licenses = { a: `l-${'a'.repeat(32)}`, b: `l-${'b'.repeat(32)}` } as const;
export const agreementOf = (buyer: Buyer) => `agmt-${buyer}`;
export const facts = ['agreement', 'license', 'arrival', 'choice'] as const;
export type Fact = (typeof facts)[number];

/** What waits for a deal, as the inbox, a registration or a set-up session keeps it. */
interface Item {
  fact: Fact;
  buyer: Buyer;
  keys: string[];
  command: Command;
  refusedBy: string[];
  /** The deal that was told of it last, and the one that has applied it. */
  sentTo?: string;
  dealId?: string;
}

/** How the two buy: under one account, and whether AWS names the agreement of a license when somebody arrives. */
export interface Case {
  oneAccount: boolean;
  isNamed: boolean;
}

/** What comes of a purchase of the offer, with the names that AWS gives it; `time`: which telling of it this is. */
export function item(fact: Fact, buyer: Buyer, { oneAccount, isNamed, time }: Case & { time: number }): Item {
  const agreementId = agreementOf(buyer);
  const awsAccountId = accounts[oneAccount ? 'a' : buyer];
  const licenseArn = `arn:aws:license-manager::1:license:${licenses[buyer]}`;
  const common = { agreementId, awsAccountId, offerId: 'offer-one', productCode: 'code' };
  const bodies: Record<Fact, CommandBody> = {
    agreement: {
      type: 'agreementEvent',
      agreementId,
      awsAccountId,
      offerId: 'offer-one',
      intent: 'NEW',
      status: 'ACTIVE',
      learntFrom: 'event',
    },
    license: { type: 'licenseEvent', licenseArn, status: 'updated', ...common },
    arrival: {
      type: 'buyerArrived',
      registrationId: `r-${buyer}`,
      setupSessionId: `s-${buyer}`,
      awsAccountId,
      productCode: 'code',
      licenseArn,
      ...(isNamed && { agreementId }),
    },
    choice: { ...choice, organizationId: `division-${buyer}` },
  };
  const keys = [licenseArn, licenses[buyer], agreementId, 'offer-one'];
  const by = fact === 'arrival' || fact === 'choice' ? actors.buyer : actors.aws;
  const command = { ...bodies[fact], commandId: `${fact}-${buyer}-${time}`, by, at: start };
  const known = fact === 'arrival' && !isNamed ? keys.slice(0, 2) : keys;
  return { fact, buyer, keys: fact === 'agreement' ? keys.slice(2) : known, command, refusedBy: [] };
}

/**
 * The deals of one offer as their workflows have them, and as their records show them, which may be older. What is sent is
 * decided by the workflow; what is looked up comes from the record.
 */
export function market() {
  const deals = new Map<string, Deal>([['d1', offered()]]);
  const records = new Map(deals);
  const settled = new Set<string>();
  let items: Item[] = [];

  function decide(dealId: string, each: Item): void {
    const deal = deals.get(dealId);
    const id = `${dealId} ${each.command.commandId}`;
    if (!deal || settled.has(id)) return;
    settled.add(id);
    const { commandId, by, at, ...event } = each.command;
    const refusal = dealDecider.decide(deal, each.command, at);
    const line = { seq: deal.seq + 1, at, decidedAt: at, by, commandId, event };
    deals.set(
      dealId,
      dealDecider.evolve(
        deal,
        refusal ? { ...line, outcome: 'refused', refusal } : { ...line, outcome: 'applied' },
      ),
    );
    if (refusal) each.refusedBy.push(dealId);
    else each.dealId = dealId;
  }

  /** As an api or a sweep finds the deal of what waits. */
  function send(each: Item): void {
    if (each.dealId) return;
    if (each.fact === 'choice') {
      const arrival = items.find(other => other.fact === 'arrival' && other.buyer === each.buyer);
      if (arrival?.dealId) decide(arrival.dealId, each);
      return;
    }
    const known = [...records.values()]
      .map(deal => ({ keys: keysOf(deal), deal }))
      .filter(
        ({ keys, deal }) =>
          keys.some(key => each.keys.includes(key)) && !each.refusedBy.includes(deal.dealId),
      );
    const [found] = takers(known, each, each.command);
    if (!found || each.sentTo === found.dealId) return;
    each.sentTo = found.dealId;
    decide(found.dealId, each);
  }

  /** A deal writes itself down, takes what waits for it, and does the step that is due. */
  function record(dealId: string): void {
    const deal = deals.get(dealId);
    if (!deal) return;
    records.set(dealId, deal);
    const waiting = items.filter(
      each =>
        !each.dealId &&
        !each.refusedBy.includes(dealId) &&
        each.fact !== 'choice' &&
        each.keys.some(key => keysOf(deal).includes(key)) &&
        !isOthers(deal, each.command),
    );
    for (const each of waiting) decide(dealId, each);
    for (const step of stepsDue(deal)) if (step.name === 'openSecondDeal') open(dealId, step.purchase);
  }

  function open(of: string, purchase: Deal['secondPurchases'][number]): void {
    const first = deals.get(of);
    const { agreementId } = purchase.notice;
    const dealId = `d-${agreementId}`;
    if (!first) return;
    if (!deals.has(dealId)) {
      const opening = openingOf(first, purchase);
      const { inquiry, policy } = opening;
      const opened = dealDecider.initial({ dealId, at: start, inquiry, policy });
      const { told, from } = opening.purchase;
      const event = { type: 'purchaseOpened', inquiry, policy, agreementId, ...(from && { from }) } as const;
      deals.set(dealId, note(opened, event));
      const notice = items.find(each => each.command.commandId === told.commandId);
      if (notice) decide(dealId, notice);
    }
    deals.set(of, note(deals.get(of) ?? first, { type: 'secondDealOpened', agreementId, dealId }));
  }

  function note(deal: Deal, event: Parameters<typeof dealDecider.evolve>[1]['event']): Deal {
    const line = { seq: deal.seq + 1, at: start, decidedAt: start, by: system, outcome: 'applied' as const };
    return dealDecider.evolve(deal, { ...line, event });
  }

  return {
    comes(each: Item) {
      items = [...items, each];
      send(each);
    },
    record: (which: number) => record([...deals.keys()][which % deals.size] ?? ''),
    /** Everybody gets his turn until nothing changes any more. */
    settle() {
      for (let before = ''; before !== String([...settled]); ) {
        before = String([...settled]);
        for (const dealId of [...deals.keys()]) record(dealId);
        for (const each of items) send(each);
      }
    },
    get deals() {
      return [...deals.values()];
    },
    get items() {
      return items;
    },
  };
}
