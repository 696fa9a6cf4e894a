import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { inquire } from '../../support/deals.ts';
import { eventually } from '../../support/eventually.ts';
import { type Answered, dealWhich, staffAt } from '../../support/people.ts';
import { type Product, startProduct } from '../../support/product.ts';

/** A caller may ask 600 times a minute; this one asks a hundred things at once, and does so seven times. */
const steps = 100;
const repeats = 7;

describe('a flood of requests', () => {
  let product: Product;
  let dealId: string;
  beforeAll(async () => {
    product = await startProduct();
    dealId = await inquire(product);
    await dealWhich(product, dealId, deal => deal.mails.length === 0);
  });
  afterAll(() => product?.stop());

  it('is turned away at the door beyond what a caller may, and whatever was taken is done once', async () => {
    const answers: (Answered & { key: string })[] = [];
    for (let round = 0; round < repeats; round += 1) answers.push(...(await allAtOnce()));
    const away = answers.filter(({ status }) => status === 429 || status === 503);
    expect(away.length).toBeGreaterThan(0);
    for (const { headers } of away) expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
    const taken = answers.filter(({ status }) => status === 200 || status === 202);
    const others = answers.filter(each => !taken.includes(each) && !away.includes(each));
    expect(others.map(({ status, body }) => [status, body])).toEqual([]);

    const takenKeys = [...new Set(taken.map(({ key }) => key))].toSorted();
    await eventually(async () => (await notes()).length >= takenKeys.length, {
      what: 'all notes',
    });
    const written = await notes();
    expect(written).toEqual([...new Set(written)]);
    expect(written).toEqual(expect.arrayContaining(takenKeys.map(key => `This is ${key}.`)));
    // Seven hundred requests, of which each may take its ten seconds on a machine that does much else.
  });

  function allAtOnce() {
    const sales = staffAt(product, 'sales');
    const keys = Array.from({ length: steps }, (_, index) => `in-the-flood-${index}`);
    return Promise.all(
      keys.map(async key => ({
        key,
        ...(await sales.step(dealId, 'add-note', { text: `This is ${key}.` }, key)),
      })),
    );
  }

  async function notes(): Promise<string[]> {
    const lines = await product.db.timeline.find({ dealId, 'entry.event.type': 'addNote' }).lean();
    return lines.flatMap(({ entry: { event } }) => (event.type === 'addNote' ? [event.text] : []));
  }
});
