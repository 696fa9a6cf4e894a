import type { FastifyReply } from 'fastify';
import type { JSX } from 'preact';
import type { Offer } from '../engine/offer.ts';
import { renderPage } from './layout.tsx';
import { NotFoundPage } from './not-found-page.tsx';
import type { Visit } from './visit.ts';

/** The fields of a query or a form. */
export type Form = Record<string, string>;

/** Sends a page. It holds tokens, so that no cache may keep it. */
export function show(reply: FastifyReply, visit: Visit, title: string, content: JSX.Element) {
  return reply
    .type('text/html; charset=utf-8')
    .header('cache-control', 'no-store')
    .send(renderPage({ visit, title, children: content }));
}

/** Where the buyer reviews an offer; AWS's own address names the product too. */
export const offerPath = ({ id, productId }: Pick<Offer, 'id' | 'productId'>) =>
  `/marketplace/procurement?${new URLSearchParams({ productId, offerId: id })}`;

/** What does not exist, or may not be seen: nobody can tell which. */
export const notFound = (reply: FastifyReply, visit: Visit) =>
  show(reply.code(404), visit, visit.t.notFoundTitle, <NotFoundPage visit={visit} />);
