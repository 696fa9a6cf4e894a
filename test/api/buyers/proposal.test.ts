import { randomUUID } from 'node:crypto';
import { inquire } from '../../support/deals.ts';
import { pagePath } from '../../support/page-links.ts';
import { dealWhich, staffAt } from '../../support/people.ts';
import { type Product, startProduct } from '../../support/product.ts';
import { sampleTerms } from '../../support/samples.ts';
import { hiddenFields, visitor } from './visitor.ts';

describe('a proposal on the buyer’s page, on real servers', () => {
  let product: Product;
  beforeAll(async () => {
    product = await startProduct();
  });
  afterAll(() => product.stop());

  const path = (dealId: string) => pagePath(product, { dealId });
  const propose = (dealId: string, body: object = {}) =>
    staffAt(product, 'sales').step(dealId, 'propose-terms', {
      terms: sampleTerms(product.deps.now()),
      ...body,
    });
  const entries = (dealId: string) =>
    product.db.timeline.find({ dealId, 'entry.event.type': 'agreeToProposal' }).lean();

  async function proposed(): Promise<string> {
    const dealId = await inquire(product);
    const { status } = await propose(dealId, { send: true });
    expect(status).toBe(200);
    return dealId;
  }

  /** What a browser sends when somebody opens the page, gives his name and ticks that he agrees. */
  async function yes(dealId: string, name = 'Hanako Sato') {
    const browser = visitor(() => product.url);
    const { html } = await browser.get(path(dealId));
    const action = `${path(dealId)}/agree`;
    const fields = { ...hiddenFields(html, action), 'agree-name': name, 'agree-confirmed': 'yes' };
    return { press: (change = {}) => browser.post(action, { ...fields, ...change }), browser };
  }

  it('is not there while the terms stay inside', async () => {
    const dealId = await inquire(product);
    await propose(dealId);
    const { html } = await visitor(() => product.url).get(path(dealId));
    expect(html).not.toContain('Our proposal');
    expect(html).not.toMatch(/\$[\d,]+\.\d\d/);
    const sales = staffAt(product, 'sales');
    expect((await sales.step(dealId, 'send-proposal', { version: 1 })).status).toBe(200);
    expect((await visitor(() => product.url).get(path(dealId))).html).toContain('$12,000.00');
  });

  it('takes one yes, however often it is pressed, and tells staff whose it is', async () => {
    const dealId = await proposed();
    const { press, browser } = await yes(dealId);
    const answers = await Promise.all([press(), press(), press()]);
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303]);
    const { deal } = { deal: await dealWhich(product, dealId, ({ proposals }) => proposals[0]?.agreed) };
    expect(deal.proposals[0]?.agreed?.name).toBe('Hanako Sato');
    const shown = await browser.get(answers[0]?.location ?? '');
    expect(shown.html).toContain('Thank you. We have your yes');
    expect(shown.html).toContain('Hanako Sato agreed on');
    expect(await entries(dealId)).toHaveLength(1);
    const desk = staffAt(product, 'sales');
    expect((await desk.step(dealId, 'mark-negotiation-done', { version: 1 })).status).toBe(200);
  });

  it('says who was first to somebody else who agrees from a page that he had open', async () => {
    const dealId = await proposed();
    const [hanako, jiro] = [await yes(dealId), await yes(dealId, 'Jiro Suzuki')];
    expect((await hanako.press()).status).toBe(303);
    const late = await jiro.press();
    expect(late.status).toBe(409);
    expect(late.html).toContain('already agreed to this proposal');
    expect(late.html).toContain('Hanako Sato agreed on');
  });

  it('refuses a yes to older terms, and shows the newer ones with what has changed', async () => {
    const dealId = await proposed();
    const { press } = await yes(dealId);
    await propose(dealId, { send: true, terms: sampleTerms(product.deps.now(), { durationMonths: 24 }) });
    const late = await press();
    expect(late.status).toBe(409);
    expect(late.html).toContain('no longer the newest');
    expect(late.html).toContain('What has changed since the last proposal');
    expect(late.html).toContain('24 months');
    expect((await entries(dealId)).map(({ entry }) => entry.outcome)).toEqual(['refused']);
  });

  it('wants a name and a tick, and keeps what was typed', async () => {
    const dealId = await proposed();
    const { press } = await yes(dealId);
    const [nameless, unticked, long] = await Promise.all([
      press({ 'agree-name': ' ' }),
      press({ 'agree-confirmed': '' }),
      press({ 'agree-name': 'x'.repeat(101) }),
    ]);
    expect([nameless, unticked, long].map(({ status }) => status)).toEqual([422, 422, 422]);
    expect(nameless.html).toContain('Enter your name.');
    expect(unticked.html).toContain('value="Hanako Sato"');
    expect(await entries(dealId)).toEqual([]);
  });

  it('takes a wish for a change, and shows it to the buyer and to staff in his words', async () => {
    const dealId = await proposed();
    const browser = visitor(() => product.url);
    const action = `${path(dealId)}/ask-for-change`;
    const { html } = await browser.get(path(dealId));
    const fields = { ...hiddenFields(html, action), 'ask-for-change-text': 'In two payments, please' };
    const { status, location } = await browser.post(action, fields);
    expect(status).toBe(303);
    expect((await browser.get(location ?? '')).html).toContain('In two payments, please');
    const deal = await staffAt(product, 'sales').deal(dealId);
    expect(deal.request).toMatchObject({ kind: 'change', message: 'In two payments, please' });
  });

  it('is asked for over the API with the same key once', async () => {
    const dealId = await inquire(product);
    const sales = staffAt(product, 'sales');
    const body = { terms: sampleTerms(product.deps.now()), send: true };
    const key = randomUUID();
    const first = await sales.step(dealId, 'propose-terms', body, key);
    const again = await sales.step(dealId, 'propose-terms', body, key);
    expect(again.body).toEqual(first.body);
    expect((await sales.deal(dealId)).proposals).toHaveLength(1);
    const unsent = { ...body, send: 'yes' };
    expect((await sales.step(dealId, 'propose-terms', unsent)).status).toBe(422);
  });
});
