import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { messagesIn } from '../../../../shared/i18n/messages.ts';
import { linkOf } from '../../../shared/accounts/support.ts';
import { type Product, startProduct } from '../../../support/product.ts';
import { accessibilityProblems } from '../../ui/accessibility.ts';
import { customer, signedIn } from '../customers.ts';

const { billing } = messagesIn('en').accounts;

describe('the billing page of an organization', () => {
  let product: Product;
  beforeAll(async () => {
    product = await startProduct();
  });
  afterAll(() => product?.stop());

  async function organization() {
    const owner = await customer(product);
    const wanted = { name: 'Aozora Trading', ownerId: owner.userId, idempotencyKey: randomUUID() };
    const { organizationId } = await product.deps.accounts.createOrganization(wanted);
    const who = await signedIn(product, owner);
    const page = async () => (await who.get(`/organizations/${organizationId}/billing`)).html;
    return { organizationId, page };
  }

  const [sold] = [() => product.config.products[0]];
  const linkIn = (organizationId: string, more: Partial<ReturnType<typeof linkOf>> = {}) =>
    linkOf({ organizationId, productCode: sold()?.productCode ?? '', ...more });
  /** The part of a page that speaks of one agreement. */
  const cardOf = (html: string, agreementId: string) =>
    html.split('<section').find(part => part.includes(agreementId)) ?? '';

  it('says of each agreement what it is for, until when, for which account, and what it includes', async () => {
    const { organizationId, page } = await organization();
    const one = linkIn(organizationId, { endsAt: '2099-11-22T00:00:00.000Z' });
    const other = linkIn(organizationId, {
      awsAccountId: '444455556666',
      startsAt: '2098-01-01T00:00:00.000Z',
      entitlements: [{ dimension: 'committed_spend', value: '7000' }],
    });
    for (const link of [one, other]) await product.deps.accounts.link(link);
    const html = await page();
    expect(accessibilityProblems(html)).toEqual([]);
    const [first, second] = [one, other].map(({ agreementId }) => cardOf(html, agreementId));
    for (const text of [one.dealId, '111122223333', '2099', billing.states.active, sold()?.title])
      expect(first).toContain(text);
    for (const text of [other.dealId, '444455556666', '7,000', billing.states.later])
      expect(second).toContain(text);
    expect(first).not.toContain('444455556666');
  });

  it('folds away what has ended, and opens it when nothing else is there', async () => {
    const { organizationId, page } = await organization();
    const [kept, ended] = [linkIn(organizationId), linkIn(organizationId)];
    for (const link of [kept, ended]) await product.deps.accounts.link(link);
    await product.deps.accounts.endLink({ ...ended, at: product.deps.now() });
    const both = await page();
    expect(both).toContain(billing.through);
    expect(both).toMatch(/<details class="disclosure"><summary>1 ended agreement/);
    expect(cardOf(both.split('<details')[1] ?? '', ended.agreementId)).toContain(billing.states.ended);
    await product.deps.accounts.endLink({ ...kept, at: product.deps.now() });
    const none = await page();
    expect(none).toContain(billing.endedTitle);
    expect(none).toMatch(/<details class="disclosure" open><summary>2 ended agreements/);
  });

  it('says how to link a purchase while there is none', async () => {
    const { page } = await organization();
    expect(await page()).toContain(billing.noneTitle);
  });
});
