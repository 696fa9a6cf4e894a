import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type Account,
  client,
  signInThere,
  startIdentityProvider,
} from '../../../support/outside/identity-provider.ts';
import { type Product, startProduct } from '../../../support/product.ts';
import { browserAt } from '../at-the-desk.ts';

const settings = { OIDC_CLIENT_ID: client.id, OIDC_CLIENT_SECRET: client.secret, OIDC_NAME: 'Example Corp' };

describe('a sign-in by the organization’s provider', () => {
  let provider: Awaited<ReturnType<typeof startIdentityProvider>>;
  let product: Product;
  beforeAll(async () => {
    provider = await startIdentityProvider();
    product = await startProduct({ ...settings, OIDC_ISSUER: provider.issuer, RECONCILE_SECONDS: 86_400 });
    provider.leadsTo(`${product.url}/desk/sign-in/oidc/callback`);
  });
  afterAll(async () => {
    await product?.stop();
    await provider?.stop();
  });

  const account = (email: string, more: Partial<Account> = {}) => {
    const sub = randomUUID();
    provider.account(sub, { email, email_verified: true, name: 'Some Body', ...more });
    return sub;
  };
  async function colleague(more: object = {}) {
    const email = `${randomUUID()}@example.com`;
    const common = { name: 'Rin', language: 'en', timeZone: 'UTC', active: true } as const;
    await product.db.staff.create({ ...common, roles: ['sales'], email, ...more });
    return email;
  }
  const pathOf = (url: string | null | undefined) => (url ?? '').replace(product.url, '');

  /** Presses the button at the door, signs in at the provider, and comes back with the same browser. */
  async function comeIn(sub: string, next = '/desk/deals') {
    const browser = browserAt(product);
    const door = await browser.get(`/desk/sign-in?${new URLSearchParams({ next })}`);
    const [, out = ''] = /href="(\/desk\/sign-in\/oidc\?[^"]+)"/.exec(door.html) ?? [];
    const begun = await browser.get(out.replaceAll('&amp;', '&'));
    const back = pathOf(await signInThere(begun.location ?? '', sub));
    const { location } = await browser.get(back);
    return { browser, back, location: pathOf(location), out };
  }

  it('lets in whoever has the address of a colleague, and leads to where he wanted to go', async () => {
    const email = await colleague();
    const { browser, location } = await comeIn(account(email.toUpperCase()));
    expect(location).toBe('/desk/deals');
    expect((await browser.get('/desk/deals')).status).toBe(200);
    expect(await product.db.staff.findOne({ email }).lean()).toMatchObject({
      identity: expect.stringContaining(provider.issuer),
    });
    expect(await product.db.deskChanges.countDocuments({ about: email, what: 'staffBound' })).toBe(1);
    expect(await product.db.securityEvents.countDocuments({ who: email, what: 'signedIn' })).toBe(1);
  });

  it('knows him again by his account, whatever his address is by then', async () => {
    const email = await colleague();
    const sub = account(email);
    await comeIn(sub);
    provider.account(sub, { email: 'married@example.com', email_verified: true });
    const { browser, location } = await comeIn(sub);
    expect(location).toBe('/desk/deals');
    expect((await browser.get('/desk/profile')).html).toContain(email);
  });

  it.each<[string, () => Promise<string>]>([
    ['nobody has the address', async () => account(`${randomUUID()}@example.com`)],
    ['the address is not verified', async () => account(await colleague(), { email_verified: false })],
    ['the colleague has left', async () => account(await colleague({ active: false }))],
    [
      'another account has come with the address',
      async () => {
        const email = await colleague();
        await comeIn(account(email));
        return account(email);
      },
    ],
  ])('lets nobody in where %s', async (_why, subOf) => {
    const { browser, location } = await comeIn(await subOf());
    expect(location).toContain('refused=stranger');
    expect((await browser.get(location)).html).toContain('Nobody with this account works at the desk.');
    expect((await browser.get('/desk/deals')).location).toContain('/desk/sign-in');
  });

  it('takes an invitation, once its address has come', async () => {
    const email = await colleague({ active: false, invitedAt: new Date() });
    expect((await comeIn(account(email))).location).toBe('/desk/deals');
    const { active, invitedAt } = (await product.db.staff.findOne({ email }).lean()) ?? {};
    expect([active, invitedAt]).toEqual([true, undefined]);
  });

  it('is finished once, by the browser that began it, and with what the provider gave', async () => {
    const { back } = await comeIn(account(await colleague()));
    const stranger = browserAt(product);
    expect(pathOf((await stranger.get(back)).location)).toContain('refused=tooOld');
    const { location } = await stranger.get('/desk/sign-in/oidc?next=/desk');
    const forged = `/desk/sign-in/oidc/callback?code=x&state=${new URL(location ?? '').searchParams.get('state')}`;
    expect(pathOf((await stranger.get(forged)).location)).toContain('refused=notGiven');
    await stranger.get('/desk/sign-in/oidc?next=/desk');
    const denied = '/desk/sign-in/oidc/callback?error=access_denied&state=x';
    expect(pathOf((await stranger.get(denied)).location)).toContain('refused=notGiven');
  });

  it('leads nowhere but to the desk', async () => {
    const { location } = await comeIn(account(await colleague()), 'https://elsewhere.example/desk');
    expect(location).toBe('/desk');
  });

  it('says that the provider is away, and leaves the password', async () => {
    const { OIDC_ISSUER } = product.config;
    product.config.OIDC_ISSUER = 'http://127.0.0.1:9';
    await product.restartApi();
    const browser = browserAt(product);
    const { location } = await browser.get('/desk/sign-in/oidc?next=/desk');
    expect(location).toContain('refused=away');
    const page = await browser.get(pathOf(location));
    expect(page.html).toContain('The sign-in of your organization cannot be reached.');
    expect(page.html).toContain('name="password"');
    product.config.OIDC_ISSUER = '';
    await product.restartApi();
    expect((await browserAt(product).get('/desk/sign-in/oidc')).status).toBe(404);
    product.config.OIDC_ISSUER = OIDC_ISSUER;
    await product.restartApi();
  });

  describe('whose groups tell the roles', () => {
    beforeAll(async () => {
      product.config.OIDC_ROLES = [
        { group: 'deal-makers', role: 'sales' },
        { group: 'it', role: 'admin' },
      ];
      await product.restartApi();
    });

    it('adds whoever comes from one of them, and follows them at each sign-in', async () => {
      const email = `${randomUUID()}@example.com`;
      const sub = account(email, { groups: ['deal-makers', 'choir'], locale: 'ja-JP' });
      expect((await comeIn(sub)).location).toBe('/desk/deals');
      expect(await product.db.staff.findOne({ email }).lean()).toMatchObject({
        roles: ['sales'],
        language: 'ja',
      });
      provider.account(sub, { email, email_verified: true, groups: ['it', 'deal-makers'] });
      await comeIn(sub);
      expect((await product.db.staff.findOne({ email }).lean())?.roles.toSorted()).toEqual([
        'admin',
        'sales',
      ]);
      const changes = await product.db.deskChanges.find({ about: email }).sort({ _id: 1 }).lean();
      expect(changes.map(({ what }) => what)).toEqual(['staffAdded', 'staffChanged']);
    });

    it('lets nobody in who is in none of them', async () => {
      const { browser, location } = await comeIn(account(await colleague(), { groups: ['choir'] }));
      expect(location).toContain('refused=noRole');
      expect((await browser.get('/desk')).location).toContain('/desk/sign-in');
    });
  });
});
