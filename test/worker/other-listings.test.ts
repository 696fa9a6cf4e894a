import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { listUrl } from '../../api/desk/events/list/view.ts';
import { eventUrl, unmatchedUrl } from '../../api/desk/events/view.ts';
import type { EventEnvelope } from '../../emulator/engine/event.ts';
import { sortOtherListings } from '../../worker/sweep/other-listings.ts';
import { type Colleague, signedIn } from '../api/desk/at-the-desk.ts';
import { again, eventOf, letWait, purchaseElsewhere, sendEvent } from '../api/desk/events/unmatched.ts';
import { offerChanges } from '../emulator/offers.ts';
import { eventually } from '../support/eventually.ts';
import { type Product, startProduct } from '../support/product.ts';

const image = 'prod-machineimage01';
const ofTheImage = () =>
  offerChanges({
    CreateOffer: {
      ChangeType: 'CreateOffer',
      ChangeName: 'CreateOfferChange',
      Entity: { Type: 'Offer@1.0' },
      DetailsDocument: { ProductId: image },
    },
  });

describe('purchases of the seller’s other listings', () => {
  let product: Product;
  let support: Colleague;
  beforeAll(async () => {
    product = await startProduct({ RECONCILE_SECONDS: 86_400 });
    support = await signedIn(product, 'support');
    product.emulator.addProduct({
      id: image,
      code: 'machineimage000000000001',
      title: 'Image',
      dimensions: product.emulator.products()[0]?.dimensions,
    });
  });
  afterAll(() => product?.stop());

  /** Bought by an offer of the other listing. */
  const boughtElsewhere = () => purchaseElsewhere(product, ofTheImage());
  const sort = () => sortOtherListings({ ...product.deps, config: product.config });
  const isSetAside = ({ id }: EventEnvelope) =>
    eventually(
      async () => {
        await sort();
        return (await eventOf(product, id))?.state === 'otherListing';
      },
      { what: 'the event set aside' },
    );

  it('are set aside once AWS has named the product, and can be brought back for good', async () => {
    const { agreement, agreementId, license } = await boughtElsewhere();
    await sendEvent(product, agreement);
    await letWait(product);
    expect((await support.get(unmatchedUrl)).html).toContain(agreementId);
    await isSetAside(agreement);
    expect((await support.get(unmatchedUrl)).html).not.toContain(agreementId);
    const others = await support.get(listUrl({ list: 'otherListings' }));
    expect(others.html).toContain(agreementId);
    expect(others.html).toContain(image);
    await sendEvent(product, license);
    await isSetAside(license);

    const url = eventUrl(agreement.id);
    expect((await support.get(url)).html).toContain('none of the products sold here');
    expect((await support.press(url, `${url}/restore`)).location).toBe(`${unmatchedUrl}?done=restored`);
    await sendEvent(product, again(license));
    await sort();
    await letWait(product);
    expect((await support.get(unmatchedUrl)).html).toContain(agreementId);
    const states = await product.db.events.distinct('state', { keys: agreementId });
    expect(states).toEqual(['waiting']);
  });

  it('are asked about no more where an event has named the product', async () => {
    const { agreement, license } = await boughtElsewhere();
    await sendEvent(product, license);
    await sendEvent(product, agreement);
    await sort();
    for (const { id } of [license, agreement])
      expect(await eventOf(product, id)).toMatchObject({
        state: 'otherListing',
        product: image,
      });
    expect((await eventOf(product, agreement.id))?.askedAt).toBeUndefined();
  });

  it('leave what may be ours where it is: our own product, and what AWS does not want to tell of', async () => {
    const own = await purchaseElsewhere(product);
    await sendEvent(product, own.agreement);
    const { agreement } = await boughtElsewhere();
    product.emulator.addFault({
      operation: 'DescribeAgreement',
      kind: 'error',
      code: 'AccessDeniedException',
      status: 400,
      times: 2,
    });
    const unknown = {
      ...again(agreement),
      detail: { ...agreement.detail, agreement: { id: 'agmt-unknown' } },
    };
    await sendEvent(product, unknown);
    await sort();
    await eventually(async () => (await eventOf(product, unknown.id))?.askedAt);
    await sort();
    product.emulator.clearFaults();
    for (const { id } of [own.agreement, unknown])
      expect(await eventOf(product, id)).toMatchObject({ state: 'waiting' });
  });

  it('come back by themselves when the product is sold here too', async () => {
    const { agreement, license } = await boughtElsewhere();
    await sendEvent(product, license);
    await sendEvent(product, agreement);
    await sort();
    const sold = {
      productId: image,
      productCode: 'machineimage000000000001',
      title: 'Image',
      dimensions: [],
    };
    await sortOtherListings({
      ...product.deps,
      config: { ...product.config, products: [...product.config.products, sold] },
    });
    expect(await eventOf(product, agreement.id)).toMatchObject({ state: 'waiting' });
  });

  it('are dismissed together, with one reason, each in the record as if by itself', async () => {
    await product.db.events.deleteMany({});
    const some = [
      await purchaseElsewhere(product),
      await purchaseElsewhere(product),
      await purchaseElsewhere(product),
    ];
    for (const { agreement, license } of some) {
      await sendEvent(product, agreement);
      await sendEvent(product, license);
    }
    await letWait(product);
    const [first, second, third] = some.map(({ agreement }) => agreement);
    const tick = (...events: (EventEnvelope | undefined)[]) =>
      Object.fromEntries(events.map(each => [`ticked:purchase:${each?.id}`, 'yes']));
    const dismiss = (fields: Record<string, string>) =>
      support.press(unmatchedUrl, `${unmatchedUrl}/dismiss`, fields);
    expect((await dismiss({ reason: 'x' })).html).toContain('Tick at least one line first.');
    const without = await dismiss({ ...tick(first), reason: ' ' });
    expect([without.status, without.html.includes('checked')]).toEqual([422, true]);
    const done = await dismiss({ ...tick(first, second), reason: ' Sold elsewhere ' });
    expect([done.status, done.location]).toEqual([303, `${unmatchedUrl}?done=dismissed`]);
    for (const { agreement, license } of some.slice(0, 2))
      for (const { id } of [agreement, license])
        expect(await eventOf(product, id)).toMatchObject({
          state: 'ignored',
          handled: { by: { kind: 'staff', id: 'support@example.com' }, reason: 'Sold elsewhere' },
        });
    expect(await eventOf(product, third?.id ?? '')).toMatchObject({ state: 'waiting' });
    const all = await dismiss({ all: 'yes', reason: 'All of them' });
    expect(all.status).toBe(303);
    expect((await support.get(unmatchedUrl)).html).toContain('Nothing is unmatched');
  });
});
