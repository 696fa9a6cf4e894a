import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { dealUrl } from '../../../../api/desk/deal/view.ts';
import { agreeOn, inquire } from '../../../support/deals.ts';
import { dealWhich, reaches, staffAt } from '../../../support/people.ts';
import { type Product, startProduct } from '../../../support/product.ts';
import { dayAfter } from '../../../support/samples.ts';
import { accessibilityProblems } from '../../ui/accessibility.ts';
import { type Colleague, signedIn } from '../at-the-desk.ts';

let product: Product;
let sales: Colleague;
let approver: Colleague;
let support: Colleague;
beforeAll(async () => {
  product = await startProduct();
  sales = await signedIn(product);
  approver = await signedIn(product, 'approver');
  support = await signedIn(product, 'support');
});
afterAll(() => product?.stop());

/** Who finds the deal among what waits for him. */
async function waitsFor(dealId: string, path = '/desk'): Promise<string[]> {
  const pages = await Promise.all([sales, approver, support].map(who => who.get(path)));
  return pages.flatMap(({ html }, index) =>
    html.includes(`href="${dealUrl(dealId)}"`) ? (['sales', 'approver', 'support'][index] ?? []) : [],
  );
}

describe('the first page of the desk', () => {
  it('shows everybody an inquiry that nobody has, and then its owner alone', async () => {
    const dealId = await inquire(product);
    await dealWhich(product, dealId, Boolean);
    expect(await waitsFor(dealId)).toEqual(['sales', 'support']);
    await staffAt(product, 'sales').step(dealId, 'assign-owner', { owner: 'sales@example.com' });
    await dealWhich(product, dealId, ({ owner }) => owner);
    expect(await waitsFor(dealId)).toEqual(['sales']);
    expect(await waitsFor(dealId, '/desk?whose=team')).toEqual(['sales', 'approver', 'support']);
  });

  it('shows an approver what waits for his yes, and nothing else', async () => {
    const dealId = await inquire(product);
    await agreeOn(product, dealId, { durationMonths: 48 });
    await reaches(product, dealId, 'approving');
    expect(await waitsFor(dealId)).toEqual(['approver']);
    await staffAt(product, 'approver').step(dealId, 'approve-offer', { version: 1 });
    await reaches(product, dealId, 'offered');
    expect(await waitsFor(dealId)).toEqual([]);
  });

  it('shows an offer in its last week, with the way to more time', async () => {
    const dealId = await inquire(product);
    await agreeOn(product, dealId, { offerExpiresOn: dayAfter(Date.now(), 3) });
    await reaches(product, dealId, 'offered');
    const { html } = await sales.get('/desk');
    expect(html).toContain(`href="${dealUrl(dealId)}?open=extendOffer#field-extendOffer-expiresOn"`);
  });

  it('counts in the navigation of every page what waits for the reader', async () => {
    const before = await sales.get('/desk');
    const count = Number(/(\d+) waiting for you/.exec(before.html)?.[1] ?? 0);
    await dealWhich(product, await inquire(product), Boolean);
    expect((await sales.get('/desk/deals')).html).toContain(`${count + 1} waiting for you`);
  });

  it('adds up the deals of each stage', async () => {
    const { html } = await sales.get('/desk');
    const inquiries = await product.db.deals.countDocuments({ stage: 'inquiry' });
    expect(html).toMatch(new RegExp(`stage=inquiry[^>]*>Inquiry</a>.*?share__count">${inquiries}<`, 's'));
    expect(html).toMatch(/\$[\d,]+\.00/);
    expect(accessibilityProblems(html)).toEqual([]);
  });
});
