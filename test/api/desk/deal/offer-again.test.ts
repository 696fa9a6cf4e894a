import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { dealUrl } from '../../../../api/desk/deal/view.ts';
import { accept, offeredDeal } from '../../../support/deals.ts';
import { call, dealWhich, reaches } from '../../../support/people.ts';
import { type Product, startProduct, tokens } from '../../../support/product.ts';
import { accessibilityProblems } from '../../ui/accessibility.ts';
import { signedIn } from '../at-the-desk.ts';

describe('after a payment that failed', () => {
  let product: Product;
  beforeAll(async () => {
    product = await startProduct({ RECONCILE_SECONDS: 86_400 });
  });
  afterAll(() => product?.stop());

  async function unpaid() {
    const deal = await offeredDeal(product);
    const { id } = accept(product, deal);
    await dealWhich(product, deal.dealId, each => each.agreement);
    product.emulator.endAgreement(id, 'ROLLED_BACK');
    return reaches(product, deal.dealId, 'ended');
  }

  it('sales offer the same terms again in one press, once, in a deal of their own', async () => {
    const deal = await unpaid();
    const url = dealUrl(deal.dealId);
    const sales = await signedIn(product, 'sales');
    const page = await sales.get(url);
    expect(page.html).toContain('AWS could not collect the payment');
    expect(accessibilityProblems(page.html)).toEqual([]);
    const [first, second] = [
      await sales.press(url, `${url}/offer-again`),
      await sales.press(url, `${url}/offer-again`),
    ];
    expect([first.status, second.location]).toEqual([303, first.location]);
    const dealId = first.location?.split('/').at(-1) ?? '';
    const again = await reaches(product, dealId, 'offered');
    expect(again.terms).toHaveLength(1);
    const { offerExpiresOn: _then, ...agreed } = deal.terms[0]?.terms ?? {};
    expect(again.terms[0]?.terms).toMatchObject(agreed);
    expect(again.inquiry).toMatchObject({ company: deal.inquiry.company, follows: deal.dealId });
    expect(again.offers[0]?.offerId).not.toBe(deal.offers[0]?.offerId);
    expect(await product.db.outbox.countDocuments({ dealId, template: 'inquiryReceived' })).toBe(0);
    expect((await sales.get(dealUrl(dealId))).html).toContain(url);
  });

  it('a program of sales does the same, once, and no other program', async () => {
    const deal = await unpaid();
    const ask = (role: keyof typeof tokens, of = deal.dealId) =>
      call(`${product.url}/api/deals/${of}/offer-again`, { token: tokens[role], body: {} });
    expect((await ask('support')).status).toBe(403);
    const [first, second] = [await ask('sales'), await ask('sales')];
    expect([first.status, second.body]).toEqual([200, first.body]);
    const again = await reaches(product, first.body.dealId, 'offered');
    expect(again.inquiry.follows).toBe(deal.dealId);
    expect((await ask('sales', again.dealId)).status).toBe(409);
  });

  it('nobody else does', async () => {
    const deal = await unpaid();
    const url = dealUrl(deal.dealId);
    const support = await signedIn(product, 'support');
    const { html } = await support.get(url);
    expect(html).not.toContain(`${url}/offer-again`);
  });
});
