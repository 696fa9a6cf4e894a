import type { FastifyReply } from 'fastify';
import type { JSX } from 'preact';
import { renderPage } from './layout.tsx';
import { NotFoundPage } from './not-found-page.tsx';
import type { Visit } from './visit.ts';

/** The fields of a query or a form. */
export type Form = Record<string, string>;

/** The list of offers is also where the pages begin. */
export const OFFERS = '/marketplace/private-offers';

/** Sends a page. It holds tokens, so that no cache may keep it. */
export function show(reply: FastifyReply, visit: Visit, title: string, content: JSX.Element) {
  return reply
    .type('text/html; charset=utf-8')
    .header('cache-control', 'no-store')
    .send(renderPage({ visit, title, children: content }));
}

/** What does not exist, or may not be seen: nobody can tell which. */
export const notFound = (reply: FastifyReply, visit: Visit) =>
  show(reply.code(404), visit, visit.t.notFoundTitle, <NotFoundPage visit={visit} />);
