import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { dealUrl } from '../../../../api/desk/deal/view.ts';
import { settled } from '../../../support/deals.ts';
import { dealWhich, reaches, staffAt } from '../../../support/people.ts';
import { type Product, startProduct } from '../../../support/product.ts';
import { hiddenFields } from '../../buyers/visitor.ts';
import { type Colleague, newDeal, signedIn } from '../at-the-desk.ts';

let product: Product;
let sales: Colleague;
let support: Colleague;
beforeAll(async () => {
  product = await startProduct();
  [sales, support] = await Promise.all([signedIn(product), signedIn(product, 'support')]);
});
afterAll(() => product?.stop());

const bulk = '/desk/deals/bulk';
const ticked = (...dealIds: string[]) => Object.fromEntries(dealIds.map(dealId => [`pick.${dealId}`, 'yes']));

describe('several deals at once', () => {
  it('get an owner, each by a command of its own, once however often the form is sent', async () => {
    const dealIds = await Promise.all([newDeal(product), newDeal(product)]);
    const { html } = await sales.get('/desk/deals');
    const fields = {
      ...hiddenFields(html, bulk),
      ...ticked(...dealIds),
      assignTo: 'support@example.com',
      action: 'assign',
    };
    const answers = [await sales.post(bulk, fields), await sales.post(bulk, fields)];
    for (const { status, location } of answers)
      expect([status, location]).toEqual([303, '/desk/deals?applied=2&refused=0&pending=0']);
    for (const dealId of dealIds) {
      await dealWhich(product, dealId, ({ owner }) => owner === 'support@example.com');
      const entries = { dealId, 'entry.event.type': 'assignOwner' };
      expect(await product.db.timeline.countDocuments(entries)).toBe(1);
    }
    expect((await sales.get(answers[0]?.location ?? '')).html).toContain('2 assigned');
  });

  it('tell of the one that refused, and the others take the step', async () => {
    const [open, over] = await Promise.all([newDeal(product), newDeal(product)]);
    await staffAt(product, 'sales').step(over, 'close-deal', { reason: 'Over.' });
    await reaches(product, over, 'lost');
    const fields = { ...ticked(open, over), assignTo: 'sales@example.com', action: 'assign' };
    const { location = '' } = await sales.press('/desk/deals', bulk, fields);
    expect(location).toContain('applied=1&refused=1');
    expect((await sales.get(location)).html).toContain('1 refused');
  });

  it('are asked for when nothing is ticked, in the list that one was in', async () => {
    const answer = await sales.press('/desk/deals?sort=since', bulk, { action: 'assign' });
    expect(answer.status).toBe(422);
    expect(answer.html).toContain('Select at least one deal first.');
    expect(answer.html).toMatch(/waiting for you|Deals/);
  });

  it('are a file for a spreadsheet, in which no name is a formula', async () => {
    const dealId = await newDeal(product, '=HYPERLINK("http://evil.example")');
    await dealWhich(product, dealId, Boolean);
    const all = await sales.get('/desk/deals/export.csv');
    expect(all.headers.get('content-type')).toContain('text/csv');
    expect(all.html).toContain(`"'=HYPERLINK(""http://evil.example"")"`);
    const some = await sales.press('/desk/deals', bulk, { ...ticked(dealId), action: 'export' });
    expect(some.html.trim().split('\r\n')).toHaveLength(2);
  });
});

describe('a view that is kept', () => {
  it('has an address, is shared when its owner wants it, and only he removes it', async () => {
    const { html } = await sales.get('/desk/deals?stage=offered&sort=ends');
    const hidden = hiddenFields(html, '/desk/views');
    const query = (hidden.query ?? '').replaceAll('&amp;', '&');
    const fields = { ...hidden, query, name: 'Ending offers', shared: 'yes' };
    for (const _again of [1, 2])
      expect((await sales.post('/desk/views', fields)).location).toBe('/desk/deals?stage=offered&sort=ends');
    const theirs = (await support.get('/desk/deals')).html;
    const [, address = ''] = /href="(\/desk\/views\/[^"]+)"[^>]*>Ending offers \(team\)/.exec(theirs) ?? [];
    expect((await support.get(address)).location).toBe('/desk/deals?stage=offered&sort=ends');
    const kept = await product.db.savedViews.find({ name: 'Ending offers' }).lean();
    expect(kept).toHaveLength(1);
    const remove = `${address}/remove`;
    const mine = (await sales.get('/desk/deals?stage=offered&sort=ends')).html;
    const own = hiddenFields(mine, remove);
    const { html: page } = await support.get('/desk/deals');
    await support.post(remove, { ...own, ...hiddenFields(page, bulk) });
    expect(await product.db.savedViews.countDocuments({ name: 'Ending offers' })).toBe(1);
    await sales.post(remove, own);
    expect(await product.db.savedViews.countDocuments({ name: 'Ending offers' })).toBe(0);
  });

  it('needs a name', async () => {
    const answer = await sales.press('/desk/deals', '/desk/views', { name: ' ' });
    expect([answer.status, answer.html.includes('Give the view a name.')]).toEqual([422, true]);
  });
});

describe('the numbers of the navigation', () => {
  it('are asked for pages, and for no form that is taken', async () => {
    const dealId = await newDeal(product);
    // Its mails too look for people.
    await settled(product, dealId);
    const { html } = await sales.get(dealUrl(dealId));
    const action = `${dealUrl(dealId)}/add-note`;
    const { db } = product.db.connection;
    const asked = async (what: object) => db?.collection('system.profile').countDocuments(what);
    const counted = { ns: /\.outbox$/, 'command.pipeline.0.$match.isLimited': true };
    await db?.command({ profile: 2 });
    const taken = await sales.post(action, { ...hiddenFields(html, action), 'addNote.text': 'Hi.' });
    // The reader, whom he stands in for, and everybody whom the form could name.
    const people = await asked({ ns: /\.staff$/, op: 'query' });
    expect([taken.status, await asked(counted), people]).toEqual([303, 0, 3]);
    const back = await sales.post(action, { ...hiddenFields(html, action), 'addNote.text': '' });
    await db?.command({ profile: 0 });
    expect([back.status, await asked(counted)]).toEqual([422, 1]);
    expect(back.html).toContain('waiting for you');
  });
});

describe('the list over the API', () => {
  it('is narrowed and sorted as at the desk, forwards and back', async () => {
    const api = staffAt(product, 'sales');
    const first = await api.list('attention=any&sort=since&limit=1');
    expect(first.status).toBe(200);
    const second = await api.list(`attention=any&sort=since&limit=1&cursor=${first.body.nextCursor}`);
    const back = await api.list(`attention=any&sort=since&limit=1&cursor=${second.body.previousCursor}`);
    expect(back.body.deals[0].dealId).toBe(first.body.deals[0].dealId);
    for (const wrong of ['attention=nothing', 'sort=colour', 'endsFrom=soon'])
      expect((await api.list(wrong)).status).toBe(422);
  });
});
