import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createOfferActivities } from '../../../activities/aws/offers.ts';
import { signalDeal } from '../../../shared/temporal/signal.ts';
import { clientsOf, inDays, start, update } from '../../emulator/offers.ts';
import { offeredDeal, settled } from '../../support/deals.ts';
import { eventually } from '../../support/eventually.ts';
import { dealWhich, reaches } from '../../support/people.ts';
import { type Product, startProduct } from '../../support/product.ts';

describe('offers that somebody has changed in AWS', () => {
  let product: Product;
  beforeAll(async () => {
    product = await startProduct({ RECONCILE_SECONDS: 86_400 });
  });
  afterAll(() => product?.stop());

  const look = () => {
    const { marketplace, temporal, now } = product.deps;
    const signal = (dealId: string, command: Parameters<typeof signalDeal>[2]) =>
      signalDeal(temporal, dealId, command);
    const { catalog } = marketplace;
    return createOfferActivities({ catalog, inbox: { db: product.db, signal }, now }).findOffers({});
  };
  async function changeInAws(offerId: string, day: string) {
    await start(clientsOf(product.emulator), [
      update('UpdateAvailability', { AvailabilityEndDate: day }, offerId),
    ]);
    await eventually(
      () => product.emulator.offers().find(({ id }) => id === offerId)?.availabilityEndDate === day,
    );
  }

  it('are told to the deal that made them, not to that of another purchase which knows them too', async () => {
    const { dealId, offers } = await offeredDeal(product);
    const [offer] = offers;
    if (!offer) throw new Error('no offer');
    const day = inDays(60);
    await settled(product, dealId);
    const own = await product.db.deals.findById(dealId).lean();
    if (!own) throw new Error('no record');
    // The deal of the other purchase comes first, and has nothing to hear.
    const openedBy = { agreementId: 'agmt-other', dealId };
    const deal = { ...own.deal, dealId: 'another', openedBy, offers: [{ ...offer, expiresOn: day }] };
    await product.db.deals.deleteOne({ _id: dealId });
    await product.db.deals.insertMany([{ ...own, _id: 'another', deal }, own]);
    await changeInAws(offer.offerId, day);
    await look();
    const told = await dealWhich(product, dealId, each => each.offers[0]?.expiresOn === day);
    expect(told.offers[0]?.state).toBe('released');
  });

  it('can be accepted again when they were ended and let be accepted again there', async () => {
    const { dealId, offers } = await offeredDeal(product);
    const offerId = offers[0]?.offerId ?? '';
    await changeInAws(offerId, inDays(-1));
    await look();
    await reaches(product, dealId, 'negotiating');
    // What AWS writes down in one second cannot be told apart.
    const { withdrawnAt = '' } = (await dealWhich(product, dealId, () => true)).offers[0] ?? {};
    await eventually(() => Date.now() > Date.parse(withdrawnAt) + 1000, { what: 'another second' });
    await changeInAws(offerId, inDays(20));
    await look();
    const again = await reaches(product, dealId, 'offered');
    expect([again.offers[0]?.expiresOn, again.stuck]).toEqual([inDays(20), []]);
  });
});
