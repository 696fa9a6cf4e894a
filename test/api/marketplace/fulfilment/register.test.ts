import { arrivalNeeds } from '../../../../api/marketplace/fulfilment/arrival-needs.ts';
import { replayArrivals } from '../../../../shared/marketplace/arrivals.ts';
import { eventually } from '../../../support/eventually.ts';
import { dealWhich, reaches } from '../../../support/people.ts';
import { type Product, startProduct } from '../../../support/product.ts';
import { setDeskValue } from '../../../support/staff.ts';
import { visitor } from '../../buyers/visitor.ts';
import { withoutEngine } from '../../buyers/without-engine.ts';
import { arriveWith, form, newAccount, purchase, registerPath, tokenField } from './arrivals.ts';

describe('arriving from AWS', () => {
  let product: Product;
  beforeAll(async () => {
    product = await startProduct({ RECONCILE_SECONDS: 86_400 });
  });
  afterAll(() => product.stop());
  afterEach(() => {
    product.emulator.clearFaults();
    product.emulator.settings({ singleUseTokens: false, events: { drop: false } });
  });

  const arrive = (token: string) => arriveWith(token, product.url);
  const registrations = (awsAccountId: string) => product.db.registrations.find({ awsAccountId }).lean();
  const searchFails = (times: number) =>
    product.emulator.addFault({ operation: 'SearchAgreements', kind: 'error', times });

  it('begins the set-up of the deal, and asks AWS for the token once', async () => {
    const { dealId, newToken, accountId, licenseArn } = await purchase(product);
    const token = newToken();
    const { page, sessionId } = await arrive(token);
    expect(page.status).toBe(303);
    expect(sessionId).toMatch(/^[\w-]{22}$/);
    expect(product.emulator.state.registrationTokens[token]?.resolved).toBe(1);
    const deal = await reaches(product, dealId, 'settingUp');
    expect(deal.registration).toMatchObject({
      setupSessionId: sessionId,
      awsAccountId: accountId,
      licenseArn,
    });
    // The deal notes it beside the session once it is in the timeline.
    const session = await eventually(() =>
      product.db.setupSessions.findOne({ _id: sessionId, dealId }).lean(),
    );
    expect(session).toMatchObject({ awsAccountId: accountId, licenseArn });
  });

  it('lets this browser alone into the set-up, beside whatever sign-in it has', async () => {
    const { newToken } = await purchase(product);
    const { page, sessionId } = await arrive(newToken());
    const cookies = page.headers.getSetCookie();
    expect(cookies).toHaveLength(1);
    expect(cookies[0]).toMatch(/^setup=/);
    expect(cookies[0]).toContain(`Path=/setup/${sessionId}`);
    expect(cookies[0]).toContain('HttpOnly');
    expect(cookies[0]).toContain('SameSite=Lax');
    const session = await product.db.setupSessions.findById(sessionId).lean();
    expect(session?.browserHashes).toHaveLength(1);
    const secret = cookies[0]?.match(/^setup=[^.]+\.([\w-]+)/)?.[1] ?? '';
    expect(secret).toHaveLength(43);
    expect(JSON.stringify(session)).not.toContain(secret);
  });

  it('opens one set-up with its own cookie, never another one', async () => {
    const one = await arrive((await purchase(product)).newToken());
    const other = await arrive((await purchase(product)).newToken());
    const next = async (browser: typeof one.browser, sessionId: string) =>
      (await browser.get(`/setup/${sessionId}`)).location;
    expect(await next(one.browser, one.sessionId)).toBe(`/setup/${one.sessionId}/register`);
    expect(await next(one.browser, other.sessionId)).toBe(`/setup/${other.sessionId}/sign-in`);
    const stranger = visitor(() => product.url);
    expect(await next(stranger, one.sessionId)).toBe(`/setup/${one.sessionId}/sign-in`);
  });

  it('leads the same form to the same session, even when AWS has forgotten the token', async () => {
    const { newToken, accountId } = await purchase(product);
    const token = newToken();
    const first = await arrive(token);
    product.emulator.expireToken(token);
    const second = await arrive(token);
    expect(second.page.status).toBe(303);
    expect(second.sessionId).toBe(first.sessionId);
    expect(await registrations(accountId)).toHaveLength(1);
  });

  it('leads another browser with another token to the same session', async () => {
    const { newToken, accountId, dealId } = await purchase(product);
    const first = await arrive(newToken());
    const second = await arrive(newToken());
    expect(second.sessionId).toBe(first.sessionId);
    expect(await registrations(accountId)).toHaveLength(1);
    await reaches(product, dealId, 'settingUp');
    const arrivals = { dealId, 'entry.event.type': 'buyerArrived' };
    expect(await product.db.timeline.countDocuments(arrivals)).toBe(1);
  });

  it('makes one registration of ten arrivals at the same moment', async () => {
    const { newToken, accountId } = await purchase(product);
    const token = newToken();
    const tokens = Array.from({ length: 10 }, (_, index) => (index % 2 ? newToken() : token));
    const all = await Promise.all(tokens.map(arrive));
    expect(new Set(all.map(each => each.page.status))).toEqual(new Set([303]));
    expect(new Set(all.map(each => each.sessionId)).size).toBe(1);
    expect(await registrations(accountId)).toHaveLength(1);
  });

  it('finds the deal before any event has come, by asking AWS for the agreement', async () => {
    product.emulator.settings({ events: { drop: true } });
    const { newToken, dealId } = await purchase(product);
    await arrive(newToken());
    const deal = await reaches(product, dealId, 'settingUp');
    expect(deal.agreement).toBeUndefined();
  });

  it('finds the one deal of the account when AWS does not name the agreement', async () => {
    product.emulator.settings({ events: { drop: true } });
    const { newToken, dealId } = await purchase(product);
    searchFails(2);
    await arrive(newToken());
    await reaches(product, dealId, 'settingUp');
  });

  it('guesses no deal when the account has two, and finds the right one later', async () => {
    product.emulator.settings({ events: { drop: true } });
    const accountId = newAccount();
    const other = await purchase(product, accountId);
    const { newToken, dealId } = await purchase(product, accountId);
    searchFails(2);
    const { page, sessionId } = await arrive(newToken());
    expect(page.status).toBe(303);
    expect(await product.db.setupSessions.findById(sessionId).lean()).not.toHaveProperty('dealId');
    expect(await replayArrivals(arrivalNeeds(product.deps))).toBe(1);
    const deal = await reaches(product, dealId, 'settingUp');
    expect(deal.registration?.setupSessionId).toBe(sessionId);
    expect((await dealWhich(product, other.dealId, Boolean)).registration).toBeUndefined();
  });

  it('keeps the arrival when the engine is down, and tells the deal later', async () => {
    const { newToken, dealId } = await purchase(product);
    const { url, stop } = await withoutEngine(product);
    const { page, sessionId } = await arriveWith(newToken(), url);
    await stop();
    expect(page).toMatchObject({ status: 303 });
    await replayArrivals(arrivalNeeds(product.deps));
    const deal = await reaches(product, dealId, 'settingUp');
    expect(deal.registration?.setupSessionId).toBe(sessionId);
    expect(await replayArrivals(arrivalNeeds(product.deps))).toBe(0);
  });

  it('answers GET with 200, since AWS checks the address so', async () => {
    const page = await visitor(() => product.url).get(registerPath);
    expect(page.status).toBe(200);
    expect(page.html).toContain(product.config.SUPPORT_EMAIL);
    expect((await fetch(`${product.url}${registerPath}`, { method: 'HEAD' })).status).toBe(200);
  });

  it.each(['en', 'ja'] as const)('shows the exact way back with an expired token, in %s', async lang => {
    const { newToken } = await purchase(product);
    const token = newToken();
    product.emulator.expireToken(token);
    const page = await visitor(() => product.url, lang).postFromAws(registerPath, form(token));
    expect(page.status).toBe(410);
    expect(page.html).toContain(`href="${product.config.MARKETPLACE_MANAGE_URL}"`);
    expect(page.html).toContain('Example Cloud');
    expect(page.html).toContain(lang === 'ja' ? '製品を設定' : 'Set up product');
    expect(page.html).toContain(product.config.SUPPORT_EMAIL);
    expect(page.headers.getSetCookie()).toEqual([]);
  });

  it('tells a bad token and a missing one apart from an expired one', async () => {
    expect((await arrive('made-up')).page.status).toBe(400);
    const browser = visitor(() => product.url);
    const empty = await browser.postFromAws(registerPath, new URLSearchParams({ [tokenField]: ' ' }));
    expect(empty.status).toBe(400);
    expect(empty.html).toContain('did not tell us');
    const twice = new URLSearchParams([
      [tokenField, 'a'],
      [tokenField, 'b'],
    ]);
    expect((await browser.postFromAws(registerPath, twice)).status).toBe(400);
  });

  it.each(['throttle', 'error', 'reset'] as const)(
    'says that the purchase is safe when AWS answers with %s, and takes the same token later',
    async kind => {
      const { newToken, dealId } = await purchase(product);
      const token = newToken();
      product.emulator.addFault({ operation: 'ResolveCustomer', kind, times: 2 });
      const { page } = await arrive(token);
      expect(page.status).toBe(503);
      expect(page.headers.get('retry-after')).toBe('60');
      expect(page.html).toContain('Your purchase is safe');
      expect((await arrive(token)).page.status).toBe(303);
      await reaches(product, dealId, 'settingUp');
    },
  );

  it('does not keep a person waiting for an AWS that never answers', async () => {
    const { newToken } = await purchase(product);
    product.emulator.addFault({ operation: 'ResolveCustomer', kind: 'timeout', times: 2 });
    const began = Date.now();
    expect((await arrive(newToken())).page.status).toBe(503);
    expect(Date.now() - began).toBeLessThan(20_000);
  });

  it('sends a buyer of a product we do not know to support', async () => {
    const { newToken } = await purchase(product);
    const known = product.config.products;
    const others = known.map(each => ({ ...each, productId: 'prod-another', productCode: 'another' }));
    await setDeskValue(product, 'products', others);
    const { page } = await arrive(newToken());
    await setDeskValue(product, 'products', known);
    expect(page.status).toBe(422);
    expect(page.html).toContain(`mailto:${product.config.SUPPORT_EMAIL}`);
  });

  it('takes the other kind of form too', async () => {
    const { newToken } = await purchase(product);
    const data = new FormData();
    data.set(tokenField, newToken());
    expect((await visitor(() => product.url).postFromAws(registerPath, data)).status).toBe(303);
  });
});
