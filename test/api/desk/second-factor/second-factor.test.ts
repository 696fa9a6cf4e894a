import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Secret, TOTP } from 'otpauth';
import { sealFor } from '../../../../shared/second-factor/sealed-secret.ts';
import { newSecret } from '../../../../shared/second-factor/totp.ts';
import { agreeOn, inquire } from '../../../support/deals.ts';
import { eventually } from '../../../support/eventually.ts';
import { mailsTo, reaches } from '../../../support/people.ts';
import { type Product, password, startProduct } from '../../../support/product.ts';
import { hiddenFields } from '../../buyers/visitor.ts';
import { accessibilityProblems } from '../../ui/accessibility.ts';
import { browserAt, type Colleague, signedIn } from '../at-the-desk.ts';

const door = '/desk/sign-in';
const profile = '/desk/profile/second-factor';
const halfMinute = 30_000;

/** What an app shows, now or in a moment: a code that comes next is taken already, and so no test waits for it. */
const codeOf = (secret: string, ahead = 0) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + ahead * halfMinute });
const secretIn = (html: string) =>
  (/<code class="copy__value">([A-Z2-7 ]+)</.exec(html)?.[1] ?? '').replaceAll(' ', '');
/** Each stands there twice: to be read, and to be copied. */
const codesIn = (html: string) => [...new Set(html.match(/\b[a-z2-9]{4}(?:-[a-z2-9]{4}){3}\b/g))];

describe('a second factor', () => {
  let product: Product;
  beforeAll(async () => {
    product = await startProduct();
  });
  afterAll(() => product?.stop());

  /** Somebody new of sales, so that no test meets the codes of another. */
  async function colleague(name: string): Promise<string> {
    const email = `${name}@example.com`;
    const { _id, ...like } = await product.db.staff.findOne({ email: 'sales@example.com' }).lean().orFail();
    await product.db.staff.create({ ...like, email, name });
    return email;
  }
  async function firstStep(email: string): Promise<{ browser: Colleague; location: string }> {
    const browser = browserAt(product);
    const { location = '' } = await browser.press(door, door, { email, password });
    return { browser, location };
  }
  const enterCode = (browser: Colleague, code: string) =>
    browser.press('/desk/sign-in/code', '/desk/sign-in/code', { code });
  const isIn = async (browser: Colleague) => (await browser.get('/desk')).status === 200;
  /** Sets it up on the profile. */
  async function withFactor(name: string) {
    const email = await colleague(name);
    const { browser } = await firstStep(email);
    const { html } = await browser.get(profile);
    const secret = secretIn(html);
    const code = codeOf(secret);
    const shown = await browser.post(profile, { ...hiddenFields(html, profile), code, password });
    return { email, browser, secret, used: code, shown, codes: codesIn(shown.html) };
  }
  const kindsOf = async (email: string) =>
    (await product.db.deskChanges.find({ about: email }).sort({ _id: 1 }).lean()).map(({ what }) => what);

  it('is set up by whoever shows a code and his password, and ends his other sign-ins', async () => {
    const email = await colleague('setup');
    const { browser } = await firstStep(email);
    const other = (await firstStep(email)).browser;
    const page = await browser.get(profile);
    expect(accessibilityProblems(page.html)).toEqual([]);
    const secret = secretIn(page.html);
    const fields = hiddenFields(page.html, profile);
    const wrong = await browser.post(profile, { ...fields, code: '000000', password });
    expect([wrong.status, secretIn(wrong.html)]).toEqual([422, secret]);
    const noPassword = await browser.post(profile, { ...fields, code: codeOf(secret), password: 'guess' });
    expect(noPassword.status).toBe(422);
    const done = await browser.post(profile, { ...fields, code: codeOf(secret), password });
    expect([done.status, codesIn(done.html).length]).toEqual([200, 10]);
    expect(await isIn(browser)).toBe(true);
    expect(await isIn(other)).toBe(false);
    expect(await kindsOf(email)).toEqual(['secondFactorOn']);
    const kept = JSON.stringify(await product.db.staff.findOne({ email }).lean());
    for (const shown of [secret, ...codesIn(done.html)]) expect(kept).not.toContain(shown);
    expect((await browser.get('/desk/profile')).html).toContain('10 recovery codes are left.');
  });

  it('is asked for after the right password alone, and opens nothing until it is given', async () => {
    const { email, secret } = await withFactor('asked');
    const stranger = browserAt(product);
    const guess = await stranger.press(door, door, { email, password: 'a wrong one' });
    expect([guess.status, guess.html.includes('incorrect')]).toEqual([422, true]);
    const { browser, location } = await firstStep(email);
    expect(location).toBe('/desk/sign-in/code');
    expect(accessibilityProblems((await browser.get(location)).html)).toEqual([]);
    expect((await browser.get('/desk')).location).toContain(door);
    expect((await browser.get('/api/deals')).status).toBe(401);
    expect((await enterCode(browser, '123 45')).status).toBe(422);
    const right = await enterCode(browser, codeOf(secret, 1));
    expect([right.status, right.location]).toEqual([303, '/desk']);
    expect(await isIn(browser)).toBe(true);
  });

  it('takes no code twice, not even of two that come at once', async () => {
    const { email, secret, used } = await withFactor('replay');
    const [one, two] = [await firstStep(email), await firstStep(email)];
    expect((await enterCode(one.browser, used)).status).toBe(422);
    const code = codeOf(secret, 1);
    const answers = await Promise.all([enterCode(one.browser, code), enterCode(two.browser, code)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 422]);
  });

  it('is known by a recovery code too, once for each, until there are new ones', async () => {
    const { email, secret, codes, browser } = await withFactor('recovery');
    const [first = '', second = ''] = codes;
    const lost = (await firstStep(email)).browser;
    expect((await enterCode(lost, first.toUpperCase())).status).toBe(303);
    expect((await enterCode((await firstStep(email)).browser, first)).status).toBe(422);
    expect((await lost.get('/desk/profile')).html).toContain('9 recovery codes are left.');
    const made = await browser.press('/desk/profile', `${profile}/new-codes`, {
      'new-codes.code': codeOf(secret, 1),
    });
    expect(codesIn(made.html)).toHaveLength(10);
    expect((await enterCode((await firstStep(email)).browser, second)).status).toBe(422);
    expect(await kindsOf(email)).toEqual(['secondFactorOn', 'recoveryCodeUsed', 'recoveryCodesMade']);
    const told = await eventually(async () => (await mailsTo(product, email))[0]);
    expect(told.subject).toContain('A recovery code of yours was used');
    expect(told.text).toContain('9 are left.');
    expect(await mailsTo(product, email)).toHaveLength(1);
  });

  it('is switched off by a code, and not by whoever finds the desk open', async () => {
    const { email, secret, browser } = await withFactor('off');
    const off = (code: string) => browser.press('/desk/profile', `${profile}/off`, { 'off.code': code });
    expect((await off('111111')).status).toBe(422);
    expect((await off(codeOf(secret, 1))).location).toContain('done=off');
    expect((await firstStep(email)).location).toBe('/desk');
    expect(await kindsOf(email)).toEqual(['secondFactorOn', 'secondFactorOff']);
  });

  it('is reset by an admin, in the changes, and ends all sign-ins', async () => {
    const { email, browser } = await withFactor('reset');
    const admin = await signedIn(product, 'admin');
    const { _id } = await product.db.staff.findOne({ email }).orFail();
    const page = `/desk/settings/people/${_id}`;
    await admin.press(page, `${page}/reset-second-factor`);
    expect(await isIn(browser)).toBe(false);
    expect((await firstStep(email)).location).toBe('/desk');
    expect(await kindsOf(email)).toEqual(['secondFactorOn', 'secondFactorReset']);
    expect((await admin.get('/desk/settings/changes')).html).toContain('Second factor reset');
    const told = await eventually(async () => (await mailsTo(product, email))[0]);
    expect(told.subject).toContain('Your second factor for the desk');
    expect(told.text).toContain('admin has reset the second factor');
  });

  it('is asked for of who comes by a mailed password link too', async () => {
    const { email } = await withFactor('mailed');
    const { _id } = await product.db.staff.findOne({ email }).orFail();
    const admin = await signedIn(product, 'admin');
    const page = `/desk/settings/people/${_id}`;
    const { html } = await admin.get(page);
    const fields = hiddenFields(html, `${page}/link`);
    await admin.post(`${page}/link`, fields);
    const mail = await eventually(async () => (await mailsTo(product, email)).at(-1));
    const path = /\/desk\/invitation\/[\w-]+/.exec(mail.text)?.[0] ?? '';
    const browser = browserAt(product);
    const chosen = await browser.press(path, path, { password: 'another long battery 5' });
    expect([chosen.status, chosen.location]).toEqual([303, '/desk/sign-in/code']);
    expect(await isIn(browser)).toBe(false);
  });
});

