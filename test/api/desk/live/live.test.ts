import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { dealUrl } from '../../../../api/desk/deal/view.ts';
import { eventually } from '../../../support/eventually.ts';
import { type Product, startProduct } from '../../../support/product.ts';
import { browserAt, type Colleague, newDeal, signedIn } from '../at-the-desk.ts';

interface Told {
  event: string;
  data: { deals?: string[]; names?: string[] };
}

describe('the stream of what changes', () => {
  let product: Product;
  let sales: Colleague;
  let support: Colleague;
  const open: AbortController[] = [];
  beforeAll(async () => {
    product = await startProduct();
    [sales, support] = await Promise.all([signedIn(product), signedIn(product, 'support')]);
  });
  afterAll(async () => {
    for (const each of open) each.abort();
    await product?.stop();
  });

  /** What a window is told from now on, as its browser reads it. */
  async function listen(who: Colleague, dealId = '') {
    const stop = new AbortController();
    open.push(stop);
    const cookie = [...who.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(`${product.url}/desk/live?deal=${dealId}`, {
      headers: { cookie },
      signal: stop.signal,
      redirect: 'manual',
    });
    const told: Told[] = [];
    const state = { isOver: false };
    const over = () => {
      state.isOver = true;
    };
    read(answer, told).then(over, over);
    const next = (event: string, fits: (data: Told['data']) => boolean = () => true) =>
      eventually(async () => told.find(each => each.event === event && fits(each.data)), {
        what: `an event ${event}`,
      });
    return { answer, told, state, next, close: () => stop.abort() };
  }

  /** Until it is over; a stream that is cut off is over too. */
  async function read({ body }: Response, told: Told[]): Promise<void> {
    let text = '';
    for await (const chunk of body ?? []) {
      text += Buffer.from(chunk).toString();
      const messages = text.split('\n\n');
      text = messages.pop() ?? '';
      for (const message of messages) {
        const [, event] = /^event: (.*)$/m.exec(message) ?? [];
        const [, data = '{}'] = /^data: (.*)$/m.exec(message) ?? [];
        if (event) told.push({ event, data: JSON.parse(data) });
      }
    }
  }

  const note = (who: Colleague, dealId: string, text: string) =>
    who.press(dealUrl(dealId), `${dealUrl(dealId)}/add-note`, { 'addNote.text': text });

  it('tells the window of a deal of its own changes, and a list of all', async () => {
    const [mine, other] = await Promise.all([newDeal(product), newDeal(product)]);
    const [deal, list] = await Promise.all([listen(sales, mine), listen(sales)]);
    expect(deal.answer.headers.get('content-type')).toContain('text/event-stream');
    await note(support, other, 'Elsewhere.');
    await list.next('changed', ({ deals }) => deals?.includes(other) === true);
    await note(support, mine, 'Here.');
    await deal.next('changed', ({ deals }) => deals?.includes(mine) === true);
    expect(deal.told.filter(({ data }) => data.deals?.includes(other))).toEqual([]);
    deal.close();
    list.close();
  });

  it('tells who else looks at the same deal, until he leaves', async () => {
    const dealId = await newDeal(product);
    const mine = await listen(sales, dealId);
    const theirs = await listen(support, dealId);
    await mine.next('here', ({ names }) => names?.includes('support') === true);
    await theirs.next('here', ({ names }) => names?.includes('sales') === true);
    theirs.close();
    await eventually(
      async () => mine.told.findLast(({ event }) => event === 'here')?.data.names?.length === 0,
      {
        what: 'nobody else',
      },
    );
    await eventually(async () => (await product.db.presences.countDocuments({ dealId })) === 1, {
      what: 'his presence to be over',
    });
    mine.close();
  });

  it('is for staff alone, and for so many windows', async () => {
    const stranger = await listen(browserAt(product));
    expect(stranger.answer.status).toBe(303);
    const approver = await signedIn(product, 'approver');
    const windows = await Promise.all(Array.from({ length: 8 }, () => listen(approver)));
    expect(windows.map(({ answer }) => answer.status)).toEqual(windows.map(() => 200));
    expect((await listen(approver)).answer.status).toBe(429);
    for (const each of windows) each.close();
  });

  it('ends when its reader is signed out elsewhere', async () => {
    const leaver = await signedIn(product, 'support');
    const window = await listen(leaver);
    const { html } = await leaver.get('/desk');
    expect(html).toContain('data-live="/desk/live"');
    await leaver.press('/desk', '/desk/sign-out');
    await window.next('signedOut');
    await eventually(async () => window.state.isOver, { what: 'the end of the stream' });
  });

  it('does not keep the api from stopping', async () => {
    const window = await listen(sales);
    await product.restartApi();
    await eventually(async () => window.state.isOver, { what: 'the end of the stream' });
  });
});
