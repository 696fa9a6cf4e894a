import { ResolveCustomerCommand } from '@aws-sdk/client-marketplace-metering';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Emulator } from '../../../emulator/emulator.ts';
import {
  BUYER,
  type Clients,
  clientsOf,
  inDays,
  instalmentChanges,
  outcome,
  quickEmulator,
  releasedOffer,
  update,
} from '../offers.ts';

const FULFILLMENT = 'http://localhost:3000/marketplace/register';
let emulator: Emulator;
let clients: Clients;
beforeAll(async () => {
  emulator = await quickEmulator();
  clients = clientsOf(emulator);
});
afterAll(() => emulator.stop());

/** A browser without script: cookies, forms and redirects. */
function browser(language = 'en') {
  const cookies = new Map<string, string>();
  async function visit(
    path: string,
    form?: Record<string, string>,
  ): Promise<{ status: number; html: string }> {
    const answer = await fetch(emulator.url + path, {
      method: form ? 'POST' : 'GET',
      redirect: 'manual',
      headers: { 'accept-language': language, cookie: [...cookies].map(pair => pair.join('=')).join('; ') },
      ...(form && { body: new URLSearchParams(form) }),
    });
    for (const line of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = line.split(';')[0]?.split('=') ?? [];
      cookies.set(name, value);
    }
    const next = answer.headers.get('location');
    return next ? visit(next) : { status: answer.status, html: await answer.text() };
  }
  return { visit, signIn: (account: string) => visit('/marketplace/sign-in', { account }) };
}

const offerPath = (offerId: string) => `/marketplace/private-offer?offerId=${offerId}`;
const tokenIn = (html: string) => {
  const value = /name="x-amzn-marketplace-token" value="([^"]+)"/.exec(html)?.[1] ?? '';
  return value.replaceAll('&amp;', '&');
};
const resolve = (RegistrationToken: string) =>
  clients.metering.send(new ResolveCustomerCommand({ RegistrationToken }));

describe('the offer page', () => {
  it('starts at no units, and refuses to subscribe so', async () => {
    const offerId = await releasedOffer(clients);
    const buyer = browser();
    await buyer.signIn(BUYER);
    const { html } = await buyer.visit(offerPath(offerId));
    expect(html).toMatch(/<select[^>]*name="units.committed_spend"[^>]*>\s*<option value="0" selected/);
    const refused = await buyer.visit('/marketplace/private-offer', {
      offerId,
      'units.committed_spend': '0',
    });
    expect(refused.status).toBe(422);
    expect(refused.html).toContain('Choose the number of units');
    expect(emulator.agreements().some(each => each.offerId === offerId)).toBe(false);
  });

  it('leads by Subscribe to a form that posts a good token to the seller', async () => {
    const offerId = await releasedOffer(clients);
    const buyer = browser();
    await buyer.signIn(BUYER);
    const { html } = await buyer.visit('/marketplace/private-offer', {
      offerId,
      'units.committed_spend': '1',
    });
    expect(html).toContain('Set up your account');
    expect(html).toContain(`<form method="post" action="${FULFILLMENT}"`);
    const customer = await resolve(tokenIn(html));
    const agreement = emulator.agreements().find(each => each.offerId === offerId);
    expect(customer.LicenseArn).toBe(agreement?.licenseArn);
    expect(agreement?.entitlements).toEqual([{ dimension: 'committed_spend', quantity: 1 }]);
  });

  it('speaks Japanese by the browser, by ?lang and by the switch', async () => {
    const offerId = await releasedOffer(clients);
    const japanese = browser('ja,en;q=0.5');
    await japanese.signIn(BUYER);
    expect((await japanese.visit(offerPath(offerId))).html).toContain('>サブスクライブ</button>');
    expect((await japanese.visit(`${offerPath(offerId)}&lang=en`)).html).toContain('>Subscribe</button>');
    const english = browser('en');
    await english.signIn(BUYER);
    const switched = await english.visit('/marketplace/language', {
      language: 'ja',
      next: offerPath(offerId),
    });
    expect(switched.html).toContain('<html lang="ja">');
    const subscribed = await english.visit('/marketplace/private-offer', {
      offerId,
      'units.premium_support': '1',
    });
    expect(subscribed.html).toContain('>アカウントを設定</button>');
  });

  it('needs no choice for instalments, and shows their sum', async () => {
    const offerId = await releasedOffer(clients, instalmentChanges());
    const buyer = browser();
    await buyer.signIn(BUYER);
    const { html } = await buyer.visit(offerPath(offerId));
    expect(html).toContain('$12,000.00');
    expect((await buyer.visit('/marketplace/private-offer', { offerId })).html).toContain(
      'Set up your account',
    );
  });

  it('is a 404 for another account, nobody, and an offer that is over', async () => {
    const offerId = await releasedOffer(clients);
    const stranger = browser();
    await stranger.signIn('777788889999');
    expect((await stranger.visit(offerPath(offerId))).status).toBe(404);
    expect((await browser().visit(offerPath(offerId))).status).toBe(404);
    await outcome(clients, [update('UpdateAvailability', { AvailabilityEndDate: inDays(-1) }, offerId)]);
    const buyer = browser();
    await buyer.signIn(BUYER);
    const { status, html } = await buyer.visit(offerPath(offerId));
    expect([status, html.includes('404: page not found')]).toEqual([404, true]);
    expect(
      (await buyer.visit('/marketplace/private-offer', { offerId, 'units.committed_spend': '1' })).status,
    ).toBe(404);
  });

  it('escapes what the seller wrote', async () => {
    const offerId = await releasedOffer(clients);
    const offer = emulator.state.offers[offerId];
    if (offer) offer.name = '<script>alert(1)</script>';
    const buyer = browser();
    await buyer.signIn(BUYER);
    expect((await buyer.visit(offerPath(offerId))).html).not.toContain('<script');
  });
});

describe('the list of subscriptions', () => {
  it('is the way back: a fresh token each time', async () => {
    const offerId = await releasedOffer(clients);
    const { licenseArn } = emulator.accept({ offerId, accountId: BUYER });
    const buyer = browser();
    await buyer.signIn(BUYER);
    const [first, second] = [
      await buyer.visit('/marketplace/subscriptions'),
      await buyer.visit('/marketplace/subscriptions'),
    ];
    expect(first.html).toContain('>Set up product</button>');
    expect(tokenIn(first.html)).not.toBe(tokenIn(second.html));
    expect((await resolve(tokenIn(second.html))).LicenseArn).toBe(licenseArn);
  });

  it('shows an account only its own', async () => {
    const other = browser();
    await other.signIn('777788889999');
    expect((await other.visit('/marketplace/subscriptions')).html).toContain('no subscriptions yet');
    expect((await other.visit('/marketplace/private-offers')).html).toContain('no private offers');
  });
});

describe('signing in', () => {
  it('takes 12 digits only, and leads nowhere outside', async () => {
    const anyone = browser();
    expect((await anyone.visit('/marketplace/sign-in', { account: '123' })).status).toBe(422);
    const answer = await fetch(`${emulator.url}/marketplace/sign-in`, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams({ account: BUYER, next: '//elsewhere.example' }),
    });
    expect(answer.headers.get('location')).toBe('/marketplace/private-offers');
  });
});
