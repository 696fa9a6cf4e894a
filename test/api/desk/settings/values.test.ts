import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { defaultReminders } from '../../../../deal/policy.ts';
import { holdDeskSettings } from '../../../../shared/desk-settings/hold.ts';
import { createLog } from '../../../../shared/log.ts';
import { inquire } from '../../../support/deals.ts';
import { eventually } from '../../../support/eventually.ts';
import { staffAt } from '../../../support/people.ts';
import { type Product, password, startProduct } from '../../../support/product.ts';
import { hiddenFields } from '../../buyers/visitor.ts';
import { browserAt, type Colleague, signedIn } from '../at-the-desk.ts';

const [limits, look] = ['/desk/settings/limits', '/desk/settings/vendor'];
const [reminders, factor] = ['/desk/settings/reminders', '/desk/settings/second-factor'];
const plainLimits = {
  discountPercent: '20',
  durationMonths: '36',
  'amount.USD': '100000',
  'amount.AUD': '150000',
  'amount.EUR': '100000',
  'amount.GBP': '80000',
  'amount.JPY': '15000000',
};
const plainPlan = Object.fromEntries(
  Object.entries(defaultReminders).map(([name, value]) => [name, [value].flat().join(', ')]),
);
const plainLook = { name: 'Vendor K.K.', colour: '#1f4fd8', logoUrl: '' };

