import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { call } from '../../support/people.ts';
import { type Product, startProduct, tokens } from '../../support/product.ts';
import { signedIn } from '../desk/at-the-desk.ts';
import { type ProgramAtSettings, programAt } from './at-settings.ts';

const day = (ahead: number) => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10);

describe('settings over the JSON API', () => {
  let product: Product;
  let program: ProgramAtSettings;
  beforeAll(async () => {
    product = await startProduct({ RECONCILE_SECONDS: 86_400 });
    program = await programAt(product);
  });
  afterAll(() => product?.stop());

  const lastChange = () => product.db.deskChanges.findOne().sort({ _id: -1 }).lean();

  it('are for admins: others are told so before anything of what they send is read', async () => {
    const others = await programAt(product, ['sales', 'approver', 'support']);
    for (const path of ['people', 'keys', 'products', 'limits', 'vendor', 'changes', 'aws-products']) {
      expect((await call(`${product.url}/api/settings/${path}`)).status).toBe(401);
      expect((await others.get(path)).status).toBe(403);
    }
    expect((await others.put('limits', { nonsense: true })).status).toBe(403);
    const token = tokens.sales;
    expect((await call(`${product.url}/api/settings/limits`, { token })).status).toBe(403);
    expect((await program.put('limits', { nonsense: true })).status).toBe(422);
  });

  it('opens to an admin who is signed in, from pages of the same site alone', async () => {
    const { cookies } = await signedIn(product, 'admin');
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const from = (site: string) =>
      fetch(`${product.url}/api/settings/people`, { headers: { cookie, 'sec-fetch-site': site } });
    expect((await from('same-origin')).status).toBe(200);
    expect((await from('cross-site')).status).toBe(403);
  });

  describe('values', () => {
    it('are read, set at once, and written down with who has set them', async () => {
      const { value, seen } = (await program.get('limits')).body;
      const limits = { ...value, discountPercent: 12.5, amount: { ...value.amount, EUR: '70000' } };
      const set = await program.put('limits', { value: limits, seen });
      expect(set.status).toBe(200);
      expect(set.body.value).toMatchObject({ discountPercent: 12.5, amount: { EUR: '70000.00' } });
      expect(set.body.seen).toBe(seen + 1);
      expect(product.config.limits.discountPercent).toBe(12.5);
      expect(await lastChange()).toMatchObject({
        by: { id: `api:${program.name}`, name: program.name },
        what: 'limitsSet',
        after: { discountPercent: '12.5', EUR: '70000.00' },
      });
      const { html } = await (await signedIn(product, 'admin')).get('/desk/settings/changes');
      expect(html).toContain(`${program.name}<div class="quiet small">API key`);
    });

    it('of reminders and of the second factor are among them', async () => {
      const plan = (await program.get('reminders')).body;
      const value = { ...plan.value, remindDaysBefore: [14, 7], quietHours: 0 };
      const set = await program.put('reminders', { value, seen: plan.seen });
      expect(set.body.value).toEqual(value);
      expect(product.config.reminders.remindDaysBefore).toEqual([14, 7]);
      const wrong = { value: { ...value, chaseAfterHours: [5, 5] }, seen: set.body.seen };
      expect((await program.put('reminders', wrong)).body.errors).toMatchObject([
        { pointer: '/value/chaseAfterHours' },
      ]);
      const { seen } = (await program.get('second-factor')).body;
      const needed = await program.put('second-factor', { value: { roles: ['support'] }, seen });
      expect(needed.body.value).toEqual({ roles: ['support'] });
      const unknown = { value: { roles: ['boss'] }, seen: needed.body.seen };
      expect((await program.put('second-factor', unknown)).status).toBe(422);
    });

    it('of the chat are what is posted there', async () => {
      const { value, seen } = (await program.get('chat')).body;
      expect(value.topics).toContain('troubles');
      const set = await program.put('chat', { value: { topics: ['troubles'] }, seen });
      expect(set.body.value).toEqual({ topics: ['troubles'] });
      expect(product.config.chat.topics).toEqual(['troubles']);
    });

    it('that do not hold are refused at their fields, in the words of the desk', async () => {
      const { value, seen } = (await program.get('limits')).body;
      const wrong = { ...value, durationMonths: 61, amount: { ...value.amount, JPY: '1.5' } };
      const answer = await program.put('limits', { value: wrong, seen });
      expect(answer.status).toBe(422);
      const pointers = answer.body.errors.map(({ pointer }: { pointer: string }) => pointer);
      expect(pointers.sort()).toEqual(['/value/amount/JPY', '/value/durationMonths']);
      expect((await program.put('limits', { value })).body.errors).toMatchObject([{ pointer: '/seen' }]);
      expect((await program.get('limits')).body).toEqual({ value, seen });
    });

    it('are not written over by who has not seen the last change, and he is told of it', async () => {
      const { value, seen } = (await program.get('vendor')).body;
      const named = (name: string) => ({ value: { ...value, name }, seen });
      expect((await program.put('vendor', named('First Inc.'))).status).toBe(200);
      const stale = await program.put('vendor', named('Second Inc.'));
      expect(stale.status).toBe(409);
      expect(stale.body.type).toBe('urn:offerdesk:problem:settingChanged');
      expect(stale.body.changes).toMatchObject([
        { what: 'vendorSet', by: { id: `api:${program.name}` }, after: { name: 'First Inc.' } },
      ]);
      expect((await program.get('vendor')).body.value.name).toBe('First Inc.');
    });

    it('are set once by the same key, and by it with other content not at all', async () => {
      const { value, seen } = (await program.get('vendor')).body;
      const key = randomUUID();
      const body = { value: { ...value, colour: '#123456' }, seen };
      const [first, again] = [await program.put('vendor', body, key), await program.put('vendor', body, key)];
      expect([first.status, again.status]).toEqual([200, 200]);
      expect(again.body).toEqual(first.body);
      const other = await program.put('vendor', { ...body, value: { ...value, colour: '#654321' } }, key);
      expect(other.body.type).toBe('urn:offerdesk:problem:commandIdReused');
      const another = await programAt(product);
      const own = { value: first.body.value, seen: first.body.seen };
      expect((await another.put('vendor', own, key)).status).toBe(200);
    });
  });

  describe('people', () => {
    const about = { name: 'Mika Mori', language: 'ja', timeZone: 'Asia/Tokyo', roles: ['sales'] };
    const invited = async (key: string = randomUUID()) => {
      const email = `${randomUUID().slice(0, 8)}@example.com`;
      return { email, answer: await program.post('people', { ...about, email }, key) };
    };

    it('are invited once by the same key', async () => {
      const [key, email] = [randomUUID(), `${randomUUID().slice(0, 8)}@example.com`];
      const body = { ...about, email };
      const [first, again] = [
        await program.post('people', body, key),
        await program.post('people', body, key),
      ];
      expect(first.status).toBe(201);
      expect(again.body).toEqual(first.body);
      expect(first.body).toMatchObject({ email, state: 'invited', roles: ['sales'] });
      expect((await program.post('people', body)).body).toMatchObject({
        type: 'urn:offerdesk:problem:settingRefused',
        errors: [{ pointer: '/email' }],
      });
      const path = first.headers.get('location')?.replace('/api/settings/', '') ?? '';
      expect((await program.get(path)).body.person).toEqual(first.body);
      expect((await program.get('people')).body.people).toContainEqual(first.body);
    });

    it('are changed, and not over what others have changed meanwhile', async () => {
      const { staffId } = (await invited()).answer.body;
      const { seen } = (await program.get(`people/${staffId}`)).body;
      const as = (roles: string[]) => ({ ...about, roles, seen });
      const changed = await program.put(`people/${staffId}`, as(['sales', 'support']));
      expect(changed.body.person.roles).toEqual(['sales', 'support']);
      const stale = await program.put(`people/${staffId}`, as(['approver']));
      expect(stale.status).toBe(409);
      expect(stale.body.changes).toMatchObject([
        { what: 'staffChanged', after: { roles: ['sales', 'support'] } },
      ]);
      const none = await program.put(`people/${staffId}`, { ...as([]), seen: changed.body.seen });
      expect(none.body.errors).toMatchObject([{ pointer: '/roles' }]);
      expect((await program.get('people/000000000000000000000000')).status).toBe(404);
    });

    it('are made admins by no program, in no way', async () => {
      const email = `${randomUUID().slice(0, 8)}@example.com`;
      const roles = ['admin'];
      const made = await program.post('people', { ...about, email, roles });
      expect(made.status).toBe(409);
      const { staffId } = (await invited()).answer.body;
      const { seen } = (await program.get(`people/${staffId}`)).body;
      expect((await program.put(`people/${staffId}`, { ...about, roles, seen })).status).toBe(409);
      await product.db.staff.updateOne(
        { _id: staffId },
        { roles, passwordHash: 'x', $unset: { invitedAt: 1 } },
      );
      expect((await program.post(`people/${staffId}/reactivate`)).status).toBe(409);
      const key = await program.post('keys', { name: `k-${staffId.slice(-8)}`, roles, lastDay: day(9) });
      expect(key.body.errors).toMatchObject([{ pointer: '/roles' }]);
    });

    it('have no mails about what they do not want', async () => {
      const { body } = (await invited()).answer;
      expect(body.muted).toEqual([]);
      const path = `people/${body.staffId}/mails`;
      const chosen = await program.put(path, { muted: ['terms', 'offers'] });
      expect(chosen.body.muted).toEqual(['offers', 'terms']);
      expect(await lastChange()).toMatchObject({ what: 'staffMuted', after: { muted: ['offers', 'terms'] } });
      expect((await program.put(path, { muted: ['weather'] })).status).toBe(422);
      expect((await program.put(path, { muted: [] })).body.muted).toEqual([]);
    });

    it('are shut out, let in again, and away, by a press each', async () => {
      const { staffId } = (await invited()).answer.body;
      await product.db.staff.updateOne({ _id: staffId }, { active: true, passwordHash: 'x' });
      const press = (name: string) => program.post(`people/${staffId}/${name}`);
      expect((await press('deactivate')).body.state).toBe('inactive');
      expect((await press('reactivate')).body.state).toBe('active');
      for (const name of ['end-sign-ins', 'reset-second-factor', 'link'])
        expect((await press(name)).status).toBe(200);
      const path = `people/${staffId}/away`;
      const away = await program.put(path, { lastDay: day(5), standIn: 'sales@example.com' });
      expect(away.body.away.standIn).toBe('sales@example.com');
      const nobody = await program.put(path, { lastDay: day(5), standIn: 'nobody@example.com' });
      expect(nobody.body.errors).toMatchObject([{ pointer: '/standIn' }]);
      expect((await program.put(path, { lastDay: 'soon', standIn: 'x' })).body.errors).toMatchObject([
        { pointer: '/lastDay' },
      ]);
      expect((await program.delete(path)).body.away).toBeUndefined();
    });
  });

  describe('keys', () => {
    it('are made, the same for the same key of the caller alone, and revoked', async () => {
      const key = randomUUID();
      const body = { name: `crm-${key.slice(0, 8)}`, roles: ['sales'], lastDay: day(30) };
      const first = await program.post('keys', body, key);
      expect(first.status).toBe(201);
      expect((await program.post('keys', body, key)).body).toEqual(first.body);
      const other = await programAt(product);
      expect((await other.post('keys', { ...body, name: `${body.name}-x` }, key)).body.key).not.toBe(
        first.body.key,
      );
      const list = () => call(`${product.url}/api/deals`, { token: first.body.key });
      expect((await list()).status).toBe(200);
      const { key: _secret, ...known } = first.body;
      const revoked = await program.post(`keys/${known.id}/revoke`);
      expect(revoked.body.revokedAt).toBeDefined();
      expect((await list()).status).toBe(401);
      const { keys } = (await program.get('keys')).body;
      expect(keys.map(({ id }: { id: string }) => id)).toContain(known.id);
      expect(JSON.stringify(keys)).not.toContain(first.body.key);
    });

    it('with a name that was used, or without an end, are not made', async () => {
      const taken = { name: program.name, roles: [], lastDay: day(30) };
      expect((await program.post('keys', taken)).body.errors).toMatchObject([{ pointer: '/name' }]);
      const endless = { name: 'endless', roles: [], lastDay: '' };
      expect((await program.post('keys', endless)).body.errors).toMatchObject([{ pointer: '/lastDay' }]);
      expect((await program.post('keys/nothing/revoke')).status).toBe(404);
    });
  });

  it('tell what was changed, page by page', async () => {
    const first = (await program.get('changes?limit=2')).body;
    expect(first.changes).toHaveLength(2);
    expect(first.next).toBe(first.changes[1].number);
    const second = (await program.get(`changes?limit=2&before=${first.next}`)).body;
    expect(second.changes[0].number).toBe(first.next - 1);
    expect((await program.get('changes?limit=0')).status).toBe(422);
  });

  it('say what is done of the first steps, and what AWS answers when it is tried', async () => {
    const before = (await program.get('start')).body;
    expect(before.points).toContainEqual({ point: 'staff', done: true });
    expect(before.awsTries).toEqual([]);
    const { awsTries } = (await program.post('start/aws')).body;
    expect(awsTries).toMatchObject([
      { process: 'api', answered: true },
      { process: 'worker', answered: false, actions: [] },
    ]);
  });

  it('stand in the documentation', async () => {
    const { paths } = (await call(`${product.url}/api/docs/json`)).body;
    expect(Object.keys(paths)).toEqual(
      expect.arrayContaining(['/api/settings/people/{staffId}/deactivate', '/api/settings/limits']),
    );
  });
});
