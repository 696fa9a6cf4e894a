import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { SecurityEvent, SecurityKind } from '../../../../shared/models/desk/security-event.ts';
import { inquire } from '../../../support/deals.ts';
import { eventually } from '../../../support/eventually.ts';
import { call, dealWhich, staffAt } from '../../../support/people.ts';
import { type Product, startProduct, tokens } from '../../../support/product.ts';
import { browserAt, signedIn } from '../at-the-desk.ts';

describe('an audit', () => {
  let product: Product;
  beforeAll(async () => {
    product = await startProduct();
  });
  afterAll(() => product?.stop());

  const noted = (what: SecurityKind) =>
    product.db.securityEvents.find({ what }).sort({ at: 1 }).lean<SecurityEvent[]>();
  const linesOf = (text: string) => text.trim().split('\n');
  const long = '2020-01-01T00:00:00Z';
  async function taken(query: string): Promise<{ status: number; type: string | null; lines: string[] }> {
    const headers = { authorization: `Bearer ${tokens.approver}` };
    const answer = await fetch(`${product.url}/api/audit.jsonl?${query}`, { headers });
    const lines = linesOf(await answer.text());
    return { status: answer.status, type: answer.headers.get('content-type'), lines };
  }

  it('knows who came in, who failed, who left, and which token was used from where, once an hour', async () => {
    const stranger = browserAt(product);
    const wrong = { email: ' Sales@Example.com ', password: 'not the password' };
    for (const _again of [1, 2]) await stranger.press('/desk/sign-in', '/desk/sign-in', wrong);
    const failed = await noted('signInFailed');
    expect(failed).toEqual([expect.objectContaining({ who: 'sales@example.com', count: 2, door: 'desk' })]);
    expect(failed[0]?.from).toMatch(/127\.0\.0\.1|::1/);
    expect(JSON.stringify(failed)).not.toContain('not the password');

    const sales = await signedIn(product);
    await sales.press('/desk', '/desk/sign-out');
    expect((await noted('signedIn')).map(({ who }) => who)).toContain('sales@example.com');
    expect((await noted('signedOut')).map(({ who }) => who)).toEqual(['sales@example.com']);

    for (const _again of [1, 2]) await staffAt(product, 'sales').list('');
    await call(`${product.url}/api/deals`, { token: 'nobody-has-this-token' });
    await eventually(async () => (await noted('tokenRefused')).length === 1);
    expect((await noted('tokenUsed')).filter(({ who }) => who === 'sales')).toHaveLength(1);
  });

  it('has the timelines of the deals that are asked for and no other, and notes that it was taken', async () => {
    const dealId = await inquire(product, { company: 'Audited Trading' });
    const other = await inquire(product, { company: 'Somebody Else' });
    for (const each of [dealId, other])
      await dealWhich(product, each, ({ mails, seq }) => mails.length === 0 && seq > 1);
    const { status, type, lines } = await taken(`from=${long}&part=timeline&q=${dealId}`);
    expect([status, type]).toEqual([200, 'application/jsonl; charset=utf-8']);
    const rows = lines.map(line => JSON.parse(line));
    const entries = rows.filter(({ kind }) => kind === 'timeline');
    expect(entries.length).toBe(await product.db.timeline.countDocuments({ dealId }));
    expect(new Set(entries.map(({ deal }) => deal))).toEqual(new Set([dealId]));
    expect([rows[0].kind, rows.at(-1).kind, rows.at(-1).details.lines]).toEqual([
      'export',
      'end',
      rows.length - 1,
    ]);
    expect((await noted('auditExported')).at(-1)).toMatchObject({
      who: expect.stringContaining('approver'),
      details: { parts: 'timeline' },
    });
    expect((await taken(`from=${long}&until=2020-02-01T00:00:00Z`)).lines).toHaveLength(2);
  });

  it('has what is counted in each time in which it grew', async () => {
    const begun = '2026-11-20T10:05:00.000Z';
    await product.db.securityEvents.create({
      ...{
        _id: 'growing',
        what: 'signInFailed',
        door: 'desk',
        from: '192.0.2.7',
        who: 'growing@example.com',
      },
      ...{ at: new Date(begun), lastAt: new Date('2026-11-20T10:55:00.000Z'), count: 203 },
    });
    const counted = async (from: string, until: string) => {
      const { lines } = await taken(
        `part=security&from=2026-11-20T${from}:00Z&until=2026-11-20T${until}:00Z`,
      );
      return lines.map(line => JSON.parse(line)).filter(({ who }) => who === 'growing@example.com');
    };
    for (const [from, until] of [
      ['10:00', '10:30'],
      ['10:30', '11:00'],
      ['10:55', '11:00'],
    ] as const)
      expect(await counted(from, until)).toMatchObject([{ at: begun, details: { count: 203 } }]);
    for (const [from, until] of [
      ['09:00', '10:05'],
      ['10:56', '11:30'],
    ] as const)
      expect(await counted(from, until)).toEqual([]);
  });

  it('is for those who answer for what others do, at the desk and over the API', async () => {
    const url = `${product.url}/api/audit.csv?from=${long}`;
    for (const token of [tokens.sales, tokens.support]) expect((await call(url, { token })).status).toBe(403);
    expect((await call(url, {})).status).toBe(401);
    expect((await call(`${product.url}/api/audit.csv?from=soon`, { token: tokens.approver })).status).toBe(
      422,
    );
    expect((await (await signedIn(product)).get('/desk/audit')).status).toBe(403);
    const by = { id: 'admin@example.com', name: 'Admin' };
    const change = { by, what: 'staffChanged', about: 'sales@example.com' } as const;
    const roles = { before: { roles: ['sales'] }, after: { roles: ['support'] } };
    await product.db.deskChanges.create({ _id: 1, at: new Date(product.deps.now()), ...change, ...roles });
    const { lines } = await taken(`from=${long}&part=settings`);
    const told = { kind: 'settings', who: 'admin@example.com', what: 'staffChanged', details: roles };
    expect(JSON.parse(lines[1] ?? '')).toMatchObject(told);
    const approver = await signedIn(product, 'approver');
    expect((await approver.get('/desk/audit')).html).toContain('sales@example.com');
    const day = new Date().toISOString().slice(0, 10);
    const file = await approver.get(
      `/desk/audit?export=yes&from=${day}&until=${day}&part=security&format=csv`,
    );
    expect(file.headers.get('content-disposition')).toContain('.csv"');
    expect(file.html).toContain('signInFailed');
    expect((await approver.get('/desk/audit?export=yes&from=2026-02-02&until=2026-02-01')).status).toBe(422);
  });
});
