import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { messagesIn } from '../../../shared/i18n/messages.ts';
import { movableClock } from '../../support/clock.ts';
import { eventually } from '../../support/eventually.ts';
import { mailsTo } from '../../support/people.ts';
import { type Product, startProduct } from '../../support/product.ts';
import { hiddenFields, visitor } from '../buyers/visitor.ts';
import { withoutEngine } from '../buyers/without-engine.ts';
import { arrivedBuyer, customer, mailedPath, secret, signedIn, someAddress, submit } from './customers.ts';

const { accounts: words, mails } = messagesIn('en');
const newSecret = 'seven other words entirely';
const forgotten = '/accounts/forgot-password';
const hour = 3_600_000;

let product: Product;
let clock: ReturnType<typeof movableClock>;
beforeAll(async () => {
  product = await startProduct();
  clock = movableClock(product);
});
afterAll(() => product?.stop());

const newVisitor = () => visitor(() => product.url);
const signInWith = (email: string, password: string) =>
  submit(newVisitor(), '/accounts/sign-in', { email, password });
const linkTo = (email: string) => mailedPath(product, { to: email, template: 'passwordReset' });
const mayRead = async (who: ReturnType<typeof newVisitor>) =>
  (await who.get('/organizations')).status === 200;

/** Somebody who has asked, and the path of the link in his mail. */
async function asked(email?: string, path = forgotten) {
  const user = await customer(product, email);
  const who = newVisitor();
  await submit(who, path, { email: user.email });
  return { user, who, link: await linkTo(user.email) };
}

describe('a customer who has forgotten his password', () => {
  it('finds the way from both sign-in pages, and from the set-up back to it', async () => {
    const { who, at } = await arrivedBuyer(product);
    expect((await who.get(at('sign-in'))).html).toContain(`href="${at('forgot-password')}"`);
    expect((await who.get(at('forgot-password'))).html).toContain(`href="${at('sign-in')}"`);
    const { html } = await newVisitor().get('/accounts/sign-in?next=%2Forganizations%2Fo%2Fbilling');
    expect(html).toContain(`href="${forgotten}?next=%2Forganizations%2Fo%2Fbilling"`);
  });

  it('gets a mail whose link signs him in with a new password, in place of the old one', async () => {
    const { user, link } = await asked();
    const [mail] = await mailsTo(product, user.email);
    expect(mail?.subject).toBe(mails.passwordReset.subject('Example Inc.'));
    expect(mail?.text.replaceAll(/\s+/g, ' ')).toContain('within 2 hours');
    const reader = newVisitor();
    const answer = await submit(reader, link, { password: newSecret });
    expect(answer).toMatchObject({ status: 303, location: '/organizations' });
    expect(await mayRead(reader)).toBe(true);
    expect((await signInWith(user.email, secret)).status).toBe(422);
    expect((await signInWith(user.email, newSecret)).status).toBe(303);
  });

  it('is told of the change by one mail without a secret, even when the form is sent twice', async () => {
    const { user, who, link } = await asked();
    const fields = { ...hiddenFields((await who.get(link)).html, link), password: newSecret };
    await Promise.all([who.post(link, fields), who.post(link, fields)]);
    const told = await eventually(
      async () => {
        const all = await mailsTo(product, user.email);
        return all.find(({ subject }) => subject === mails.passwordChanged.subject('Example Inc.'));
      },
      { what: 'the mail about the change' },
    );
    expect(told.text).toContain(`${product.url}${forgotten}`);
    expect(told.text).toContain('support@example.com');
    expect(told.text).toContain('JST');
    for (const part of [told.text, told.html])
      for (const kept of [newSecret, link]) expect(part).not.toContain(kept);
    expect(told.headers.map(({ name }) => name.toLowerCase())).not.toContain('list-unsubscribe');
    const sent = product.db.outbox.countDocuments({ 'to.email': user.email, template: 'passwordChanged' });
    expect(await sent).toBe(1);
  });

  it('keeps password and link when nobody could be told of the change', async () => {
    const { user, link } = await asked();
    const cut = await withoutEngine(product);
    try {
      const answer = await submit(
        visitor(() => cut.url),
        link,
        { password: newSecret },
      );
      expect(answer.status).toBe(503);
      expect((await signInWith(user.email, secret)).status).toBe(303);
    } finally {
      await cut.stop();
    }
    expect((await submit(newVisitor(), link, { password: newSecret })).status).toBe(303);
  });
});

