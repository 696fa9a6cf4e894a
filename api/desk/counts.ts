import type { FastifyRequest } from 'fastify';
import type { App, Deps } from '../deps.ts';
import { beforeComeback } from '../forms/submit.ts';
import { mayDecide } from './events/may-decide.ts';
import { countUnmatched } from './events/unmatched.ts';
import { countWaiting } from './home/find-waiting.ts';
import { signedInStaff } from './session.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What it answers has no navigation, so that nothing is counted for it. */
    alone?: boolean;
  }
}

/** What the frame of every page of the desk tells its reader. */
export interface Counts {
  /** How much waits for this reader himself, a hundred for more. */
  waiting: number;
  /** How many deals are stuck, whoever's they are, a hundred for more. */
  stuck: number;
  /** How much of what AWS told us waits for this reader to decide; absent for whoever may not. */
  unmatched?: number;
  /** How many mails a limit of our mail server holds back. */
  limitedMails: number;
  /** Steps are refused: Temporal cannot be reached. */
  isEngineAway?: boolean;
}

/** No page waits longer for what is known of Temporal: the next one knows. */
const patienceMs = 150;

/** One more than the navigation shows. */
const mostCounted = 100;

const counted = new WeakMap<FastifyRequest, Counts>();

/** Filled in by the time a page is shown. */
export function countsOf(request: FastifyRequest): Counts {
  const known = counted.get(request) ?? { waiting: 0, stuck: 0, limitedMails: 0 };
  counted.set(request, known);
  return known;
}

/** Counts for every page of the desk that is registered after this; for a form, only if it comes back. */
export function showCounts(app: App, deps: Deps): void {
  app.addHook('preHandler', async request => {
    if (request.routeOptions.config.alone) return;
    if (request.method === 'GET') await count(deps, request);
    // A form that comes back because the database is away comes back without numbers.
    else beforeComeback(request, () => count(deps, request).catch(() => {}));
  });
}

async function count({ db, now, reach }: Deps, request: FastifyRequest): Promise<void> {
  const staff = await signedInStaff({ db, now }, request);
  if (!staff) return;
  const [waiting, stuck, unmatched, held, limitedMails, isThere] = await Promise.all([
    countWaiting(db, { staff, whose: 'mine', now: now() }, mostCounted),
    db.deals.countDocuments({ stuck: true }, { limit: mostCounted }),
    mayDecide(staff) ? countUnmatched(db, now()) : undefined,
    mayDecide(staff) ? db.inboundMails.countDocuments({ state: 'held' }) : 0,
    db.outbox.countDocuments({ state: 'queued', isLimited: true }),
    reach.isThere(patienceMs),
  ]);
  const apart = unmatched === undefined ? undefined : unmatched + held;
  Object.assign(countsOf(request), {
    waiting,
    stuck,
    unmatched: apart,
    limitedMails,
    isEngineAway: !isThere,
  });
}
