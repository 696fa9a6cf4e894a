import formbody from '@fastify/formbody';
import fastify, { type FastifyInstance } from 'fastify';
import type { Mails } from './mails.ts';
import { inboxPage, mailPage, notFoundPage } from './pages.tsx';

const HTML = 'text/html; charset=utf-8';
const PAGE_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; img-src data:; form-action 'self'";
// A mail is a stranger's page: no scripts, no forms, and links open outside of the mailbox.
const MAIL_POLICY =
  "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data: http: https:";

const listQuery = {
  type: 'object',
  properties: {
    to: { type: 'string', maxLength: 320 },
    limit: { type: 'integer', minimum: 1, maximum: 1000 },
  },
};

type ListQuery = { Querystring: { to?: string; limit?: number } };
type OneMail = { Params: { id: string } };

/** The inbox as pages for people and as JSON for tests. */
export function mailboxApp(mails: Mails): FastifyInstance {
  const app = fastify({ forceCloseConnections: true });
  app.register(formbody);
  app.addHook('onRequest', async (request, reply) => {
    reply.header('content-security-policy', PAGE_POLICY).header('referrer-policy', 'no-referrer');
    // Deleting is for our own pages and for programs, not for a page of somebody else.
    if (request.method !== 'GET' && request.headers['sec-fetch-site'] === 'cross-site')
      return reply.code(403).send();
  });
  app.setNotFoundHandler((_request, reply) => reply.code(404).type(HTML).send(notFoundPage()));
  pages(app, mails);
  api(app, mails);
  return app;
}

function pages(app: FastifyInstance, mails: Mails): void {
  app.get<ListQuery>('/', { schema: { querystring: listQuery } }, (request, reply) => {
    const { to = '' } = request.query;
    return reply.type(HTML).send(inboxPage({ mails: mails.list(request.query), to }));
  });
  app.get<OneMail>('/mails/:id', (request, reply) => {
    const mail = mails.find(request.params.id);
    return mail ? reply.type(HTML).send(mailPage(mail)) : reply.callNotFound();
  });
  app.get<OneMail>('/mails/:id/html', (request, reply) => {
    const html = mails.find(request.params.id)?.html;
    if (!html) return reply.callNotFound();
    reply.header('content-security-policy', MAIL_POLICY);
    return reply.type(HTML).send(`${html}<base target="_blank">`);
  });
  app.post('/delete-all', async (_request, reply) => {
    await mails.clear();
    return reply.redirect('/', 303);
  });
}

function api(app: FastifyInstance, mails: Mails): void {
  app.get<ListQuery>('/api/mails', { schema: { querystring: listQuery } }, request =>
    mails.list(request.query),
  );
  app.get<OneMail>('/api/mails/:id', (request, reply) => {
    const mail = mails.find(request.params.id);
    return mail ?? reply.code(404).send({ title: 'There is no such mail.' });
  });
  app.delete('/api/mails', async (_request, reply) => {
    await mails.clear();
    return reply.code(204).send();
  });
}