describe('whoever has forgotten his password', () => {
  it('goes on with the set-up he came from, even when he reads the mail in another browser', async () => {
    const { email } = await customer(product);
    const buyer = await arrivedBuyer(product);
    await submit(buyer.who, buyer.at('forgot-password'), { email });
    const phone = newVisitor();
    const { location = '' } = await submit(phone, await linkTo(email), { password: newSecret });
    expect(location).toBe(`/setup/${buyer.sessionId}`);
    expect(await phone.get(location)).toMatchObject({ status: 303, location: buyer.at('business/1') });
    expect((await phone.get(buyer.at('business/1'))).status).toBe(200);
  });

  it('opens no set-up by naming its address without having come from AWS', async () => {
    const { email } = await customer(product);
    const { sessionId, at } = await arrivedBuyer(product);
    const stranger = newVisitor();
    await submit(stranger, at('forgot-password'), { email });
    await submit(stranger, await linkTo(email), { password: newSecret });
    expect((await stranger.get(`/setup/${sessionId}`)).status).toBe(404);
  });

  it('is sent on to pages of this site alone', async () => {
    const away = `${forgotten}?next=%2F%2Fevil.example%2F`;
    const { link } = await asked(someAddress(), away);
    const answer = await submit(newVisitor(), link, { password: newSecret });
    expect(answer).toMatchObject({ status: 303, location: '/organizations' });
  });

  it('is answered like somebody without an account, who learns it by mail alone', async () => {
    const known = await asked();
    const email = someAddress();
    const unknown = newVisitor();
    expect(await submit(unknown, forgotten, { email })).toMatchObject({
      status: 303,
      location: `${forgotten}?sent=yes`,
    });
    const bare = (html: string, address: string) =>
      html.replaceAll(address, '').replaceAll(/value="[^"]*"/g, '');
    const [there, none] = [known.who, unknown].map(who => who.get(`${forgotten}?sent=yes`));
    const [first, second] = [(await there)?.html ?? '', (await none)?.html ?? ''];
    expect(first).toContain(known.user.email);
    expect(bare(first, known.user.email)).toBe(bare(second, email));
    expect(await mailedPath(product, { to: email, template: 'noAccount' })).toBe('/accounts/sign-in');
    expect(await product.db.passwordResets.countDocuments({ userId: known.user.userId })).toBe(1);
  });

  it('has his address proved by the link, and whoever squatted on it is out', async () => {
    const email = someAddress();
    const squatter = await arrivedBuyer(product);
    const squatting = { accountName: 'Squatter', email, password: 'the squatter’s secret' };
    await submit(squatter.who, squatter.at('register'), squatting);
    await submit(newVisitor(), forgotten, { email });
    const owner = newVisitor();
    await submit(owner, await linkTo(email), { password: newSecret });
    expect(await mayRead(owner)).toBe(true);
    expect((await product.deps.accounts.findUserByEmail(email))?.emailVerified).toBe(true);
    expect((await signInWith(email, squatting.password)).status).toBe(422);
    const verify = await mailedPath(product, { to: email, template: 'emailVerification' });
    expect((await squatter.who.get(verify)).html).not.toContain(
      '<form method="post" action="/accounts/verify',
    );
    expect(await mayRead(squatter.who)).toBe(false);
  });
});

