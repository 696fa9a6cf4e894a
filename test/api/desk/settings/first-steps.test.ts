import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { tryWhenAsked } from '../../../../worker/sweep/aws-tries.ts';
import { activate, offeredDeal } from '../../../support/deals.ts';
import { type Product, startProduct } from '../../../support/product.ts';
import { type Colleague, signedIn } from '../at-the-desk.ts';

const url = '/desk/settings/start';
const denied = (action: string) => ({
  operation: action,
  kind: 'error' as const,
  code: 'AccessDeniedException',
  status: 403,
  message: `User: arn:aws:sts::1:assumed-role/api is not authorized to perform: aws-marketplace:${action} because no policy allows it`,
});

describe('the first steps of an installation', () => {
  let product: Product;
  let admin: Colleague;
  beforeAll(async () => {
    product = await startProduct({ RECONCILE_SECONDS: 86_400 });
    admin = await signedIn(product, 'admin');
  });
  afterAll(() => product?.stop());

  /** Whether a point is done, as its card says. */
  async function isDone(point: string): Promise<boolean> {
    const { html } = await admin.get(url);
    const card = html.split(`id="${point}"`)[1]?.split('</section>')[0] ?? '';
    expect(card).toMatch(/>(Done|To do)</);
    return card.includes('>Done<');
  }
  const askWorker = () => admin.press(url, `${url}/aws`);
  async function tryAws() {
    const pressed = await askWorker();
    await tryWhenAsked(product.deps);
    return pressed;
  }

  it('stand on the first page of an admin, and of nobody else', async () => {
    expect((await admin.get('/desk')).html).toContain('First steps: ');
    expect((await (await signedIn(product)).get('/desk')).html).not.toContain('First steps');
    const sales = await signedIn(product);
    expect((await sales.get(url)).status).toBe(404);
  });

  it('want more than the first admin, and an approver', async () => {
    expect(await isDone('staff')).toBe(true);
    await product.db.staff.updateMany({ roles: 'approver' }, { active: false });
    expect(await isDone('staff')).toBe(false);
    expect((await admin.get(url)).html).toContain('Nobody is an approver');
    await product.db.staff.updateMany({ roles: 'approver' }, { active: true });
  });

  it('want a product of one’s own', async () => {
    expect(await isDone('product')).toBe(false);
    const cloud = '/desk/settings/products/prod-examplecloud01';
    const line = 'dimension.committed_spend';
    const fields = { title: 'Our Cloud', [`${line}.label`]: 'Spend', [`${line}.sold`]: 'yes' };
    await admin.press(cloud, cloud, fields);
    expect((await admin.get(url)).html).toContain('A product has no list price');
    await admin.press(cloud, cloud, { ...fields, [`${line}.USD`]: '12,000' });
    expect(await isDone('product')).toBe(true);
  });

  it('try what AWS allows, and name exactly what it denies', async () => {
    expect(await isDone('aws')).toBe(false);
    product.emulator.addFault({ ...denied('SearchAgreements'), times: 2 });
    expect((await askWorker()).status).toBe(303);
    expect((await admin.get(url)).html).toContain('The worker has been asked');
    product.emulator.clearFaults();
    product.emulator.addFault({ ...denied('ListChangeSets'), times: 2 });
    await tryWhenAsked(product.deps);
    const { html } = await admin.get(url);
    expect(html).not.toContain('The worker has been asked');
    expect(html).toContain('Allow aws-marketplace:ListChangeSets in the IAM policy of the worker’s role');
    expect(html).toContain('Allow aws-marketplace:SearchAgreements in the IAM policy of the api’s role');
    expect(html.match(/>Denied</g)).toHaveLength(2);
    expect(html.match(/>Allowed</g)).toHaveLength(5 + 7);
    product.emulator.clearFaults();
    await tryAws();
    expect(await isDone('aws')).toBe(true);
  });

  it('call no answer a yes: AWS that is away is said to be away', async () => {
    const away = {
      operation: 'ListEntities',
      kind: 'error',
      code: 'InternalServiceException',
      status: 500,
    } as const;
    product.emulator.addFault({ ...away, times: 5 });
    await tryAws();
    expect((await admin.get(url)).html).toContain('No answer');
    expect(await isDone('aws')).toBe(false);
    product.emulator.clearFaults();
    await tryAws();
  });

  it('see mail that went out, an event that came in, and a deal that reached its end', async () => {
    for (const point of ['event', 'buyer'])
      expect({ point, done: await isDone(point) }).toEqual({ point, done: false });
    await activate(product, await offeredDeal(product));
    for (const point of ['mail', 'event', 'buyer'])
      expect({ point, done: await isDone(point) }).toEqual({ point, done: true });
    expect(await isDone('inbound')).toBe(false);
    product.config.MAIL_INBOUND_SECRET = 'a-secret-of-this-test';
    expect((await admin.get(url)).html).toContain('none has arrived yet');
    const from = { name: 'Buyer', email: 'buyer@example.com' };
    await product.db.inboundMails.create({
      _id: 'm-1',
      state: 'message',
      receivedAt: new Date(),
      from,
      subject: 'Hello',
    });
    expect(await isDone('inbound')).toBe(true);
    expect((await admin.get('/desk')).html).not.toContain('First steps: ');
    expect((await admin.get(url)).html).toContain('All is done');
  });
});
