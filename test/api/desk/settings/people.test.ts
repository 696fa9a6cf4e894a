import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '../../../support/eventually.ts';
import { mailsTo } from '../../../support/people.ts';
import { type Product, password, startProduct } from '../../../support/product.ts';
import { hiddenFields } from '../../buyers/visitor.ts';
import { browserAt, type Colleague, signedIn } from '../at-the-desk.ts';

const url = '/desk/settings/people';
const newPassword = 'four quiet rivers meet';

describe('people at the desk', () => {
  let product: Product;
  let admin: Colleague;
  beforeAll(async () => {
    product = await startProduct({ RECONCILE_SECONDS: 86_400 });
    admin = await signedIn(product, 'admin');
  });
  afterAll(() => product?.stop());

  const typed = (change: Record<string, string> = {}) => ({
    name: 'Mika Mori',
    email: `${randomUUID()}@example.com`,
    language: 'ja',
    timeZone: 'Asia/Tokyo',
    'role.sales': 'yes',
    lead: '',
    ...change,
  });
  const found = (email: string) => product.db.staff.findOne({ email }).lean();
  async function invited() {
    const person = typed();
    expect((await admin.press(`${url}/new`, `${url}/new`, person)).status).toBe(303);
    const mail = await eventually(async () => (await mailsTo(product, person.email))[0]);
    const path = /\/desk\/invitation\/[\w-]+/.exec(mail.text)?.[0] ?? '';
    const id = String((await found(person.email))?._id);
    return { ...person, path, id, mail };
  }
  const signInAs = (email: string, secret: string) =>
    browserAt(product).press('/desk/sign-in', '/desk/sign-in', { email, password: secret });

  it.each([url, `${url}/new`, `${url}/0123456789abcdef01234567`, '/desk/settings', '/desk/settings/changes'])(
    'shows %s to admins, and to others as if it were not there',
    async path => {
      const sales = await signedIn(product, 'sales');
      expect((await sales.get(path)).status).toBe(404);
      expect((await browserAt(product).get(path)).location).toContain('/desk/sign-in');
    },
  );

  it('takes no form from somebody who is no admin', async () => {
    const sales = await signedIn(product, 'sales');
    const { html } = await sales.get('/desk/profile');
    const csrf = /name="_csrf" value="([^"]+)"/.exec(html)?.[1] ?? '';
    const person = typed();
    expect((await sales.post(`${url}/new`, { ...person, _csrf: csrf })).status).toBe(404);
    expect(await found(person.email)).toBeNull();
  });

  it('invites by a link in the reader’s language that works once and is nowhere kept', async () => {
    const { email, path, mail } = await invited();
    expect(mail.subject).toContain('招待');
    expect(await found(email)).toMatchObject({ active: false, roles: ['sales'] });
    const kept = JSON.stringify([
      await product.db.outbox.find().lean(),
      await product.db.staffLinks.find().lean(),
    ]);
    expect(kept).not.toContain(path.split('/').at(-1));

    const mika = browserAt(product);
    expect((await mika.press(path, path, { password: 'short' })).status).toBe(422);
    expect((await mika.press(path, path, { password: newPassword })).location).toBe('/desk');
    expect((await mika.get('/desk')).status).toBe(200);
    expect(await found(email)).toMatchObject({ active: true, lastSignInAt: expect.any(Date) });
    expect((await browserAt(product).get(path)).status).toBe(410);
  });

  it('opens nothing with a link that is too old, replaced, or of an invitation taken back', async () => {
    const old = await invited();
    await product.db.staffLinks.updateOne({ staffId: old.id }, { expiresAt: new Date(0) });
    expect((await browserAt(product).get(old.path)).status).toBe(410);
    const again = await invited();
    expect((await admin.press(`${url}/${again.id}`, `${url}/${again.id}/link`)).status).toBe(303);
    expect((await browserAt(product).get(again.path)).status).toBe(410);
    const back = await invited();
    expect((await admin.press(`${url}/${back.id}`, `${url}/${back.id}/deactivate`)).status).toBe(303);
    expect((await browserAt(product).get(back.path)).status).toBe(410);
  });

  it('sends the same mail once when a form is sent twice', async () => {
    const person = typed();
    const { html } = await admin.get(`${url}/new`);
    const fields = { ...person, ...hiddenFields(html, `${url}/new`) };
    const answers = await Promise.all([1, 2].map(() => admin.post(`${url}/new`, fields)));
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    expect(await product.db.outbox.countDocuments({ 'to.email': person.email })).toBe(1);
  });

  it('gives back what was typed when it does not hold', async () => {
    const answer = await admin.press(`${url}/new`, `${url}/new`, typed({ email: 'sales@example.com' }));
    expect(answer.status).toBe(422);
    expect(answer.html).toContain('Somebody with this address is on the list already.');
    expect(answer.html).toContain('value="Mika Mori"');
    const none = await admin.press(`${url}/new`, `${url}/new`, typed({ 'role.sales': '', name: '' }));
    expect(none.html).toContain('Choose at least one role.');
  });

  it('ends what somebody who is deactivated had open, and opens it again', async () => {
    const { email, path, id } = await invited();
    const mika = browserAt(product);
    await mika.press(path, path, { password: newPassword });
    await admin.press(`${url}/${id}`, `${url}/${id}/deactivate`);
    expect((await mika.get('/desk')).location).toContain('/desk/sign-in');
    expect((await signInAs(email, newPassword)).status).toBe(422);
    await admin.press(`${url}/${id}`, `${url}/${id}/reactivate`);
    expect((await mika.get('/desk')).location).toContain('/desk/sign-in');
    expect((await signInAs(email, newPassword)).status).toBe(303);
    const { html } = await admin.get('/desk/settings/changes');
    for (const word of ['Invited', 'Deactivated', 'Reactivated', email]) expect(html).toContain(word);
  });

  it('writes over nothing that others have changed meanwhile, and shows it', async () => {
    const { id, email } = await invited();
    const page = (await admin.get(`${url}/${id}`)).html;
    const save = (change: Record<string, string>) => {
      const fields = { ...hiddenFields(page, `${url}/${id}`), ...typed(change) };
      return admin.post(`${url}/${id}`, fields);
    };
    expect((await save({ name: 'First' })).status).toBe(303);
    const late = await save({ name: 'Second' });
    expect(late.status).toBe(409);
    expect(late.html).toContain('A colleague has changed this person meanwhile');
    expect(late.html).toContain('value="Second"');
    expect((await found(email))?.name).toBe('First');
  });

  it('lets the last admin stay one', async () => {
    const { id } = await invited();
    const own = String((await found('admin@example.com'))?._id);
    expect((await admin.post(`${url}/${own}/deactivate`, {})).status).toBe(403);
    const { html } = await admin.get(`${url}/${own}`);
    expect(html).not.toContain(`${url}/${own}/deactivate`);
    expect((await admin.get(`${url}/${id}`)).html).toContain(`${url}/${id}/deactivate`);
  });

  it('changes one’s own name, language and password, and ends the other sign-ins', async () => {
    const { email, path } = await invited();
    const [here, there] = [browserAt(product), browserAt(product)];
    await here.press(path, path, { password: newPassword });
    await there.press('/desk/sign-in', '/desk/sign-in', { email, password: newPassword });
    expect((await there.get('/desk')).status).toBe(200);
    const about = { name: 'Mika Mori-Abe', language: 'en', timeZone: 'Europe/Paris' };
    expect((await here.press('/desk/profile', '/desk/profile', about)).status).toBe(303);
    expect(await found(email)).toMatchObject({ ...about, roles: ['sales'] });

    const change = (current: string, next: string) =>
      here.press('/desk/profile', '/desk/profile/password', { current, password: next });
    expect((await change('wrong', 'five quiet rivers meet')).html).toContain(
      'The current password is not right.',
    );
    expect((await change(newPassword, 'password1234')).status).toBe(422);
    expect((await change(newPassword, 'five quiet rivers meet')).location).toContain('done=changed');
    expect((await here.get('/desk')).status).toBe(200);
    expect((await there.get('/desk')).location).toContain('/desk/sign-in');
  });

  it('knows no password but the right one', async () => {
    expect((await signInAs('admin@example.com', password)).status).toBe(303);
    expect((await found('admin@example.com'))?.lastSignInAt).toBeInstanceOf(Date);
  });
});