describe('a second factor that a role needs', () => {
  let product: Product;
  beforeAll(async () => {
    product = await startProduct({ SECOND_FACTOR_ROLES: 'approver' });
  });
  afterAll(() => product?.stop());

  it('is set up before the first sign-in, stays, and leads approvals to the desk', async () => {
    expect((await (await signedIn(product)).get('/desk')).status).toBe(200);
    const browser = browserAt(product);
    const email = 'approver@example.com';
    const { location = '' } = await browser.press(door, door, { email, password });
    expect(location).toBe('/desk/sign-in/second-factor');
    expect((await browser.get('/desk')).location).toContain(door);
    const { html } = await browser.get(location);
    expect(accessibilityProblems(html)).toEqual([]);
    const secret = secretIn(html);
    const shown = await browser.post(location, { ...hiddenFields(html, location), code: codeOf(secret) });
    expect([shown.status, codesIn(shown.html).length]).toEqual([200, 10]);
    expect((await browser.get('/desk')).status).toBe(200);
    expect((await browser.get('/desk/profile')).html).toContain('it cannot be switched off');
    const dealId = await inquire(product, { company: 'Two Factors' });
    await agreeOn(product, dealId, { durationMonths: 48 });
    await reaches(product, dealId, 'approving');
    const mail = await eventually(async () =>
      (await mailsTo(product, email)).find(({ subject }) => subject.includes('Two Factors')),
    );
    expect(mail.text).toContain(`/desk/approvals?deal=${dealId}`);
  });

  it('is guessed ten times at most', async () => {
    const email = 'support@example.com';
    const { _id } = await product.db.staff.findOne({ email }).orFail();
    const known = newSecret();
    const sealing = { secret: product.config.SESSION_SECRET, staffId: String(_id) };
    const secondFactor = { secret: sealFor(sealing, known), since: new Date(), lastStep: 0, recovery: [] };
    await product.db.staff.updateOne({ email }, { $set: { secondFactor } });
    const browser = browserAt(product);
    const { location = '' } = await browser.press(door, door, { email, password });
    const enter = (code: string) => browser.press(location, location, { code });
    for (let tries = 0; tries < 10; tries++) expect((await enter('000000')).status).toBe(422);
    expect((await enter(codeOf(known))).status).toBe(429);
  });
});
