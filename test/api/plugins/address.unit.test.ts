import { expect, it } from '@jest/globals';
import Fastify from 'fastify';
import { addressAsked, longestParameter } from '../../../api/plugins/address.ts';

async function answer(url: string) {
  const app = Fastify({
    routerOptions: { maxParamLength: longestParameter },
    rewriteUrl: addressAsked,
  });
  app.get('/offers/:token', async () => 'the offer');
  app.setNotFoundHandler(async (_request, reply) => reply.code(404).send('the page that says so'));
  const { statusCode, body } = await app.inject({ url });
  await app.close();
  return [statusCode, body];
}

it.each([
  '/offers/abc%',
  '/offers/abc%F0',
  '/offers/abc%zz',
  '/%',
  '/offers/%E3%81',
  `/offers/${'a'.repeat(600)}`,
])('a broken link is answered as one that leads nowhere: %s', async url =>
  expect(await answer(url)).toEqual([404, 'the page that says so']),
);

it.each(['/offers/abc', '/offers/%61bc?next=%', '/offers/あ', `/offers/${'a'.repeat(512)}`, '/offers/a%2Fb'])(
  'a link that can be read is followed: %s',
  async url => expect(await answer(url)).toEqual([200, 'the offer']),
);

it.each(['*', 'http://evil.example/offers/x', '', 'offers'])('%j is no address of ours', url =>
  expect(addressAsked({ url })).toBe('/*'),
);
