import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { agreeOn, inquire } from '../../../support/deals.ts';
import { eventually } from '../../../support/eventually.ts';
import { dealWhich, mailsTo, reaches, staffAt } from '../../../support/people.ts';
import { type Product, startProduct } from '../../../support/product.ts';
import { signedIn } from '../at-the-desk.ts';

const day = (ahead: number) => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10);
const profile = '/desk/profile';

describe('somebody who is away', () => {
  let product: Product;
  beforeAll(async () => {
    product = await startProduct();
  });
  afterAll(() => product?.stop());

  async function away(role: 'approver' | 'sales' | 'support', standIn: string, until = day(3)) {
    const person = await signedIn(product, role);
    return person.press(profile, `${profile}/away`, { awayUntil: until, standIn });
  }
  async function back(role: 'approver' | 'sales') {
    const person = await signedIn(product, role);
    return person.press(profile, `${profile}/away`, { back: 'yes' });
  }
  async function waiting(company: string): Promise<string> {
    const dealId = await inquire(product, { company });
    await agreeOn(product, dealId, { durationMonths: 48 });
    await reaches(product, dealId, 'approving');
    return dealId;
  }
  const url = (dealId: string) => `/desk/deals/${dealId}/approve-offer`;

  it('has the stand-in asked and heard in his place, and nobody once he is back', async () => {
    expect((await away('approver', 'support@example.com')).location).toContain('done=saved');
    const dealId = await waiting('While Away');
    await eventually(async () =>
      (await mailsTo(product, 'support@example.com')).some(({ subject }) => subject.includes('While Away')),
    );
    const support = await signedIn(product, 'support');
    expect((await support.get('/desk')).html).toContain('While Away');
    await support.press(`/desk/approvals?deal=${dealId}`, url(dealId), { confirmed: 'yes' });
    const { approval } = await dealWhich(product, dealId, deal => deal.approval?.state === 'approved');
    expect(approval?.decidedBy).toMatchObject({
      id: 'support@example.com',
      standsInFor: 'approver@example.com',
    });
    expect((await support.get(`/desk/deals/${dealId}`)).html).toContain(
      'support, in place of approver@example.com',
    );
    await back('approver');
    expect((await support.get('/desk/approvals')).status).toBe(403);
  });

  it('has nobody approve of a deal of his own in another’s place', async () => {
    const dealId = await waiting('His Own');
    await staffAt(product, 'sales').step(dealId, 'assign-owner', { owner: 'support@example.com' });
    await dealWhich(product, dealId, ({ owner }) => owner === 'support@example.com');
    await away('approver', 'support@example.com');
    const support = await signedIn(product, 'support');
    expect((await support.get('/desk/approvals')).html).not.toContain('His Own');
    const { html } = await support.get(`/desk/deals/${dealId}`);
    expect(html).not.toContain(`action="${url(dealId)}"`);
    const csrf = /name="_csrf" value="([^"]+)"/.exec(html)?.[1] ?? '';
    const refused = await support.post(url(dealId), {
      _csrf: csrf,
      version: '1',
      confirmed: 'yes',
      nonce: 'n',
    });
    expect(refused.status).toBe(409);
    expect((await product.db.deals.findById(dealId).lean())?.deal.approval?.state).toBe('pending');
    await back('approver');
  });

  it('has his deals on the first page of the stand-in', async () => {
    const dealId = await inquire(product, { company: 'Looked After' });
    await staffAt(product, 'sales').step(dealId, 'assign-owner', { owner: 'sales@example.com' });
    await dealWhich(product, dealId, ({ owner }) => owner === 'sales@example.com');
    const support = await signedIn(product, 'support');
    expect((await support.get('/desk?whose=mine')).html).not.toContain('Looked After');
    await away('sales', 'support@example.com');
    expect((await support.get('/desk?whose=mine')).html).toContain('Looked After');
    expect((await support.get(profile)).html).toContain('You stand in for sales');
    await back('sales');
  });

  it('names a colleague who is there, and a day that is not over', async () => {
    expect((await away('sales', 'sales@example.com')).status).toBe(422);
    expect((await away('sales', 'nobody@example.com')).status).toBe(422);
    expect((await away('sales', 'support@example.com', day(-2))).status).toBe(422);
    expect((await away('sales', 'support@example.com', day(400))).status).toBe(422);
  });

  it('is not stood in for by an admin who chooses himself', async () => {
    const admin = await signedIn(product, 'admin');
    const { _id } = await product.db.staff.findOne({ email: 'approver@example.com' }).orFail();
    const page = `/desk/settings/people/${_id}`;
    const choose = (standIn: string) => admin.press(page, `${page}/away`, { awayUntil: day(2), standIn });
    const refused = await choose('admin@example.com');
    expect(refused.status).toBe(422);
    expect(refused.html).toContain('Nobody makes himself the stand-in of another.');
    expect((await choose('sales@example.com')).status).toBe(303);
    expect((await admin.get('/desk/settings/people')).html).toContain('sales stands in.');
    await back('approver');
  });

  it('lends no right to look after people', async () => {
    const admin = await signedIn(product, 'admin');
    await admin.press(profile, `${profile}/away`, { awayUntil: day(1), standIn: 'sales@example.com' });
    expect((await (await signedIn(product)).get('/desk/settings/people')).status).toBe(404);
  });
});
