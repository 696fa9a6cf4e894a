import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createOfferActivities } from '../../activities/aws/offers.ts';
import type { Deal } from '../../deal/deal.ts';
import { signalDeal } from '../../shared/temporal/signal.ts';
import { lookForOffers } from '../../worker/sweep/offers.ts';
import { clientsOf, inDays, start, update } from '../emulator/offers.ts';
import { activate, agreeOn, inquire, offeredDeal, settled } from '../support/deals.ts';
import { eventually } from '../support/eventually.ts';
import { pageUrl } from '../support/page-links.ts';
import { dealWhich, reaches, staffAt } from '../support/people.ts';
import { type Product, startProduct } from '../support/product.ts';

describe('what AWS says of an offer and a license', () => {
  let product: Product;
  beforeAll(async () => {
    product = await startProduct({ RECONCILE_SECONDS: 86_400 });
  });
  afterAll(() => product?.stop());

  const asking = () =>
    createOfferActivities({
      catalog: product.deps.marketplace.catalog,
      inbox: {
        db: product.db,
        signal: (dealId, command) => signalDeal(product.deps.temporal, dealId, command),
      },
      now: product.deps.now,
    });
  /** As somebody does it in AWS's console. */
  async function changeInAws(offerId: string, day: string) {
    const change = update('UpdateAvailability', { AvailabilityEndDate: day }, offerId);
    await start(clientsOf(product.emulator), [change]);
    await eventually(
      () => product.emulator.offers().find(each => each.id === offerId)?.availabilityEndDate === day,
    );
  }

  it('is noticed when somebody ends the offer there: nobody is reminded of it, and the buyer’s page says so', async () => {
    const deal = await offeredDeal(product);
    const untouched = await offeredDeal(product);
    const offerId = deal.offers[0]?.offerId ?? '';
    await changeInAws(offerId, inDays(-1));
    await asking().findOffers({});
    const after = await dealWhich(product, deal.dealId, each => each.stuck[0]?.reason === 'offerEnded');
    expect(after.offers[0]?.state).toBe('withdrawn');
    await settled(product, deal.dealId);
    const notice = await product.db.outbox.findOne({ dealId: deal.dealId, template: 'stuckNotice' }).lean();
    expect(notice?.subject).toContain('ended the offer in AWS');
    const page = await (
      await fetch(pageUrl(product, { dealId: deal.dealId }), { headers: { 'accept-language': 'en' } })
    ).text();
    expect(page).toContain('has been withdrawn');
    expect((await reaches(product, untouched.dealId, 'offered')).offers[0]?.state).toBe('released');
    // What the deal has changed itself is no news.
    await staffAt(product, 'sales').step(untouched.dealId, 'withdraw-offer', { reason: 'No budget' });
    await dealWhich(product, untouched.dealId, each => !each.changeSet && each.closed);
    await asking().findOffers({});
    // What is found is kept before anybody is told, and a deal that is over writes no line.
    const found = ({ offers: [offer] }: Deal) =>
      product.db.events.countDocuments({ detailType: 'ListEntities', keys: offer?.offerId ?? '' });
    expect([await found(deal), await found(untouched)]).toEqual([1, 0]);
  });

  it('is looked for at once after a change set that no deal has made', async () => {
    const deal = await offeredDeal(product);
    await product.db.events.updateMany({ 'notice.type': 'offerEvent' }, { $set: { askedAt: new Date() } });
    await changeInAws(deal.offers[0]?.offerId ?? '', inDays(-1));
    const news = { state: 'waiting', 'notice.type': 'offerEvent', askedAt: { $exists: false } } as const;
    const { _id } = await eventually(() => product.db.events.findOne(news).lean(), { what: 'its news' });
    await product.db.events.updateMany(news, { $set: { receivedAt: new Date(0) } });
    await lookForOffers({ ...product.deps, config: product.config });
    await dealWhich(product, deal.dealId, each => each.stuck[0]?.reason === 'offerEnded');
    expect((await product.db.events.findById(_id).lean())?.askedAt).toBeDefined();
  });

  it('need not be waited for after a fault of its own: what is decided meanwhile is done at once', async () => {
    const deal = await offeredDeal(product);
    for (const message of ['first', 'second'])
      product.emulator.failNextChangeSet({ code: 'SERVER_FAULT', message });
    await agreeOn(product, deal.dealId);
    // A minute is waited after the second fault.
    await dealWhich(product, deal.dealId, each => each.changeSet?.faults === 2, { what: 'the long pause' });
    await staffAt(product, 'sales').step(deal.dealId, 'withdraw-offer', { reason: 'No budget' });
    const closed = await dealWhich(product, deal.dealId, each => each.closed, { what: 'its end' });
    expect([closed.stage, closed.offers.map(({ state }) => state)]).toEqual(['withdrawn', ['withdrawn']]);
  });

  it('is asked again after a fault of its own, until the offer is made', async () => {
    product.emulator.failNextChangeSet({ code: 'SERVER_FAULT', message: '' });
    const dealId = await inquire(product);
    await agreeOn(product, dealId);
    const deal = await reaches(product, dealId, 'offered');
    expect([deal.changeSetAttempts, deal.stuck]).toEqual([2, []]);
  });

  it('ends a deal whose license it has taken, though the end of the agreement was never told', async () => {
    const deal = await activate(product, await offeredDeal(product));
    const agreementId = deal.agreement?.agreementId ?? '';
    product.emulator.settings({ events: { drop: ['Purchase Agreement Ended - Proposer'] } });
    product.emulator.endAgreement(agreementId, 'CANCELLED');
    const ended = await reaches(product, deal.dealId, 'ended');
    product.emulator.settings({ events: { drop: false } });
    expect(ended.agreement?.status).toBe('CANCELLED');
  });
});
