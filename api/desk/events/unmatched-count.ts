import type { FastifyRequest } from 'fastify';
import type { App, Deps } from '../../deps.ts';
import type { StaffMember } from '../staff.ts';
import { mayDecide } from './may-decide.ts';
import { countUnmatched } from './unmatched.ts';

const counts = new WeakMap<FastifyRequest, number>();

/** Counts what waits for a person, for the navigation of every page of the desk that is registered after this. */
export function showUnmatchedCount(app: App, { db, now }: Deps): void {
  app.addHook('preHandler', async request => {
    if (request.session.staffId) counts.set(request, await countUnmatched(db, now()));
  });
}

/** Nothing for somebody who may not decide about it. */
export function unmatchedCount(request: FastifyRequest, staff: StaffMember): number | undefined {
  return mayDecide(staff) ? (counts.get(request) ?? 0) : undefined;
}
