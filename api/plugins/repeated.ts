import type { FastifyRequest } from 'fastify';

/** A preValidation hook: what a query names once is a list of one, as a schema of what may be repeated wants it. */
export const repeated = (name: string) =>
  async function asList(request: FastifyRequest): Promise<void> {
    const query = Object(request.query);
    if (typeof query[name] === 'string') query[name] = [query[name]];
  };
