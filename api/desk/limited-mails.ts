import type { FastifyRequest } from 'fastify';
import type { App, Deps } from '../deps.ts';

const limited = new WeakMap<FastifyRequest, number>();

/** Counts the mails that a limit of our mail server holds back, for every page of the desk that is registered after this. */
export function showLimitedMails(app: App, { db }: Deps): void {
  app.addHook('preHandler', async request => {
    if (!request.session.staffId) return;
    limited.set(request, await db.outbox.countDocuments({ state: 'queued', isLimited: true }));
  });
}

export const limitedMails = (request: FastifyRequest): number => limited.get(request) ?? 0;