describe('a link for a new password', () => {
  it('changes nothing when a mail scanner opens the link, however often', async () => {
    const { user, link } = await asked();
    for (let count = 0; count < 3; count += 1) expect((await newVisitor().get(link)).status).toBe(200);
    expect((await signInWith(user.email, secret)).status).toBe(303);
    expect((await submit(newVisitor(), link, { password: newSecret })).status).toBe(303);
  });

  it('uses a link once, and every other link of his with it', async () => {
    const { user, link: first } = await asked();
    await submit(newVisitor(), forgotten, { email: user.email });
    const second = await linkTo(user.email);
    expect(second).not.toBe(first);
    const { html } = await newVisitor().get(first);
    expect((await submit(newVisitor(), first, { password: newSecret })).status).toBe(303);
    expect(html).toContain(user.email);
    for (const link of [first, second]) {
      const late = await newVisitor().get(link);
      expect(late.status).toBe(410);
      expect(late.html).not.toContain(user.email);
      expect(late.html).toContain(`href="${forgotten}"`);
    }
    expect((await signInWith(user.email, newSecret)).status).toBe(303);
  });

  it('has one of two new passwords that come at the same moment, and one sign-in', async () => {
    const { user, link } = await asked();
    const readers = [newVisitor(), newVisitor()];
    const pages = await Promise.all(readers.map(each => each.get(link)));
    const passwords = ['the first of two passwords', 'the second of two passwords'];
    const answers = await Promise.all(
      readers.map((each, index) => {
        const fields = hiddenFields(pages[index]?.html ?? '', link);
        return each.post(link, { ...fields, password: passwords[index] ?? '' });
      }),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 410]);
    const winner = passwords[answers.findIndex(({ status }) => status === 303)] ?? '';
    expect((await signInWith(user.email, winner)).status).toBe(303);
  });

  it('is told of a link that is too old, with the way to a new mail that still leads to his set-up', async () => {
    const { email } = await customer(product);
    const buyer = await arrivedBuyer(product);
    await submit(buyer.who, buyer.at('forgot-password'), { email });
    const link = await linkTo(email);
    const page = await newVisitor().get(link);
    clock.aheadMs = 2 * hour + 1000;
    try {
      const who = newVisitor();
      const late = await who.get(link);
      expect(late.status).toBe(410);
      expect(late.html).toContain(words.newPassword.over(2));
      const again = buyer.at('forgot-password');
      expect(late.html).toContain(`href="${again}"`);
      expect((await submit(who, again, { email })).location).toBe(`${again}?sent=yes`);
      expect(page.html).toContain(email);
      expect((await submit(who, await linkTo(email), { password: newSecret })).location).toBe(
        `/setup/${buyer.sessionId}`,
      );
    } finally {
      clock.aheadMs = 0;
    }
  });

  it('cannot use an old form, or one that was never given out', async () => {
    const { user, who, link } = await asked();
    const fields = hiddenFields((await who.get(link)).html, link);
    clock.aheadMs = 2 * hour + 1000;
    try {
      expect((await who.post(link, { ...fields, password: newSecret })).status).toBe(410);
    } finally {
      clock.aheadMs = 0;
    }
    const bad = `${link.slice(0, -1)}${link.endsWith('A') ? 'B' : 'A'}`;
    expect((await who.get(bad)).status).toBe(410);
    expect((await who.post(bad, { ...fields, password: newSecret })).status).toBe(410);
    expect((await signInWith(user.email, secret)).status).toBe(303);
  });
});

