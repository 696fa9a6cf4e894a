import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { latestTerms } from '../../../../deal/deal.ts';
import { readConfig } from '../../../../shared/config.ts';
import { holdDeskSettings } from '../../../../shared/desk-settings/hold.ts';
import { createLog } from '../../../../shared/log.ts';
import { inquire } from '../../../support/deals.ts';
import { eventually } from '../../../support/eventually.ts';
import { staffAt } from '../../../support/people.ts';
import { type Product, startProduct } from '../../../support/product.ts';
import { sampleTerms } from '../../../support/samples.ts';
import { hiddenFields } from '../../buyers/visitor.ts';
import { type Colleague, signedIn } from '../at-the-desk.ts';

const list = '/desk/settings/products';
const cloud = 'prod-examplecloud01';
const urlOf = (productId: string) => `${list}/${productId}`;
/** The form as it is, of the two dimensions that AWS has. */
const asItIs = {
  title: 'Example Cloud',
  'dimension.committed_spend.label': 'Committed spend',
  'dimension.committed_spend.sold': 'yes',
  'dimension.committed_spend.USD': '12000.00',
  'dimension.premium_support.label': 'Premium support',
  'dimension.premium_support.sold': 'yes',
};

describe('products at the desk', () => {
  let product: Product;
  let admin: Colleague;
  beforeAll(async () => {
    product = await startProduct({ RECONCILE_SECONDS: 86_400 });
    admin = await signedIn(product, 'admin');
  });
  afterAll(() => product?.stop());

  const save = (fields: Record<string, string> = {}, productId = cloud) =>
    admin.press(urlOf(productId), urlOf(productId), { ...asItIs, ...fields });
  const soldNow = (productId = cloud) => product.config.products.find(each => each.productId === productId);
  const addAtAws = () =>
    product.emulator.addProduct({
      title: 'Example Vault',
      dimensions: [
        { key: 'vaults', name: 'Vaults', description: 'In use', unit: 'Units' },
        { key: 'calls', name: 'Calls', description: 'By use', unit: 'Units', types: ['ExternallyMetered'] },
      ],
    });
  const vault = {
    title: 'Example Vault',
    'dimension.vaults.label': 'Vaults',
    'dimension.vaults.sold': 'yes',
  };

  it('come from AWS with what is sold ahead, and hold in another process within seconds', async () => {
    const { id, code } = addAtAws();
    const other = { ...product.config };
    const log = createLog({ level: 'silent', name: 'other' });
    const held = await holdDeskSettings({ config: other, db: product.db, log });
    try {
      expect((await admin.get(`${list}?aws=yes`)).html).toContain('Example Vault');
      const { html } = await admin.get(urlOf(id));
      expect(html).toContain('Billed by use, and not sold by these terms: Calls');
      expect((await save({ ...vault, 'dimension.vaults.USD': '5,000' }, id)).location).toContain(
        'done=saved',
      );
      const sold = {
        productId: id,
        productCode: code,
        title: 'Example Vault',
        dimensions: [{ key: 'vaults', label: 'Vaults', listPrices: { USD: '5000.00' } }],
      };
      expect(soldNow(id)).toEqual(sold);
      await eventually(() => other.products.some(each => each.productId === id), {
        what: 'the other process',
      });
      expect(other.products.find(each => each.productId === id)).toEqual(sold);
    } finally {
      held.close();
    }
  });

  it('give a deal the list price of the moment, which it keeps', async () => {
    const proposed = async () => {
      const dealId = await inquire(product);
      const { step, deal } = staffAt(product, 'sales');
      await step(dealId, 'propose-terms', { terms: sampleTerms(product.deps.now()) });
      return async () => latestTerms(await deal(dealId))?.terms.dimensions[0]?.listPrice;
    };
    const early = await proposed();
    const first = await early();
    expect((await save({ 'dimension.committed_spend.USD': '13,500.50' })).status).toBe(303);
    const late = await proposed();
    expect(await late()).toBe('13500.50');
    expect(await early()).toBe(first);
  });

  it('are what a process begins with that is started later, whatever its environment says', async () => {
    await save({ title: 'Cloud of the desk' });
    await product.restartApi();
    expect((await admin.get(list)).html).toContain('Cloud of the desk');
    const fresh = readConfig({ MONGODB_URI: product.config.MONGODB_URI });
    const held = await holdDeskSettings({
      config: fresh,
      db: product.db,
      log: createLog({ level: 'silent', name: 'x' }),
    });
    held.close();
    expect(fresh.products).toEqual(product.config.products);
  });

  it('take no price that can be read in two ways, and lose nothing of what was typed', async () => {
    const before = soldNow();
    const wrong: [string, string][] = [
      ['USD', '12000,50'],
      ['EUR', '1.234'],
      ['JPY', '12.5'],
      ['USD', '€12'],
      ['USD', '0'],
      ['USD', '1234567890123'],
    ];
    for (const [currency, price] of wrong) {
      const { status, html } = await save({
        [`dimension.committed_spend.${currency}`]: price,
        title: 'Typed title',
      });
      expect({ price, status }).toEqual({ price, status: 422 });
      expect(html).toContain(`value="${price}"`);
      expect(html).toContain('value="Typed title"');
    }
    expect(soldNow()).toEqual(before);
  });

  it('need a title, a dimension and an address that leads to an offer', async () => {
    const none = { 'dimension.committed_spend.sold': '', 'dimension.premium_support.sold': '' };
    const wrong: Record<string, string>[] = [
      { title: ' ' },
      none,
      { offerUrlTemplate: 'https://vendor.example' },
    ];
    for (const fields of wrong) expect((await save(fields)).status).toBe(422);
  });

  it('are not changed over a colleague’s change without its being seen', async () => {
    const { html } = await admin.get(urlOf(cloud));
    await save({ 'dimension.premium_support.USD': '2,500' });
    const mine = { ...hiddenFields(html, urlOf(cloud)), ...asItIs, 'dimension.premium_support.USD': '9,999' };
    const refused = await admin.post(urlOf(cloud), mine);
    expect(refused.status).toBe(409);
    expect(refused.html).toContain('A colleague has changed this product meanwhile');
    expect(refused.html).toContain('2500.00');
    expect(refused.html).toContain('value="9,999"');
    const again = { ...mine, ...hiddenFields(refused.html, urlOf(cloud)) };
    expect((await admin.post(urlOf(cloud), again)).status).toBe(303);
    expect(soldNow()?.dimensions[1]?.listPrices?.USD).toBe('9999.00');
  });

  it('show such a change beside a field that does not hold, too', async () => {
    const { html } = await admin.get(urlOf(cloud));
    await save({ 'dimension.premium_support.USD': '2,600' });
    const mine = {
      ...hiddenFields(html, urlOf(cloud)),
      ...asItIs,
      'dimension.premium_support.USD': '12.000',
    };
    const wrong = await admin.post(urlOf(cloud), mine);
    expect(wrong.status).toBe(422);
    expect(wrong.html).toContain('A colleague has changed this product meanwhile');
    expect(wrong.html).toContain('2600.00');
  });

  it('are written down with who, before and after; the same form twice is one change', async () => {
    const { html } = await admin.get(urlOf(cloud));
    const title = `Cloud ${randomUUID().slice(0, 8)}`;
    const fields = { ...hiddenFields(html, urlOf(cloud)), ...asItIs, title };
    for (let times = 0; times < 2; times++) expect((await admin.post(urlOf(cloud), fields)).status).toBe(303);
    const changes = await product.db.deskChanges.find({ 'after.title': title }).lean();
    expect(changes).toMatchObject([{ by: { id: 'admin@example.com' }, what: 'productSet', about: cloud }]);
    expect((await admin.get('/desk/settings/changes')).html).toContain(title);
  });

  it('can be priced while AWS refuses, and the page names the action that is denied', async () => {
    const message =
      'User: arn:aws:sts::1:role/x is not authorized to perform: aws-marketplace:DescribeEntity on it';
    const fault = {
      operation: '*',
      kind: 'error',
      code: 'AccessDeniedException',
      message,
      status: 403,
    } as const;
    product.emulator.addFault({ ...fault, times: 3 });
    const { html } = await admin.get(urlOf(cloud));
    expect(html).toContain('Allow aws-marketplace:DescribeEntity in the IAM policy');
    expect(html).toContain('name="dimension.committed_spend.USD"');
    expect((await admin.get(`${list}?aws=yes`)).html).toContain('Allow aws-marketplace:');
    expect((await save({ 'dimension.committed_spend.USD': '14,000' })).status).toBe(303);
    product.emulator.clearFaults();
  });

  it('end only where no deal is about them, and one stays', async () => {
    const { id } = addAtAws();
    await save(vault, id);
    const remove = (productId: string) => admin.press(urlOf(productId), `${urlOf(productId)}/remove`);
    const refused = await remove(cloud);
    expect(refused.status).toBe(409);
    expect(refused.html).toContain('Deals under way are about this product');
    expect((await remove(id)).location).toContain('done=removed');
    expect(soldNow(id)).toBeUndefined();
  });

  it('are no page for others, and no form', async () => {
    const sales = await signedIn(product);
    for (const url of [list, urlOf(cloud)]) expect((await sales.get(url)).status).toBe(404);
    const { html } = await admin.get(urlOf(cloud));
    expect((await sales.post(urlOf(cloud), { ...hiddenFields(html, urlOf(cloud)), ...asItIs })).status).toBe(
      403,
    );
  });
});
