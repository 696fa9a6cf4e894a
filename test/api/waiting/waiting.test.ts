import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { agreeOn, inquire } from '../../support/deals.ts';
import { call, dealWhich, reaches, staffAt } from '../../support/people.ts';
import { type Product, startProduct, tokens } from '../../support/product.ts';
import { signedIn } from '../desk/at-the-desk.ts';

interface Line {
  dealId: string;
  kind: string;
}

describe('what waits for somebody, for programs', () => {
  let product: Product;
  beforeAll(async () => {
    product = await startProduct({ RECONCILE_SECONDS: 86_400 });
  });
  afterAll(() => product?.stop());

  const ask = (path: string, role: keyof typeof tokens = 'sales') =>
    call(`${product.url}/api${path}`, { token: tokens[role] });
  const kindsOf = async (dealId: string, query: string, role?: keyof typeof tokens) =>
    (await ask(`/waiting?${query}`, role)).body.waiting
      .filter((line: Line) => line.dealId === dealId)
      .map(({ kind }: Line) => kind);

  it('is of the team, of a colleague as at his desk, or of nobody yet', async () => {
    const dealId = await inquire(product, { company: 'Waits For Sales' });
    await dealWhich(product, dealId, Boolean);
    expect(await kindsOf(dealId, '')).toEqual(['answerInquiry']);
    const owner = { owner: 'sales@example.com', timeZone: 'UTC' };
    await staffAt(product, 'sales').step(dealId, 'assign-owner', owner);
    await dealWhich(product, dealId, deal => deal.owner === 'sales@example.com');
    expect(await kindsOf(dealId, '')).toEqual([]);
    expect(await kindsOf(dealId, 'whose=team')).toEqual(['answerInquiry']);
    expect(await kindsOf(dealId, 'colleague=Sales@example.com')).toEqual(['answerInquiry']);
    expect(await kindsOf(dealId, 'colleague=support@example.com')).toEqual([]);
    expect((await (await signedIn(product)).get('/desk')).html).toContain('Waits For Sales');
    const [line] = (await ask('/waiting?whose=team&kind=answerInquiry')).body.waiting;
    expect(line).toMatchObject({ kind: 'answerInquiry', since: expect.any(String), due: expect.any(String) });
  });

  it('is the queue of an approver, without what he has asked for himself', async () => {
    const dealId = await inquire(product);
    await agreeOn(product, dealId, { durationMonths: 48 });
    await reaches(product, dealId, 'approving');
    const queue = 'kind=decideApproval';
    expect(await kindsOf(dealId, queue, 'approver')).toEqual(['decideApproval']);
    expect(await kindsOf(dealId, queue, 'sales')).toEqual([]);
    expect(await kindsOf(dealId, `whose=team&${queue}`)).toEqual(['decideApproval']);
    const { waiting } = (await ask(`/waiting?${queue}`, 'approver')).body;
    expect(waiting).toContainEqual(expect.objectContaining({ dealId, askedBy: 'api:sales' }));
    await staffAt(product, 'approver').step(dealId, 'approve-offer', { version: 1 });
    await reaches(product, dealId, 'offered');
    expect(await kindsOf(dealId, queue, 'approver')).toEqual([]);
  });

  it('comes with the open deals of each stage in numbers', async () => {
    await dealWhich(product, await inquire(product), Boolean);
    const { stages } = (await ask('/pipeline')).body;
    const count = await product.db.deals.countDocuments({ stage: 'inquiry' });
    expect(stages).toContainEqual(expect.objectContaining({ stage: 'inquiry', count }));
  });

  it('says which words it does not know', async () => {
    expect((await ask('/waiting?colleague=nobody@example.com')).body.errors).toMatchObject([
      { pointer: '/colleague' },
    ]);
    expect((await ask('/waiting?kind=sleep')).status).toBe(422);
    expect((await call(`${product.url}/api/waiting`)).status).toBe(401);
  });
});