describe('values at the desk', () => {
  let product: Product;
  let admin: Colleague;
  beforeAll(async () => {
    product = await startProduct({ RECONCILE_SECONDS: 86_400 });
    admin = await signedIn(product, 'admin');
  });
  afterAll(() => product?.stop());

  const save = (url: string, fields: Record<string, string>) => admin.press(url, url, fields);
  const limitsOf = async (dealId: string) => (await staffAt(product, 'sales').deal(dealId)).policy.approval;

  it('a deal has the limits of the moment in which it was opened', async () => {
    await save(limits, plainLimits);
    const early = await inquire(product);
    const changed = { ...plainLimits, discountPercent: '１２.5%', 'amount.EUR': '50.000,00' };
    expect((await save(limits, changed)).location).toContain('done=saved');
    const late = await inquire(product);
    expect(await limitsOf(early)).toMatchObject({ discountPercent: 20, amount: { EUR: '100000.00' } });
    expect(await limitsOf(late)).toMatchObject({ discountPercent: 12.5, amount: { EUR: '50000.00' } });
  });

  it('a deal has the plan of reminders of the moment in which it was opened', async () => {
    const planOf = async (dealId: string) => (await staffAt(product, 'sales').deal(dealId)).policy;
    const early = await inquire(product);
    const changed = { ...plainPlan, remindDaysBefore: '１０、 5', remindHoursBefore: '', quietHours: '0' };
    expect((await save(reminders, changed)).location).toContain('done=saved');
    const late = await inquire(product);
    expect(await planOf(early)).toMatchObject({ remindDaysBefore: [7, 3, 1], quietHours: 12 });
    expect(await planOf(late)).toMatchObject({
      remindDaysBefore: [10, 5],
      remindHoursBefore: [],
      quietHours: 0,
      chaseAfterHours: [1, 24, 72, 168],
    });
    const { html } = await admin.get('/desk/settings/changes');
    expect(html).toContain('Remind the buyer before the offer ends (days):');
  });

  it('a role needs a second factor from the next sign-in on, and who begins has one himself', async () => {
    const own = await save(factor, { 'role.admin': 'yes', 'role.approver': 'yes' });
    expect([own.status, product.config.secondFactor.roles]).toEqual([409, []]);
    expect(own.html).toContain('Set one up on your profile first');
    const approver = await signedIn(product, 'approver');
    expect((await save(factor, { 'role.approver': 'yes' })).status).toBe(303);
    expect((await approver.get('/desk')).status).toBe(200);
    const [email, door] = ['approver@example.com', '/desk/sign-in'];
    const next = await browserAt(product).press(door, door, { email, password });
    expect(next.location).toBe('/desk/sign-in/second-factor');
    await product.db.staff.updateOne(
      { email: 'admin@example.com' },
      { secondFactor: { secret: 'x', since: new Date(), lastStep: 0, recovery: [] } },
    );
    expect((await save(factor, { 'role.admin': 'yes' })).status).toBe(303);
    expect(product.config.secondFactor.roles).toEqual(['admin']);
    await product.db.staff.updateOne({ email: 'admin@example.com' }, { $unset: { secondFactor: 1 } });
    expect((await save(factor, {})).status).toBe(303);
  });

  it('another process has the name and the look within seconds, and buyers read it at once', async () => {
    const other = { ...product.config };
    const log = createLog({ level: 'silent', name: 'other' });
    const held = await holdDeskSettings({ config: other, db: product.db, log });
    try {
      const wanted = { ...plainLook, name: 'Aoyama Software', colour: '#0b6e4f' };
      expect((await save(look, wanted)).status).toBe(303);
      expect((await admin.get('/inquiry')).html).toContain('Aoyama Software');
      await eventually(() => other.vendor.name === 'Aoyama Software', { what: 'the other process' });
      expect(other.vendor).toEqual(wanted);
    } finally {
      held.close();
    }
  });

  it('what does not hold is said, and nothing typed is lost', async () => {
    const before = { limits: product.config.limits, vendor: product.config.vendor };
    const wrong: [string, Record<string, string>][] = [
      [limits, { ...plainLimits, discountPercent: '101' }],
      [limits, { ...plainLimits, durationMonths: '1.5' }],
      [limits, { ...plainLimits, 'amount.USD': '12000,50' }],
      [limits, { ...plainLimits, 'amount.JPY': '' }],
      [reminders, { ...plainPlan, remindDaysBefore: '7, soon' }],
      [reminders, { ...plainPlan, answerWithinHours: '' }],
      [reminders, { ...plainPlan, quietHours: '200' }],
      [look, { ...plainLook, name: ' ' }],
      [look, { ...plainLook, colour: 'blue' }],
      [look, { ...plainLook, logoUrl: 'http://vendor.example/logo.png' }],
    ];
    for (const [url, fields] of wrong) {
      const { status, html } = await save(url, fields);
      expect({ fields, status }).toEqual({ fields, status: 422 });
      for (const value of Object.values(fields).filter(Boolean)) expect(html).toContain(`value="${value}"`);
    }
    expect({ limits: product.config.limits, vendor: product.config.vendor }).toEqual(before);
  });

  it('a colour that a button would vanish in is refused with one that it does not', async () => {
    const { status, html } = await save(look, { ...plainLook, colour: '#ffe066' });
    expect(status).toBe(422);
    const instead = /(#[0-9a-f]{6}) is close to it/.exec(html)?.[1] ?? '';
    expect((await save(look, { ...plainLook, colour: instead })).status).toBe(303);
  });

  it.each([
    [limits, { ...plainLimits, durationMonths: '24' }, { ...plainLimits, durationMonths: '12' }],
    [look, { ...plainLook, name: 'First' }, { ...plainLook, name: 'Second' }],
  ])('%s is not changed over a change that nobody has seen', async (url, theirs, mine) => {
    const { html } = await admin.get(url);
    await save(url, theirs);
    const refused = await admin.post(url, { ...hiddenFields(html, url), ...mine });
    expect(refused.status).toBe(409);
    expect(refused.html).toContain('A colleague has changed this meanwhile');
    const again = { ...hiddenFields(refused.html, url), ...mine };
    expect((await admin.post(url, again)).status).toBe(303);
    const [newest] = await product.db.deskChanges.find().sort({ _id: -1 }).limit(1).lean();
    expect(Object.values(newest?.after ?? {})).toEqual([
      Object.values(mine).find(each => ['12', 'Second'].includes(each)),
    ]);
  });

  it.each([
    [limits, { ...plainLimits, durationMonths: '36' }, { ...plainLimits, discountPercent: 'much' }],
    [look, { ...plainLook, name: 'Third' }, { ...plainLook, colour: 'blue' }],
  ])('%s shows such a change beside a field that does not hold, too', async (url, theirs, mine) => {
    const { html } = await admin.get(url);
    await save(url, theirs);
    const wrong = await admin.post(url, { ...hiddenFields(html, url), ...mine });
    expect(wrong.status).toBe(422);
    expect(wrong.html).toContain('A colleague has changed this meanwhile');
  });

  it('are no pages for others', async () => {
    const sales = await signedIn(product);
    for (const url of [limits, look, reminders, factor]) expect((await sales.get(url)).status).toBe(404);
  });
});
