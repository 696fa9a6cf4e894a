import { Writable } from 'node:stream';
import { expect, it } from '@jest/globals';
import Fastify from 'fastify';
import { loggerOptions } from '../../../api/plugins/logging.ts';
import { readConfig } from '../../../shared/config.ts';

const spellings = [
  '/offers/secret-token',
  '/offers/secret-token/more-time',
  '/offers/secret-token/new-link',
  '//offers/secret-token',
  '/%6fffers/secret-token',
  '/OFFERS/secret-token',
  '/offers/secret-token?lang=ja',
  '/approvals/secret-token/approve',
  '/nowhere/secret-token',
  '/accounts/forgot-password?next=%2Fsetup%2Fsecret-token',
];

it.each(spellings)('logs a request for %s without what lets its reader in', async url => {
  const lines: string[] = [];
  const stream = new Writable({
    write(line, _encoding, done) {
      lines.push(String(line));
      done();
    },
  });
  const options = loggerOptions({ ...readConfig({}), LOG_LEVEL: 'info' });
  const app = Fastify({ logger: { ...(typeof options === 'object' && options), stream } });
  app.get('/offers/:token', async () => 'here');
  app.setNotFoundHandler(async (_request, reply) => reply.code(404).send('nothing'));
  await app.inject({ url });
  await app.close();
  expect(lines.join('')).toContain('incoming request');
  expect(lines.join('')).not.toContain('secret-token');
});
