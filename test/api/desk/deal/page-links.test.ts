import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { dealUrl } from '../../../../api/desk/deal/view.ts';
import type { Deal } from '../../../../deal/deal.ts';
import { pageLinkOf } from '../../../../deal/page-links/page-links.ts';
import { inquire, offeredDeal } from '../../../support/deals.ts';
import { pagePath } from '../../../support/page-links.ts';
import { dealWhich, staffAt } from '../../../support/people.ts';
import { type Product, startProduct } from '../../../support/product.ts';
import { hiddenFields, visitor } from '../../buyers/visitor.ts';
import { accessibilityProblems } from '../../ui/accessibility.ts';
import { type Colleague, signedIn } from '../at-the-desk.ts';

const contact = 'hanako@aozora.example';

describe('the links to the buyer’s page, at the desk', () => {
  let product: Product;
  let sales: Colleague;
  beforeAll(async () => {
    product = await startProduct();
    sales = await signedIn(product);
  });
  afterAll(() => product?.stop());

  const page = async (dealId: string) => (await sales.get(dealUrl(dealId))).html;
  const linkOf = (deal: Deal) => pageLinkOf(deal, contact);
  const press = (dealId: string, step: string) => sales.press(dealUrl(dealId), `${dealUrl(dealId)}/${step}`);

  it('are withdrawn and made anew by a press each, and each is told', async () => {
    const dealId = await inquire(product);
    const html = await page(dealId);
    expect(html).toMatch(/Page link<span class="quiet">not opened</);
    expect(html).toContain('Valid since');
    expect(accessibilityProblems(html)).toEqual([]);
    expect((await press(dealId, 'withdraw-page-link')).status).toBe(303);
    await dealWhich(product, dealId, deal => linkOf(deal)?.withdrawnAt);
    const withdrawn = await page(dealId);
    expect(withdrawn).toContain('It opens nothing.');
    expect(withdrawn).not.toContain('/withdraw-page-link"');
    expect(withdrawn).toContain('Link to the buyer’s page withdrawn');
    const answer = await press(dealId, 'renew-page-link');
    expect((await sales.get(answer.location ?? '')).html).toContain('A new link is on its way');
    await dealWhich(product, dealId, deal => linkOf(deal) && !linkOf(deal)?.withdrawnAt);
    expect(await page(dealId)).toContain('New link to the buyer’s page sent');
  });

  it('are shown to whoever may read, and changed by whoever may', async () => {
    const dealId = await inquire(product);
    const approver = await signedIn(product, 'approver');
    const { html } = await approver.get(dealUrl(dealId));
    expect(html).toContain('Valid since');
    expect(html).not.toContain('renew-page-link');
    const asked = await staffAt(product, 'approver').step(dealId, 'renew-page-link', { email: contact });
    expect(asked.status).toBe(403);
    const unknown = await staffAt(product, 'sales').step(dealId, 'renew-page-link', { email: 'x@y.example' });
    expect([unknown.status, unknown.body.entry?.refusal?.code ?? unknown.body.detail]).toEqual([
      409,
      expect.stringMatching(/noPageLink|Nobody with this address/),
    ]);
  });

  it('stand beside what the buyer’s side has ticked before the offer, and who has', async () => {
    const { dealId } = await offeredDeal(product);
    expect(await page(dealId)).toContain('0 of 3 ticked');
    const path = pagePath(product, { dealId });
    const browser = visitor(() => product.url);
    const action = `${path}/preflight`;
    await browser.post(action, {
      ...hiddenFields((await browser.get(path)).html, action),
      check: 'permissions',
    });
    const html = await page(dealId);
    expect(html).toContain('1 of 3 ticked');
    expect(html).toMatch(/Permission to buy<\/div><div class="quiet small">Hanako Sato, /);
  });
});
