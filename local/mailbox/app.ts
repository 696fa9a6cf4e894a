import formbody from '@fastify/formbody';
import fastify, { type FastifyInstance } from 'fastify';
import type { Mails } from './mails.ts';
import { inboxPage, mailPage, notFoundPage } from './pages.tsx';
import { answerTo, type Letter, send } from './write.ts';
import { writePage } from './write-page.tsx';

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

const line = { type: 'string', minLength: 1, maxLength: 998 };
const letterBody = {
  type: 'object',
  properties: {
    from: line,
    to: line,
    subject: line,
    text: { type: 'string', maxLength: 100_000 },
    answers: { type: 'string', maxLength: 998 },
  },
  required: ['from', 'to', 'subject', 'text'],
};

type ListQuery = { Querystring: { to?: string; limit?: number } };
type OneMail = { Params: { id: string } };

interface Wiring {
  mails: Mails;
  smtpUrl: string;
  /** Where a new mail is written to; absent: nobody reads what is written. */
  support: string | undefined;
}

/** The inbox as pages for people and as JSON for tests. */
export function mailboxApp({ mails, smtpUrl, support }: Wiring): FastifyInstance {
  const app = fastify({ forceCloseConnections: true });
  app.register(formbody);
  app.addHook('onRequest', async (request, reply) => {
    reply.header('content-security-policy', PAGE_POLICY).header('referrer-policy', 'no-referrer');
    // Deleting is for our own pages and for programs, not for a page of somebody else.
    if (request.method !== 'GET' && request.headers['sec-fetch-site'] === 'cross-site')
      return reply.code(403).send();
  });
  app.setNotFoundHandler((_request, reply) => reply.code(404).type(HTML).send(notFoundPage()));
  pages(app, { mails, support });
  writing(app, { mails, smtpUrl, support });
  api(app, mails);
  return app;
}

function pages(app: FastifyInstance, { mails, support }: Pick<Wiring, 'mails' | 'support'>): void {
  app.get<ListQuery>('/', { schema: { querystring: listQuery } }, (request, reply) => {
    const { to = '' } = request.query;
    return reply.type(HTML).send(inboxPage({ mails: mails.list(request.query), to, support }));
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

/** What people write here goes by SMTP, as from any mail program. */
function writing(app: FastifyInstance, { mails, smtpUrl, support = '' }: Wiring): void {
  const again = (letter: Letter, error: unknown) => writePage({ letter, problem: (error as Error).message });
  app.get('/write', (_request, reply) =>
    reply.type(HTML).send(writePage({ letter: { from: '', to: support, subject: '', text: '' } })),
  );
  app.post<{ Body: Letter }>('/write', { schema: { body: letterBody } }, async ({ body }, reply) => {
    try {
      await send(smtpUrl, body);
    } catch (error) {
      return reply.code(422).type(HTML).send(again(body, error));
    }
    return reply.redirect('/', 303);
  });
  app.get<OneMail>('/mails/:id/answer', (request, reply) => {
    const mail = mails.find(request.params.id);
    if (!mail) return reply.callNotFound();
    return reply.type(HTML).send(writePage({ letter: answerTo(mail, '') }));
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
