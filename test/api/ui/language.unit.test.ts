import cookie from '@fastify/cookie';
import Fastify from 'fastify';
import { assets, assetUrl } from '../../../api/ui/pages/assets.ts';
import { languageOf, rememberLanguage } from '../../../api/ui/pages/language.ts';

async function site() {
  const app = Fastify();
  await app.register(cookie);
  rememberLanguage(app);
  await app.register(assets);
  app.get('/', async request => languageOf(request));
  app.get('/known', async request => languageOf(request, 'ja'));
  return app;
}

test('keeps the language that was asked for once', async () => {
  const app = await site();
  const answer = await app.inject('/?lang=ja');
  expect(answer.body).toBe('ja');
  expect(answer.cookies).toMatchObject([{ name: 'lang', value: 'ja', httpOnly: true, sameSite: 'Lax' }]);
  expect((await app.inject({ url: '/', cookies: { lang: 'ja' } })).body).toBe('ja');
});

test('follows the browser until somebody chooses, and ignores a language it does not speak', async () => {
  const app = await site();
  const headers = { 'accept-language': 'fr, ja;q=0.8' };
  expect((await app.inject({ url: '/', headers })).body).toBe('ja');
  const asked = await app.inject({ url: '/?lang=fr&lang=de', headers });
  expect(asked.body).toBe('ja');
  expect(asked.cookies).toEqual([]);
});

test('speaks the language of a person it knows, unless that person chose another', async () => {
  const app = await site();
  const headers = { 'accept-language': 'en' };
  expect((await app.inject({ url: '/known', headers })).body).toBe('ja');
  expect((await app.inject({ url: '/known', headers, cookies: { lang: 'en' } })).body).toBe('en');
});

test('serves style sheet and script to be kept by the browser', async () => {
  const app = await site();
  for (const file of ['site.css', 'site.js'] as const) {
    const answer = await app.inject(assetUrl(file));
    expect(answer.statusCode).toBe(200);
    const etag = String(answer.headers.etag);
    const again = await app.inject({ url: assetUrl(file), headers: { 'if-none-match': etag } });
    expect(again.statusCode).toBe(304);
    expect(answer.headers['cache-control']).toContain('max-age=86400');
  }
});
