import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accept, agreeOn, settled as mailsSettled, offeredDeal } from '../support/deals.ts';
import { dealWhich, reaches } from '../support/people.ts';
import { type Product, startProduct } from '../support/product.ts';
import { buyerAccount } from '../support/samples.ts';

describe('a buyer who accepts while his offer is being replaced', () => {
  let product: Product;
  beforeAll(async () => {
    product = await startProduct({ RECONCILE_SECONDS: 86_400 });
  });
  afterAll(() => product?.stop());

  it('cannot accept the second offer as well: it is taken back at AWS as soon as it is there', async () => {
    const deal = await offeredDeal(product);
    product.emulator.settings({ changeSetDelay: 600_000 });
    await agreeOn(product, deal.dealId, { durationMonths: 24 });
    await dealWhich(product, deal.dealId, each => each.changeSet?.changeSetId, { what: 'the replacement' });
    const { id } = accept(product, deal);
    const accepted = await reaches(product, deal.dealId, 'accepted');
    product.emulator.settings({ changeSetDelay: 100 });
    product.emulator.finishChangeSets();
    expect([accepted.agreement?.agreementId, accepted.offers.length]).toEqual([id, 1]);

    const settled = await dealWhich(product, deal.dealId, each => each.offers[1]?.state === 'withdrawn', {
      what: 'the second offer taken back',
    });
    expect(settled.offers[0]?.state).toBe('accepted');
    expect(settled.stuck).toEqual([]);
    const offerId = settled.offers[1]?.offerId ?? '';
    expect(() => product.emulator.accept({ offerId, accountId: buyerAccount })).toThrow('does not exist');
    await mailsSettled(product, deal.dealId);
    // The first offer's, to whom it concerns.
    const readers = ['signer', 'contact'];
    const { dealId } = deal;
    expect(await product.db.outbox.countDocuments({ dealId, template: 'offer' })).toBe(readers.length);
  });
});