describe('a customer with a new password', () => {
  it('is held to the same rule as in the registration, and may try again with the same link', async () => {
    const { user, link } = await asked();
    const who = newVisitor();
    const tries = {
      short: 'passwordTooShort',
      passwordpassword: 'passwordCommon',
      [user.email]: 'passwordIsName',
    };
    for (const [password, problem] of Object.entries(tries)) {
      const { status, html } = await submit(who, link, { password });
      expect(status).toBe(422);
      expect(html).toContain(words.problems[problem as 'passwordTooShort'](12));
      expect(html).not.toMatch(/<input[^>]*type="password"[^>]*value="[^"]/);
    }
    expect((await submit(who, link, { password: newSecret })).status).toBe(303);
  });

  it('ends his sign-ins on all other devices, and nobody else’s', async () => {
    const { user, link } = await asked();
    const [laptop, other] = [await signedIn(product, user), await signedIn(product, await customer(product))];
    const here = await signedIn(product, user);
    const before = here.cookies.get('offerdesk');
    await submit(here, link, { password: newSecret });
    expect(await Promise.all([laptop, other, here].map(mayRead))).toEqual([false, true, true]);
    expect(here.cookies.get('offerdesk')).not.toBe(before);
  });

  it('is not kept company by a sign-in whose old password was right just before the new one was saved', async () => {
    const { user, link } = await asked();
    const [owner, late] = [newVisitor(), newVisitor()];
    const { accounts } = product.deps;
    const { signIn } = accounts;
    accounts.signIn = async credentials => {
      const found = await signIn(credentials);
      await submit(owner, link, { password: newSecret });
      return found;
    };
    try {
      const answer = await submit(late, '/accounts/sign-in', { email: user.email, password: secret });
      expect(answer).toMatchObject({ status: 303, location: '/organizations' });
    } finally {
      accounts.signIn = signIn;
    }
    expect(await Promise.all([late, owner].map(mayRead))).toEqual([false, true]);
  });
});

describe('a mail with a link for a new password', () => {
  it('gets no more than five mails in a quarter of an hour, from wherever they are asked for', async () => {
    const { email } = await customer(product);
    for (let count = 0; count < 5; count += 1)
      expect((await submit(newVisitor(), forgotten, { email })).status).toBe(303);
    const sixth = await submit(newVisitor(), forgotten, { email: ` ${email.toUpperCase()} ` });
    expect(sixth.status).toBe(429);
    expect(sixth.html).toContain('Wait 15 minutes');
    expect(await product.db.outbox.countDocuments({ 'to.email': email })).toBe(5);
  });

  it('can have the mail sent again, to the address he sees', async () => {
    const { user, who } = await asked();
    const page = await who.get(`${forgotten}?sent=yes`);
    const again = await who.post(forgotten, hiddenFields(page.html, forgotten));
    expect(again.location).toBe(`${forgotten}?sent=again`);
    expect((await who.get(`${forgotten}?sent=again`)).html).toContain(words.checkMail.resent);
    await eventually(async () => (await mailsTo(product, user.email)).length === 2 || undefined, {
      what: 'the second mail',
    });
  });

  it('corrects an address that is none without losing what he typed', async () => {
    const { status, html } = await submit(newVisitor(), forgotten, { email: 'hana@' });
    expect(status).toBe(422);
    expect(html).toContain('value="hana@"');
    expect(html).toContain(words.problems.email);
  });

  it('leaves a link that works nowhere: not in the database, nor in Temporal’s history', async () => {
    const { user, link } = await asked();
    const token = link.split('/').at(-1) ?? '';
    const [reset] = await product.db.passwordResets.find({ userId: user.userId }).lean();
    expect(JSON.stringify(reset)).not.toContain(token);
    const key = `reset:${reset?._id}`;
    await eventually(async () => (await product.db.outbox.exists({ key, state: 'sent' })) ?? undefined, {
      what: 'the mail that is sent',
    });
    expect(JSON.stringify(await product.db.outbox.find({ key }).lean())).not.toContain(token);
    const { events = [] } = await product.deps.temporal.workflow.getHandle(`mail-${key}`).fetchHistory();
    const payloads = JSON.stringify(events, (_name, value) =>
      value instanceof Uint8Array ? Buffer.from(value).toString() : value,
    );
    expect(payloads).toContain(key);
    for (const part of [token, user.email]) expect(payloads).not.toContain(part);
  });

  it('sends no address to other sites, and keeps the page in no cache', async () => {
    const { headers } = await newVisitor().get((await asked()).link);
    expect(headers.get('referrer-policy')).toBe('same-origin');
    expect(headers.get('cache-control')).toBe('no-store');
  });

  it('refuses a form without its token', async () => {
    const { user, link } = await asked();
    expect((await newVisitor().post(link, { password: newSecret })).status).toBe(403);
    expect((await newVisitor().post(forgotten, { email: user.email })).status).toBe(403);
    expect((await signInWith(user.email, secret)).status).toBe(303);
  });
});
