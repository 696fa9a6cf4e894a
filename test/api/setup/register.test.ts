import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { messagesIn } from '../../../shared/i18n/messages.ts';
import { movableClock } from '../../support/clock.ts';
import { eventually } from '../../support/eventually.ts';
import { mailsTo } from '../../support/people.ts';
import { type Product, startProduct } from '../../support/product.ts';
import { arrivedBuyer, customer, mailedPath, secret, someAddress, submit } from '../accounts/customers.ts';
import { visitor } from '../buyers/visitor.ts';

const { accounts: words, setup } = messagesIn('en');
const day = 86_400_000;

describe('registering through AWS Marketplace', () => {
  let product: Product;
  let clock: ReturnType<typeof movableClock>;
  beforeAll(async () => {
    product = await startProduct();
    clock = movableClock(product);
  });
  afterAll(() => product?.stop());

  const form = (email: string) => ({ accountName: 'Hana Sato', email, password: secret });

  async function registered(email = someAddress()) {
    const buyer = await arrivedBuyer(product);
    const answer = await submit(buyer.who, buyer.at('register'), form(email));
    expect(answer).toMatchObject({ status: 303, location: buyer.at('check-mail') });
    return { ...buyer, email };
  }
  const linkTo = (email: string) => mailedPath(product, { to: email, template: 'emailVerification' });

  it('brings a buyer from AWS to the registration, with the way in for those who have an account', async () => {
    const { who, sessionId, at } = await arrivedBuyer(product);
    expect(await who.get(`/setup/${sessionId}`)).toMatchObject({ status: 303, location: at('register') });
    const { html } = await who.get(at('register'));
    expect(html).toContain(`href="${at('sign-in')}"`);
    expect(html).toContain(setup.register.signIn);
    expect(html).toContain('111122223333');
    expect(html).toContain('mailto:');
  });

  it('knows when somebody was last at it, so that nobody is reminded of what he is doing', async () => {
    const { who, sessionId, at } = await arrivedBuyer(product);
    const workedAt = async () =>
      (await product.db.setupSessions.findById(sessionId).lean())?.workedAt?.getTime();
    expect(await workedAt()).toBeUndefined();
    await visitor(() => product.url).get(at('register'));
    expect(await workedAt()).toBeUndefined();
    await who.get(at('register'));
    const first = (await workedAt()) ?? 0;
    expect(first).toBeGreaterThan(0);
    clock.aheadMs = day / 24;
    await who.get(at('register'));
    clock.aheadMs = 0;
    expect(await workedAt()).toBeGreaterThanOrEqual(first + day / 24);
  });

  it('sends a form back with what was typed, except the password', async () => {
    const { who, at } = await arrivedBuyer(product);
    const answer = await submit(who, at('register'), { accountName: '', email: 'x', password: 'tooshort' });
    expect(answer.status).toBe(422);
    expect(answer.html).toContain('value="x"');
    expect(answer.html).not.toContain('tooshort');
    for (const problem of [words.problems.required('Account name'), words.problems.email])
      expect(answer.html).toContain(problem);
    expect(answer.html).toContain(words.problems.passwordTooShort(12));
  });

  it('mails a link that verifies the address and goes on with the set-up', async () => {
    const { who, at, email } = await registered();
    const mail = await eventually(async () => (await mailsTo(product, email))[0], { what: 'the mail' });
    const path = /\/accounts\/verify\/[\w-]+/.exec(mail.text)?.[0] ?? '';
    expect(path).not.toBe('');
    const verified = await submit(who, path);
    expect(verified).toMatchObject({ status: 303, location: at('business/1').replace('/business/1', '') });
    expect(await who.get(verified.location ?? '')).toMatchObject({ status: 303, location: at('business/1') });
  });

  it('verifies nothing when a mail scanner opens the link', async () => {
    const { email } = await registered();
    const path = await linkTo(email);
    expect((await visitor(() => product.url).get(path)).status).toBe(200);
    expect((await product.db.users.findOne({ email }).lean())?.emailVerified).toBe(false);
  });

  it('asks for the password in another browser, so that opening a mail alone opens no account', async () => {
    const { email, at } = await registered();
    const path = await linkTo(email);
    const other = visitor(() => product.url);
    const wrong = await submit(other, path, { password: 'not the right secret' });
    expect(wrong.status).toBe(422);
    expect(wrong.html).toContain(`href="${at('forgot-password')}"`);
    expect((await other.get('/organizations')).location).toContain('/accounts/sign-in');
    expect((await submit(other, path, { password: secret })).status).toBe(303);
    expect((await other.get('/organizations')).status).toBe(200);
  });

  it('lets a buyer go on with his set-up in the browser in which he read the mail', async () => {
    const { email, sessionId, at } = await registered();
    const phone = visitor(() => product.url);
    const { location = '' } = await submit(phone, await linkTo(email), { password: secret });
    expect(location).toBe(`/setup/${sessionId}`);
    expect(await phone.get(location)).toMatchObject({ status: 303, location: at('business/1') });
    expect((await phone.get(at('business/1'))).status).toBe(200);
  });

  it('lets the owner of a known address go on from the mail that tells him to sign in', async () => {
    const { email } = await customer(product);
    const { sessionId, at } = await registered(email);
    const phone = visitor(() => product.url);
    const door = await mailedPath(product, { to: email, template: 'accountExists' });
    const { location = '' } = await submit(phone, door, { email, password: secret });
    expect(location).toBe(`/setup/${sessionId}`);
    expect(await phone.get(location)).toMatchObject({ status: 303, location: at('business/1') });
  });

  it('opens no set-up to somebody who has not come from AWS, whatever address he registers', async () => {
    const { sessionId, at } = await arrivedBuyer(product);
    const email = someAddress();
    const stranger = visitor(() => product.url);
    await submit(stranger, at('register'), form(email));
    await submit(stranger, await linkTo(email));
    expect((await stranger.get('/organizations')).status).toBe(200);
    expect((await stranger.get(`/setup/${sessionId}`)).status).toBe(404);
  });

  it('uses a link once and says so afterwards', async () => {
    const { who, email } = await registered();
    const path = await linkTo(email);
    await submit(who, path);
    const again = await visitor(() => product.url).get(path);
    expect(again.status).toBe(200);
    expect(again.html).toContain(words.verify.doneTitle);
  });

  it('takes no link after 24 hours, and a new one that leads on is had by signing in', async () => {
    const { email, at, sessionId } = await registered();
    const path = await linkTo(email);
    clock.aheadMs = day + 1;
    try {
      const back = visitor(() => product.url);
      const late = await back.get(path);
      expect(late.status).toBe(410);
      expect(late.html).toContain(`href="${at('sign-in')}"`);
      expect(await submit(back, at('sign-in'), { email, password: secret })).toMatchObject({
        status: 303,
        location: '/accounts/check-mail',
      });
      const newer = await linkTo(email);
      expect(newer).not.toBe(path);
      expect(await submit(back, newer)).toMatchObject({ status: 303, location: `/setup/${sessionId}` });
      expect((await back.get(`/setup/${sessionId}`)).location).toBe(at('business/1'));
    } finally {
      clock.aheadMs = 0;
    }
  });

  it('keeps no token that could be used, only a hash of it', async () => {
    const { email } = await registered();
    const token = (await linkTo(email)).split('/').at(-1) ?? '';
    const records = await product.db.emailTokens.find({ email }).lean();
    expect(records).toHaveLength(1);
    expect(JSON.stringify(records)).not.toContain(token);
  });

  it('answers a known address like a new one, and tells only its owner', async () => {
    const { email } = await customer(product);
    const fresh = await registered();
    const { who, at } = await registered(email);
    const [known, unknown] = [await who.get(at('check-mail')), await fresh.who.get(fresh.at('check-mail'))];
    const bare = (html: string, address: string) =>
      html.replaceAll(address, '').replaceAll(/value="[^"]*"|\/setup\/[\w-]+/g, '');
    expect(bare(known.html, email)).toBe(bare(unknown.html, fresh.email));
    expect(await mailedPath(product, { to: email, template: 'accountExists' })).toBe(at('sign-in'));
    await expect(linkTo(email)).rejects.toThrow('no emailVerification');
  });

  it('asks to sign in once the address was verified in another browser', async () => {
    const { who, at, sessionId, email } = await registered();
    await submit(
      visitor(() => product.url),
      await linkTo(email),
      { password: secret },
    );
    expect(await who.get(at('check-mail'))).toMatchObject({ status: 303, location: at('sign-in') });
    const back = await submit(who, at('sign-in'), { email, password: secret });
    expect(back.location).toBe(`/setup/${sessionId}`);
  });

  it('lets somebody correct a form as often as it takes', async () => {
    const { who, at } = await arrivedBuyer(product);
    const email = someAddress();
    for (let count = 0; count < 7; count += 1)
      expect((await submit(who, at('register'), { ...form(email), password: 'short' })).status).toBe(422);
    expect((await submit(who, at('register'), form(email))).status).toBe(303);
  });

  it('sends the mail again on request, but not without end', async () => {
    const { who, at, email } = await registered();
    for (let count = 0; count < 5; count += 1)
      expect(await submit(who, at('check-mail'))).toMatchObject({
        location: `${at('check-mail')}?resent=yes`,
      });
    expect((await submit(who, at('check-mail'))).status).toBe(429);
    expect(await product.db.outbox.countDocuments({ 'to.email': email })).toBe(6);
  });

  it('lets the address be changed', async () => {
    const { who, at } = await registered();
    const { html } = await who.get(at('check-mail'));
    expect(html).toContain(`href="${at('register')}"`);
    const right = someAddress();
    await submit(who, at('register'), form(right));
    expect((await who.get(at('check-mail'))).html).toContain(right);
  });

  it('tells nobody whether a set-up exists', async () => {
    const { sessionId, at } = await arrivedBuyer(product);
    const stranger = visitor(() => product.url);
    const pages = await Promise.all([stranger.get(`/setup/${sessionId}`), stranger.get('/setup/none')]);
    for (const page of pages) expect(page).toMatchObject({ status: 303 });
    const [there, none] = [await stranger.get(at('register')), await stranger.get('/setup/none/register')];
    const bare = (html: string) => html.replaceAll(sessionId, 'none').replaceAll(/value="[^"]*"/g, '');
    expect(bare(there.html)).toBe(bare(none.html));
  });
});
