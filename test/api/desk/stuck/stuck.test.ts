import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { system } from '../../../../deal/people.ts';
import { inquire, send } from '../../../support/deals.ts';
import { call, dealWhich, staffAt } from '../../../support/people.ts';
import { type Product, startProduct, tokens } from '../../../support/product.ts';
import { hiddenFields } from '../../buyers/visitor.ts';
import { type Colleague, signedIn } from '../at-the-desk.ts';

const board = '/desk/stuck';

describe('what is stuck, at the desk', () => {
  let product: Product;
  let support: Colleague;
  beforeAll(async () => {
    product = await startProduct();
    support = await signedIn(product, 'support');
  });
  afterAll(() => product?.stop());

  /** A deal whose first mail has come back. */
  async function bounced(company: string): Promise<{ dealId: string; what: string }> {
    const dealId = await inquire(product, { company });
    const { inquiry } = await dealWhich(product, dealId, ({ mails, seq }) => mails.length === 0 && seq > 1);
    const { name, email, language } = inquiry.contact;
    const reader = { to: 'person', name, email, language } as const;
    const mail = { key: '1:inquiryReceived:0', template: 'inquiryReceived', reader } as const;
    await send(product, dealId, { type: 'mailBounced', mail, detail: '550 no such user' }, system);
    const { stuck } = await dealWhich(product, dealId, deal => deal.stuck.length > 0);
    return { dealId, what: `${dealId} ${stuck[0]?.step}` };
  }
  const times = (dealId: string, type: string) =>
    product.db.timeline.countDocuments({ dealId, 'entry.event.type': type });
  const goesOn = (dealId: string) => dealWhich(product, dealId, ({ stuck }) => stuck.length === 0);

  it('is tried again, several at once, each once however often the form is sent', async () => {
    const deals = [await bounced('First Stuck'), await bounced('Second Stuck')];
    const page = `${board}?reason=mailBounced`;
    const { html } = await support.get(page);
    expect(html).toContain('First Stuck');
    expect(html).toContain('550 no such user');
    const ticks = Object.fromEntries(deals.map(({ what }) => [`pick.${what}`, 'yes']));
    const fields = { ...hiddenFields(html, board), ...ticks, action: 'retry' };
    for (const { status, location } of [await support.post(board, fields), await support.post(board, fields)])
      expect([status, location]).toEqual([303, `${page}&act=retry&applied=2&refused=0&pending=0`]);
    for (const { dealId } of deals) {
      await goesOn(dealId);
      expect(await times(dealId, 'retryStep')).toBe(1);
    }
    expect((await support.get(`${page}&act=retry&applied=2&refused=0&pending=0`)).html).toContain(
      '2 tried again',
    );
  });

  it('is tried again and marked as solved by programs, many at once, each once however often it is asked', async () => {
    const [first, second] = [await bounced('Program First'), await bounced('Program Second')];
    const partsOf = ({ dealId, what }: { dealId: string; what: string }) => ({
      dealId,
      step: what.slice(dealId.length + 1),
    });
    const ask = (step: string, deals: object[], key: string, token = tokens.support) =>
      call(`${product.url}/api/steps/${step}`, { token, key, body: { deals } });
    const deals = [partsOf(first), { ...partsOf(second), dealId: 'nodeal0000' }];
    const answers = [
      await ask('retry-step', deals, 'retry-0001'),
      await ask('retry-step', deals, 'retry-0001'),
    ];
    for (const { status, body } of answers) {
      expect(status).toBe(200);
      expect(body.answers).toMatchObject([
        { dealId: first.dealId, outcome: 'applied', commandId: expect.any(String) },
        { dealId: 'nodeal0000', outcome: 'refused', detail: expect.any(String) },
      ]);
    }
    await goesOn(first.dealId);
    expect(await times(first.dealId, 'retryStep')).toBe(1);
    const { commandId } = answers[0]?.body.answers[0] ?? {};
    expect((await staffAt(product, 'support').command(first.dealId, commandId)).status).toBe(200);
    // The timeline says what a step was, and not that it is another one.
    const other = [{ ...partsOf(second), reason: 'Told by phone.' }];
    expect((await ask('mark-solved', other, 'solved-0001')).body.answers).toMatchObject([
      { outcome: 'applied' },
    ]);
    await goesOn(second.dealId);
    expect((await ask('mark-solved', other, 'solved-0002')).body.answers).toMatchObject([
      { outcome: 'refused', reason: expect.any(String) },
    ]);
    const changed = [{ ...partsOf(second), reason: 'Another.' }];
    expect((await ask('mark-solved', changed, 'solved-0001')).status).toBe(422);
    expect((await ask('mark-solved', other, 'solved-0003', tokens.approver)).status).toBe(403);
  });

  it('takes nothing by a key that came with anything else, whichever deals it is for', async () => {
    const [known, fresh] = [await bounced('Key Known'), await bounced('Key Fresh')];
    const key = 'one-key-for-two';
    const ask = (step: string, of: { dealId: string; what: string }[], more = {}) => {
      const deals = of.map(({ dealId, what }) => ({ dealId, step: what.slice(dealId.length + 1), ...more }));
      return call(`${product.url}/api/steps/${step}`, { token: tokens.support, key, body: { deals } });
    };
    expect((await ask('retry-step', [known])).status).toBe(200);
    for (const other of [
      await ask('retry-step', [known, fresh]),
      await ask('retry-step', [fresh]),
      await ask('mark-solved', [fresh], { reason: 'Told by phone.' }),
    ])
      expect([other.status, other.body.type]).toEqual([422, 'urn:offerdesk:problem:commandIdReused']);
    expect(await times(fresh.dealId, 'retryStep')).toBe(0);
    expect(await times(fresh.dealId, 'markSolved')).toBe(0);
    expect((await ask('retry-step', [known])).status).toBe(200);
    expect(await times(known.dealId, 'retryStep')).toBe(1);
  });

  it('asks no deal when one is wrong, and says which', async () => {
    const { dealId, what } = await bounced('Program Wrong');
    const right = { dealId, step: what.slice(dealId.length + 1) };
    const ask = (body: object) =>
      call(`${product.url}/api/steps/retry-step`, { token: tokens.support, body });
    const { status, body } = await ask({ deals: [right, { step: 'x', by: 'me' }, 'y'] });
    expect(status).toBe(422);
    expect(body.errors.map((error: { pointer: string }) => error.pointer)).toEqual([
      '/deals/1/dealId',
      '/deals/1/by',
      '/deals/2',
    ]);
    for (const wrong of [{}, { deals: [] }, { deals: Array(101).fill(right) }])
      expect((await ask(wrong)).body.errors).toMatchObject([{ pointer: '/deals' }]);
    expect(await times(dealId, 'retryStep')).toBe(0);
  });

  it('is tried again one by one in its place, and what was cured meanwhile is refused', async () => {
    const { dealId, what } = await bounced('One Alone');
    const first = await support.press(board, board, { only: what });
    expect(first.location).toBe(`${board}?act=retry&applied=1&refused=0&pending=0`);
    await goesOn(dealId);
    await bounced('Another Still');
    const second = await support.press(board, board, { only: what });
    expect(second.location).toContain('applied=0&refused=1');
  });

  it('is marked as solved with a reason, which the timeline keeps', async () => {
    const { dealId, what } = await bounced('Called By Phone');
    const ticked = { [`pick.${what}`]: 'yes', action: 'solve' };
    const without = await support.press(board, board, ticked);
    expect(without.status).toBe(422);
    expect(without.html).toContain('Write what was done');
    const done = await support.press(board, board, { ...ticked, 'reason.mailBounced': 'Told by phone.' });
    expect(done.location).toContain('act=solve&applied=1');
    await goesOn(dealId);
    const entries = await staffAt(product, 'support').timeline(dealId);
    expect(entries.find(({ event }) => event.type === 'markSolved')?.event).toMatchObject({
      reason: 'Told by phone.',
    });
  });

  it('has the same facts over the API, and is counted in the navigation', async () => {
    const { dealId } = await bounced('Over The API');
    const { body } = await call(`${product.url}/api/stuck?reason=mailBounced`, { token: tokens.support });
    const [group] = body.groups;
    expect(group).toMatchObject({ reason: 'mailBounced', cure: 'changeContact', isWhole: true });
    expect(group.troubles.find((each: { dealId: string }) => each.dealId === dealId)).toMatchObject({
      company: 'Over The API',
      cure: 'changeContact',
      detail: '550 no such user',
      byHand: true,
      failures: 0,
    });
    expect((await support.get('/desk/mails')).html).toMatch(/\d+ deals? stuck/);
    expect((await call(`${product.url}/api/stuck`, {})).status).toBe(401);
    const wrong = await call(`${product.url}/api/stuck?reason=nothing`, { token: tokens.support });
    expect(wrong.status).toBe(422);
  });
});
