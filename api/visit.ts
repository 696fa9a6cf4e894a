import type { FastifyReply, FastifyRequest } from 'fastify';

/** A request for a page, and the answer to it. */
export interface Visit {
  request: FastifyRequest;
  reply: FastifyReply;
}
