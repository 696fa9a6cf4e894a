import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Emulator } from '../../../emulator/emulator.ts';
import { BUYER, clientsOf, PRODUCT, quickEmulator, releasedOffer, until } from '../offers.ts';

let emulator: Emulator;
beforeAll(async () => {
  emulator = await quickEmulator();
});
beforeEach(() => {
  emulator.settings({ changeSetDelay: 10 });
});
afterAll(() => emulator.stop());

async function post(path: string, body: unknown = {}, headers: Record<string, string> = {}) {
  const answer = await fetch(`${emulator.url}/control${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
}
const submit = (path: string, form: Record<string, string>) =>
  fetch(`${emulator.url}/control${path}`, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams(form),
  });
const get = async (path: string) => (await fetch(`${emulator.url}/control${path}`)).json();

describe('the control API', () => {
  it('accepts an offer and gives the registration form', async () => {
    const offerId = await releasedOffer(clientsOf(emulator));
    const accepted = await post('/accept', { offerId, accountId: BUYER, units: { committed_spend: 1 } });
    expect(accepted).toMatchObject({ status: 200, body: { offerId, status: 'ACTIVE' } });
    const { body } = await post('/registration-token', { agreementId: accepted.body.id });
    expect(body).toEqual({
      token: expect.any(String),
      fulfillmentUrl: 'http://localhost:3000/marketplace/register',
      fields: { 'x-amzn-marketplace-token': body.token },
    });
    expect((await post('/accept', { offerId, accountId: BUYER })).body).toMatchObject({
      code: 'ALREADY_ACCEPTED',
    });
  });

  it('says what is wrong with an acceptance', async () => {
    const offerId = await releasedOffer(clientsOf(emulator));
    const wrong: [Record<string, unknown>, number, string][] = [
      [{ offerId: 'offer-none', accountId: BUYER }, 404, 'NOT_FOUND'],
      [{ offerId, accountId: '777788889999' }, 404, 'NOT_FOUND'],
      [{ offerId, accountId: BUYER, units: {} }, 422, 'CHOOSE_UNITS'],
      [{ offerId, accountId: BUYER, units: { gold: 1 } }, 422, 'INVALID_UNITS'],
      [{ offerId, accountId: '12' }, 400, 'INVALID_REQUEST'],
    ];
    for (const [body, status, code] of wrong) {
      expect(await post('/accept', body)).toMatchObject({ status, body: { code } });
    }
  });

  it('changes, renews and ends no agreement that has ended', async () => {
    const offerId = await releasedOffer(clientsOf(emulator));
    const { id: agreementId } = emulator.accept({ offerId, accountId: BUYER });
    emulator.endAgreement(agreementId, 'EXPIRED');
    for (const [path, more] of [
      ['/end-agreement', { status: 'CANCELLED' }],
      ['/amend-agreement', { units: { committed_spend: 2 } }],
      ['/renew-agreement', {}],
    ] as const) {
      const { status, body } = await post(path, { agreementId, ...more });
      expect([status, body]).toEqual([
        409,
        { code: 'ConflictException', message: 'The agreement is already EXPIRED.' },
      ]);
    }
    expect(emulator.state.agreements[agreementId]).toMatchObject({
      status: 'EXPIRED',
      entitlements: [{ quantity: 1 }, { quantity: 1 }],
    });
  });

  it('lists what there is', async () => {
    for (const list of [
      'products',
      'accounts',
      'offers',
      'agreements',
      'change-sets',
      'events',
      'registration-tokens',
      'cancellation-requests',
      'faults',
    ]) {
      expect(Array.isArray(await get(`/${list}`))).toBe(true);
    }
    expect(await get('/products')).toEqual([expect.objectContaining({ id: PRODUCT })]);
  });

  it('changes single settings and leaves the others', async () => {
    await post('/settings', { licenseDelay: 77, events: { delay: 5 } });
    expect(await get('/settings')).toMatchObject({
      licenseDelay: 77,
      changeSetDelay: 10,
      events: { delay: 5, drop: false },
    });
    expect((await post('/settings', { licenceDelay: 5 })).status).toBe(400);
    await post('/settings', { licenseDelay: 10, events: { delay: 0 } });
  });

  it('plans faults and failures', async () => {
    await post('/faults', { operation: 'StartChangeSet', kind: 'throttle', times: 3 });
    expect(await get('/faults')).toEqual([{ operation: 'StartChangeSet', kind: 'throttle', times: 3 }]);
    await post('/clear-faults');
    await post('/change-set-failure', {
      code: 'INVALID_RATE_CARD',
      message: 'x',
      changeType: 'UpdatePricingTerms',
    });
    expect(emulator.state.changeSetFailures).toHaveLength(1);
    await post('/reset');
    expect([await get('/offers'), emulator.state.changeSetFailures]).toEqual([[], []]);
  });

  it.each([
    { scale: 1e308 },
    { scale: 1e15 },
    { scale: -1 },
    { now: '2026-06-30T23:59:60Z' },
    { now: '2026-02-30T00:00:00Z' },
    { advance: 'P' },
  ])('takes no clock that could not be read: %j', async clock => {
    expect((await post('/clock', clock)).status).toBe(400);
    expect(await get('/clock')).toMatchObject({ scale: 1 });
  });

  it.each([{ advance: 'P999999999Y' }, { scale: 1e9 }])(
    'lets time end where it can be written: %j',
    async clock => {
      await post('/clock', { now: '9998-12-31T00:00:00Z' });
      expect((await post('/clock', clock)).status).toBe(200);
      await until(
        'the end of time',
        async () => ((await get('/clock')) as { now: string }).now === '9999-01-01T00:00:00.000Z',
      );
      await post('/reset');
    },
  );

  it('is not for the pages of other sites', async () => {
    expect((await post('/reset', {}, { origin: 'https://elsewhere.example' })).status).toBe(400);
  });
});

describe('the control page', () => {
  it('shows what is under way', async () => {
    const offerId = await releasedOffer(clientsOf(emulator));
    const html = await (await fetch(`${emulator.url}/control`)).text();
    expect(html).toContain(offerId);
    expect(html).toContain('Change Set Succeeded');
  });

  it('plans, changes and moves time by plain forms', async () => {
    expect(
      (await submit('/settings', { licenseDelay: '55', 'events.duplicate': 'true', fulfillmentUrl: '' }))
        .status,
    ).toBe(303);
    expect(emulator.settings()).toMatchObject({ licenseDelay: 55, events: { duplicate: true } });
    await submit('/faults', { operation: 'GetEntitlements', kind: 'latency', times: '2', delay: '10' });
    expect(emulator.faults()).toEqual([
      { operation: 'GetEntitlements', kind: 'latency', times: 2, delay: 10 },
    ]);
    await submit('/clock', { advance: 'P30D', scale: '' });
    expect(Date.parse(emulator.clock().now)).toBeGreaterThan(Date.now() + 29 * 86_400_000);
    expect((await submit('/reset', {})).status).toBe(303);
  });

  it('amends an agreement and expires a token by its forms', async () => {
    emulator.settings({ changeSetDelay: 10 });
    const offerId = await releasedOffer(clientsOf(emulator));
    const { id } = emulator.accept({ offerId, accountId: BUYER, units: { committed_spend: 1 } });
    const { token } = emulator.registrationToken(id);
    const html = await (await fetch(`${emulator.url}/control`)).text();
    expect(html).toContain('name="units.committed_spend" value="1"');
    const amended = await submit('/amend-agreement', {
      agreementId: id,
      'units.committed_spend': '4',
      endTime: '',
    });
    expect(amended.status).toBe(303);
    expect(emulator.state.agreements[id]?.entitlements).toEqual([
      { dimension: 'committed_spend', quantity: 4 },
    ]);
    await submit('/expire-token', { token });
    expect(emulator.state.registrationTokens[token]?.expired).toBe(true);
  });

  it('ends a released offer as AWS’s console does, by a change set of its own, once', async () => {
    const offerId = await releasedOffer(clientsOf(emulator));
    const row = async () => {
      const html = await (await fetch(`${emulator.url}/control`)).text();
      return html.split('<tr>').find(each => each.includes(`${offerId}</a>`)) ?? '';
    };
    expect(await row()).toContain('action="/control/end-offer"');
    emulator.settings({ changeSetDelay: 60_000 });
    expect((await submit('/end-offer', { offerId })).status).toBe(303);
    expect(await post('/end-offer', { offerId })).toMatchObject({
      status: 409,
      body: { code: 'ResourceInUseException' },
    });
    emulator.finishChangeSets();
    expect(await row()).toContain('Expired');
    expect(await row()).not.toContain('/control/end-offer');
    const { name, status } = Object.values(emulator.state.changeSets).at(-1) ?? {};
    expect([name, status]).toEqual(['Ended in the console', 'SUCCEEDED']);
    expect(() => emulator.accept({ offerId, accountId: BUYER })).toThrow('expired');
    expect((await post('/end-offer', { offerId: 'offer-none' })).status).toBe(404);
  });

  it('offers nothing more to do with an agreement that has ended but to publish its events', async () => {
    const offerId = await releasedOffer(clientsOf(emulator));
    const { id } = emulator.accept({ offerId, accountId: BUYER });
    const actions = async () => {
      const html = await (await fetch(`${emulator.url}/control`)).text();
      const row = html.split('<tr>').find(each => each.includes(`value="${id}"`)) ?? '';
      return [...row.matchAll(/action="\/control\/([\w-]+)"/g)].map(([, action]) => action);
    };
    expect(await actions()).toEqual(['end-agreement', 'amend-agreement', 'renew-agreement', 'publish-event']);
    emulator.endAgreement(id, 'TERMINATED');
    expect(await actions()).toEqual(['publish-event']);
  });

  it('says on the page what a form got wrong', async () => {
    const answer = await submit('/settings', { licenseDelay: 'soon' });
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain('role="alert"');
  });
});
