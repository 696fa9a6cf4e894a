import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { tellOfDisbursements } from '../../worker/sweep/disbursements.ts';
import { startWaitingMails } from '../../worker/sweep/mails.ts';
import { signedIn } from '../api/desk/at-the-desk.ts';
import { activate, offeredDeal } from '../support/deals.ts';
import { eventually } from '../support/eventually.ts';
import { type Product, startProduct } from '../support/product.ts';

describe('what AWS tells beside purchases', () => {
  let product: Product;
  beforeAll(async () => {
    product = await startProduct({ RECONCILE_SECONDS: 86_400 });
  });
  afterAll(() => product?.stop());

  it('of an agreement, reaches the owner of its deal in words, and the timeline', async () => {
    const deal = await activate(product, await offeredDeal(product));
    const agreementId = deal.agreement?.agreementId ?? '';
    product.emulator.publishEvent('Purchase Agreement Billing Adjustment Completed - Proposer', agreementId);
    product.emulator.publishEvent('Purchase Agreement Advisory Issued - Manufacturer', agreementId);
    const mails = () =>
      product.db.outbox.find({ dealId: deal.dealId, template: 'awsNotice', state: 'sent' }).lean();
    const sent = await eventually(async () => {
      const found = await mails();
      return found.length >= 2 ? found : undefined;
    });
    const said = sent.map(({ subject, text }) => `${subject} ${text}`).join();
    expect(said).toContain('Billing adjusted');
    expect(said).toContain('INCORRECT_TERMS_ACCEPTED');
    expect(said).toContain('AWS advises about an agreement');
    const { html } = await (await signedIn(product)).get(`/desk/deals/${deal.dealId}`);
    expect(html).toContain('AWS advises about an agreement');
  });

  it('of the payments to the vendor, reaches sales and support, once', async () => {
    const deal = await offeredDeal(product);
    const { id } = product.emulator.accept({
      offerId: deal.offers[0]?.offerId ?? '',
      accountId: '111122223333',
    });
    product.emulator.publishEvent('Disbursement Paused', id);
    const type = { detailType: 'Disbursement Paused' };
    await eventually(() => product.db.events.exists(type), { what: 'the event' });
    const needs = { ...product.deps, config: product.config };
    for (const _again of [1, 2, 3]) {
      await tellOfDisbursements(needs);
      await startWaitingMails(needs);
    }
    const mails = { template: 'disbursementPaused', state: 'sent' } as const;
    const people = await product.db.staff.countDocuments({
      roles: { $in: ['sales', 'support'] },
      active: true,
    });
    await eventually(async () => (await product.db.outbox.countDocuments(mails)) === people);
    expect(await product.db.outbox.countDocuments({ template: 'disbursementPaused' })).toBe(people);
  });

  it('and what our own mail server says of our limit is on every page of the desk, once', async () => {
    const sales = await signedIn(product);
    expect((await sales.get('/desk/mails')).html).not.toContain('held back');
    const waiting = Array.from({ length: 3 }, () => ({
      key: randomUUID(),
      template: 'offer' as const,
      to: { name: 'Taro', email: 'taro@aozora.example', language: 'ja' as const },
      state: 'queued' as const,
      attempts: 1,
      isLimited: true,
      lastError: '550 5.1.90 Your message can’t be sent because you’ve reached your daily limit',
    }));
    await product.db.outbox.create(waiting);
    for (const path of ['/desk', '/desk/mails', '/desk/events']) {
      const { html } = await sales.get(path);
      expect(html.split('3 mails are held back')).toHaveLength(2);
    }
  });
});
