import type { FastifyRequest } from 'fastify';
import type { App, Deps } from '../../deps.ts';
import { signedInStaff } from '../session.ts';
import { countWaiting } from './find-waiting.ts';

/** One more than the navigation shows. */
const mostCounted = 100;

const counts = new WeakMap<FastifyRequest, number>();

/** Counts what waits for the reader himself, for the navigation of every page of the desk that is registered after this. */
export function showWaitingCount(app: App, { db, now }: Deps): void {
  app.addHook('preHandler', async request => {
    const staff = await signedInStaff({ db }, request);
    if (!staff) return;
    const asked = { staff, whose: 'mine', now: now() } as const;
    counts.set(request, await countWaiting(db, asked, mostCounted));
  });
}

/** As many as wait, a hundred for more. */
export const waitingCount = (request: FastifyRequest) => counts.get(request) ?? 0;
