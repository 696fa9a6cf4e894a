import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Deal } from '../../deal/deal.ts';
import { accept, agreeOn, arrive, choose, inquire, settled } from '../support/deals.ts';
import { eventually } from '../support/eventually.ts';
import { dealWhich, staffAt } from '../support/people.ts';
import { type Product, startProduct } from '../support/product.ts';

/** Every call of the product to AWS on the way from the frozen terms to the confirmation. */
const operations = [
  'ListChangeSets',
  'StartChangeSet',
  'DescribeChangeSet',
  'ResolveCustomer',
  'SearchAgreements',
  'DescribeAgreement',
  'GetAgreementTerms',
  'GetEntitlements',
] as const;
const accidents = ['throttle', 'error', 'reset', 'timeout', 'lostAnswer'] as const;
const times = 2;

describe('whatever AWS does to a call', () => {
  let product: Product;
  beforeAll(async () => {
    product = await startProduct({ RECONCILE_SECONDS: 2 });
    product.emulator.settings({ concurrentOffers: 1000 });
  });
  afterAll(() => product?.stop());

  it.each(accidents)(
    '%s at every call, the deal is confirmed, with one offer, one link and one confirmation to each reader',
    async kind => {
      for (const operation of operations) product.emulator.addFault({ operation, kind, times });
      const deal = await playOn(await inquire(product));
      await settled(product, deal.dealId);
      // Each call has met its faults.
      await eventually(() => product.emulator.faults().length === 0, {
        what: 'every fault met',
      });
      const offers = product.emulator.offers().filter(offer => JSON.stringify(offer).includes(deal.dealId));
      const links = await product.db.billingLinks.countDocuments({ dealId: deal.dealId });
      const confirmations = await product.db.outbox
        .find({ dealId: deal.dealId, template: 'confirmation', state: 'sent' })
        .lean();
      expect([offers.length, links]).toEqual([1, 1]);
      expect(confirmations.map(mail => mail.to.email).sort()).toEqual([
        'jiro@aozora.example',
        'taro@aozora.example',
      ]);
    },
    240_000,
  );

  /** Plays to the end; where the deal is stuck, one press of support must cure it. */
  async function playOn(dealId: string): Promise<Deal> {
    await agreeOn(product, dealId);
    const offered = await cured(dealId, deal => deal.stage === 'offered');
    const agreement = accept(product, offered);
    await cured(dealId, deal => deal.agreement && deal.license && deal.accepted);
    await arriveAtLast(agreement.id);
    await cured(dealId, deal => deal.registration);
    await choose(product, dealId);
    return cured(dealId, deal => deal.stage === 'active');
  }

  async function cured(dealId: string, holds: (deal: Deal) => unknown): Promise<Deal> {
    const deal = await dealWhich(product, dealId, each => each.stuck.length > 0 || holds(each), {});
    if (deal.stuck.length === 0) return deal;
    await staffAt(product, 'support').step(dealId, 'retry-step');
    return dealWhich(product, dealId, each => each.stuck.length === 0 && holds(each));
  }

  /** A buyer whom AWS kept from arriving presses the button again, as the page tells him. */
  async function arriveAtLast(agreementId: string): Promise<void> {
    for (let press = 0; press <= times * 2; press += 1)
      if ((await arrive(product, agreementId)).status === 303) return;
    throw new Error('the buyer never arrived');
  }
});
