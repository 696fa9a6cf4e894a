import type { AddressInfo } from 'node:net';
import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fastify, { type FastifyInstance } from 'fastify';
import { createBrowser } from '../../local/story/browser.ts';

const form = (action: string) => `<h1>Order</h1><form action="${action}">
  <input type="hidden" name="token" value="a &amp; &quot;b&quot;">
  <label for="n">Name <span>(optional)</span></label><input id="n" name="name" value="old">
  <label for="c">Country</label><select id="c" name="country"><option value="JP">Japan</option><option value="FR" selected>France</option></select>
  <input type="radio" name="size" value="s" id="s" checked><label for="s">Small</label>
  <input type="radio" name="size" value="l" id="l"><label for="l">Large</label>
  <input type="radio" name="size" value="x" id="x" disabled><label for="x">Sold out</label>
  <textarea name="note" aria-label="Note">kept</textarea>
  <button name="pressed" value="yes">Send</button></form>`;

/** Two sites: the second posts to the first, as AWS does. */
function site(other: () => string): FastifyInstance {
  const app = fastify({ forceCloseConnections: true });
  app.register(cookie);
  app.register(formbody);
  app.get('/', (_request, reply) =>
    reply.setCookie('who', 'me', { path: '/' }).type('text/html').send(form('/in')),
  );
  app.get('/elsewhere', (_request, reply) => reply.type('text/html').send(form(`${other()}/in`)));
  app.post('/in', async (request, reply) => {
    last = { body: request.body, who: request.cookies.who };
    return reply.redirect('/done', 303);
  });
  app.get('/done', (request, reply) =>
    reply.type('text/html').send(`<h1>${request.cookies.who ?? 'nobody'}</h1><a href="/missing">On</a>`),
  );
  app.get('/missing', (_request, reply) =>
    reply.code(422).type('text/html').send('<main><h1>Sorry</h1>It is not there.</main>'),
  );
  return app;
}

let last: { body: unknown; who: string | undefined } | undefined;
let urls: [string, string] = ['', ''];
const sites = [site(() => ''), site(() => urls[0])] as const;

beforeAll(async () => {
  for (const app of sites) await app.listen({ port: 0, host: '127.0.0.1' });
  const [first, second] = sites.map(app => `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`);
  urls = [first ?? '', second ?? ''];
});
afterAll(() => Promise.all(sites.map(app => app.close())));

describe('the browser of the story', () => {
  const opened = async (url: string) => {
    const browser = createBrowser({ language: 'en' });
    await browser.open(url);
    return browser;
  };

  it('sends what is on the form and what was entered, and follows to the next page', async () => {
    const browser = await opened(urls[0]);
    const page = await browser.press('Send', { Name: 'Kim', Country: 'Japan', Large: true });
    expect(last?.body).toEqual({
      ...{ token: 'a & "b"', name: 'Kim', country: 'JP', size: 'l', note: 'kept', pressed: 'yes' },
    });
    expect(page.text).toContain('me');
  });

  it('brings no cookies with a form of another site, and has them again on the page after it', async () => {
    const browser = await opened(urls[0]);
    await browser.open(`${urls[1]}/elsewhere`);
    const page = await browser.press('Send');
    expect(last?.who).toBeUndefined();
    expect(page.text).toContain('me');
  });

  it('fails with the words of a page that says no', async () => {
    const browser = await opened(`${urls[0]}/done`);
    await expect(browser.follow('On')).rejects.toThrow(/answers 422: Sorry It is not there\./);
  });

  it('says what there is when a button, a field or a choice is not', async () => {
    const browser = await opened(urls[0]);
    expect(() => browser.press('Pay')).toThrow('no button “Pay”');
    expect(() => browser.press('Send', { Phone: '1' })).toThrow('no field “Phone”');
    expect(() => browser.press('Send', { 'Sold out': true })).toThrow('cannot be chosen');
    expect(() => browser.press('Pay')).toThrow('(Order | Send)');
  });
});
