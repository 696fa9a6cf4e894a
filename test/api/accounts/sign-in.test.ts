import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { messagesIn } from '../../../shared/i18n/messages.ts';
import { linkOf } from '../../shared/accounts/support.ts';
import { type Product, startProduct } from '../../support/product.ts';
import { visitor } from '../buyers/visitor.ts';
import { customer, secret, signedIn, someAddress, submit } from './customers.ts';

const { accounts: words } = messagesIn('en');

describe('customers', () => {
  let product: Product;
  beforeAll(async () => {
    product = await startProduct();
  });
  afterAll(() => product?.stop());

  const newVisitor = () => visitor(() => product.url);

  it('answers an unknown address exactly like a wrong password, and keeps no password in the page', async () => {
    const { email } = await customer(product);
    const wrong = await submit(newVisitor(), '/accounts/sign-in', {
      email,
      password: 'not the right secret',
    });
    const unknown = await submit(newVisitor(), '/accounts/sign-in', {
      email: someAddress(),
      password: secret,
    });
    for (const { status, html } of [wrong, unknown]) {
      expect(status).toBe(422);
      expect(html).toContain(words.signIn.wrong);
      expect(html).not.toContain(secret);
      expect(html).not.toContain('not the right secret');
    }
    expect(wrong.html).toContain(`value="${email}"`);
  });

  it('goes on to the page that was asked for, on this site alone', async () => {
    const { email } = await customer(product);
    const asked = await newVisitor().get('/organizations');
    expect(asked).toMatchObject({ status: 303, location: '/accounts/sign-in?next=%2Forganizations' });
    const away = '/accounts/sign-in?next=%2F%2Fevil.example%2F';
    expect(await submit(newVisitor(), away, { email, password: secret })).toMatchObject({
      status: 303,
      location: '/organizations',
    });
  });

  it('gives a new session id at sign-in', async () => {
    const { email } = await customer(product);
    const who = newVisitor();
    await who.get('/accounts/sign-in');
    const before = who.cookies.get('offerdesk');
    await submit(who, '/accounts/sign-in', { email, password: secret });
    expect(who.cookies.get('offerdesk')).toBeDefined();
    expect(who.cookies.get('offerdesk')).not.toBe(before);
  });

  it('ends a sign-in on our side, so that an old cookie opens nothing', async () => {
    const who = await signedIn(product, await customer(product));
    const cookie = who.cookies.get('offerdesk') ?? '';
    const { html } = await who.get('/organizations');
    const csrf = /name="_csrf" value="([^"]+)"/.exec(html)?.[1] ?? '';
    expect(await who.post('/accounts/sign-out', { _csrf: csrf })).toMatchObject({ status: 303 });
    const thief = newVisitor();
    thief.cookies.set('offerdesk', cookie);
    expect((await thief.get('/organizations')).status).toBe(303);
  });

  it('signs out on all devices', async () => {
    const user = await customer(product);
    const [here, there] = [await signedIn(product, user), await signedIn(product, user)];
    const { html } = await here.get('/organizations');
    const csrf = /name="_csrf" value="([^"]+)"/.exec(html)?.[1] ?? '';
    await here.post('/accounts/sign-out', { _csrf: csrf, everywhere: 'yes' });
    expect((await there.get('/organizations')).status).toBe(303);
  });

  it('refuses a form without its token', async () => {
    const { email } = await customer(product);
    const answer = await newVisitor().post('/accounts/sign-in', { email, password: secret });
    expect(answer.status).toBe(403);
  });

  it('stops guessing at one address after ten attempts', async () => {
    const { email } = await customer(product);
    const who = newVisitor();
    const attempt = () => submit(who, '/accounts/sign-in', { email, password: 'not the right secret' });
    for (let count = 0; count < 10; count += 1) expect((await attempt()).status).toBe(422);
    expect((await attempt()).status).toBe(429);
  });

  it('shows billing to members and hides it from everybody else', async () => {
    const user = await customer(product);
    const { organizationId } = await product.deps.accounts.createOrganization({
      name: 'Aozora <HQ>',
      ownerId: user.userId,
      idempotencyKey: 'one',
    });
    const link = linkOf({ organizationId });
    const path = `/organizations/${organizationId}/billing`;
    const member = await signedIn(product, user);
    expect((await member.get(path)).html).toContain(words.billing.noneTitle);
    await product.deps.accounts.link(link);
    const { html } = await member.get(path);
    for (const text of [
      words.billing.through,
      link.agreementId,
      link.awsAccountId,
      'Aozora &lt;HQ>',
      link.dealId,
    ])
      expect(html).toContain(text);
    const stranger = await signedIn(product, await customer(product));
    expect((await stranger.get(path)).status).toBe(404);
    expect((await stranger.get('/organizations/org_none/billing')).status).toBe(404);
  });
});
