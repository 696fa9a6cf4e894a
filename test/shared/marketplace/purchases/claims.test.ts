import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { receiveEvent } from '../../../../shared/marketplace/inbox.ts';
import { claimPurchase } from '../../../../shared/marketplace/purchases/claims.ts';
import { recordOf } from '../../../../shared/models/deal-record.ts';
import { type Product, startProduct } from '../../../support/product.ts';
import { agreement, offered } from '../../../support/story.ts';

describe('an agreement that AWS tells of while a person opens a deal for it', () => {
  let product: Product;
  beforeAll(async () => {
    product = await startProduct({ RECONCILE_SECONDS: 86_400 });
  });
  afterAll(() => product?.stop());

  /** A deal whose offer was accepted, and both at once: its event, and somebody's opening. `first` begins a little earlier. */
  async function atOnce(first: 'event' | 'opening' | undefined) {
    const { db } = product;
    const [dealId, agreementId, offerId] = [randomUUID(), `agmt-${randomUUID()}`, `offer-${randomUUID()}`];
    const deal = { ...offered(), dealId, offers: offered().offers.map(each => ({ ...each, offerId })) };
    await db.deals.create(recordOf(deal));
    const told: string[] = [];
    const signal = async (to: string) => {
      told.push(to);
      return 'sent' as const;
    };
    const notice = { ...agreement, agreementId, offerId };
    const common = { occurredAt: new Date(), raw: {}, notice };
    const event = { _id: randomUUID(), detailType: 'event', keys: [agreementId, offerId], ...common };
    const handled = {
      by: { kind: 'staff' as const, id: 'a' },
      at: new Date().toISOString(),
      dealId: 'opened',
    };
    const asked = {
      ...common,
      _id: `asked:${agreementId}`,
      detailType: 'asked',
      keys: [agreementId],
      state: 'waiting' as const,
      receivedAt: new Date(),
      handled,
    };
    const { awsAccountId } = notice;
    const acts = {
      event: () => receiveEvent({ db, signal }, event),
      opening: () => claimPurchase(db, { asked, agreementId, awsAccountId }),
    };
    if (first) await acts[first]();
    const [state, taken] = await Promise.all([acts.event(), acts.opening()]);
    return { dealId, told: told.length > 0, taken, state };
  }

  it('goes to the deal that was told of it, and nobody opens another', async () => {
    const { dealId, told, taken } = await atOnce('event');
    expect([told, taken]).toEqual([true, dealId]);
  });

  it('waits for the deal that is being opened, and no other is told', async () => {
    // The same press comes again while the event looks for its deal.
    for (const { told, taken, state } of await Promise.all(
      Array.from({ length: 25 }, () => atOnce('opening')),
    ))
      expect([told, taken, state]).toEqual([false, undefined, 'waiting']);
  });

  it('never goes to both, however the two meet', async () => {
    const all = await Promise.all(Array.from({ length: 25 }, () => atOnce(undefined)));
    for (const { told, taken } of all) expect(told && taken === undefined).toBe(false);
  });
});
