import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { agreeOn, inquire } from '../../../support/deals.ts';
import { dealWhich, reaches, staffAt } from '../../../support/people.ts';
import { type Product, startProduct } from '../../../support/product.ts';
import { accessibilityProblems } from '../../ui/accessibility.ts';
import { signedIn } from '../at-the-desk.ts';

describe('the queue of an approver', () => {
  let product: Product;
  beforeAll(async () => {
    product = await startProduct();
  });
  afterAll(() => product?.stop());

  async function waiting(company: string): Promise<string> {
    const dealId = await inquire(product, { company });
    await agreeOn(product, dealId, { durationMonths: 48 });
    await reaches(product, dealId, 'approving');
    return dealId;
  }

  it('has what waits for a yes or no, with the figures, and leads on to the next', async () => {
    const first = await waiting('First In Line');
    const second = await waiting('Second In Line');
    const approver = await signedIn(product, 'approver');
    const page = await approver.get('/desk/approvals');
    expect(page.html).toContain('First In Line');
    expect(page.html).toContain('the term exceeds the limit');
    expect(accessibilityProblems(page.html)).toEqual([]);
    const action = `/desk/deals/${first}/approve-offer`;
    const yes = await approver.press(`/desk/approvals?deal=${first}`, action, { confirmed: 'yes' });
    expect(yes.location).toContain(`/desk/approvals?decided=${first}&command=`);
    const after = await approver.get(yes.location ?? '');
    expect(after.html).toContain('The offer is approved');
    expect(after.html).toContain(`/desk/deals/${second}/approve-offer`);
    await reaches(product, first, 'offered');
    const no = await approver.press(`/desk/approvals?deal=${second}`, `/desk/deals/${second}/reject-offer`, {
      'rejectOffer.comment': 'Two years at most.',
    });
    expect(no.status).toBe(303);
    await dealWhich(product, second, ({ approval }) => approval?.state === 'rejected');
    expect((await approver.get('/desk/approvals')).html).toContain('Nothing waits for your decision');
  });

  it('tells whoever comes from a chat too late, and leads everybody else to the deal', async () => {
    const dealId = await waiting('Told In Chat');
    const other = await waiting('The Next One');
    const from = `/desk/approvals?deal=${dealId}`;
    const approver = await signedIn(product, 'approver');
    expect((await approver.get(from)).html).toContain(`action="/desk/deals/${dealId}/approve-offer"`);
    await staffAt(product, 'approver').step(dealId, 'reject-offer', { version: 1, comment: 'No.' });
    await dealWhich(product, dealId, ({ approval }) => approval?.state === 'rejected');
    const late = (await approver.get(from)).html;
    expect(late).toContain('Told In Chat no longer waits for your decision');
    expect(late).toContain(`/desk/deals/${other}/approve-offer`);
    const sales = await (await signedIn(product)).get(from);
    expect([sales.status, sales.location]).toEqual([303, `/desk/deals/${dealId}`]);
  });

  it('is for approvers', async () => {
    expect((await (await signedIn(product)).get('/desk/approvals')).status).toBe(403);
  });
});
