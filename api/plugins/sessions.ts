import cookie from '@fastify/cookie';
import session, { type FastifySessionObject } from '@fastify/session';
import { inTime } from '../../shared/in-time.ts';
import type { Database } from '../../shared/models/database.ts';
import { Problem } from '../../shared/problems.ts';
import type { App, Deps } from '../deps.ts';
import { hostCookie, isSecure } from './host-cookie.ts';

declare module 'fastify' {
  interface Session {
    /** When its life was last begun anew, ISO. */
    renewedAt?: string;
  }
}

const hour = 3_600_000;
const life = 24 * hour;
/** However often somebody comes, he signs in again after a week. */
const longestLife = 7 * 24 * hour;

/**
 * Sign-ins, kept in MongoDB: they outlive a restart, work in every process and can be ended from our side. Each request
 * asks MongoDB whether its session is still there, so an end holds at once.
 */
export async function sessions(app: App, { config, db }: Deps): Promise<void> {
  await app.register(cookie, { secret: config.SESSION_SECRET });
  await app.register(session, {
    secret: config.SESSION_SECRET,
    cookieName: hostCookie('offerdesk', config),
    saveUninitialized: false,
    // It would write the session at each request; `renew` does it once an hour.
    rolling: false,
    cookie: {
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
      secure: isSecure(config),
      maxAge: life,
    },
    store: storeIn(db),
  });
  app.addHook('onRequest', (request, _reply, done) => {
    renew(request.session);
    done();
  });
}

/** Whoever keeps coming stays signed in: a session that has lost an hour of its life is written with a whole one. */
function renew(session: FastifySessionObject): void {
  // What the plugin read from the store; absent in a session that is new.
  const { cookie } = session;
  const expires = 'originalExpires' in cookie ? cookie.originalExpires : undefined;
  if (expires instanceof Date && expires.getTime() - Date.now() < life - hour)
    session.renewedAt = new Date().toISOString();
}

/** A session is read before and written after everything else that a request does: a database that hangs must not hang it twice. */
const patienceMs = 3000;

type Done<T = never> = (error?: unknown, result?: T) => void;

interface Kept {
  cookie?: { expires?: Date | null };
  /** It has been read from here, so that it must still be here to be written. */
  isKept?: true;
}

const inPatience = <T>(work: PromiseLike<T>): Promise<T> => inTime(work, { ms: patienceMs, late: tooLate });

function tooLate(): never {
  throw new Problem('databaseUnavailable');
}

/**
 * The three functions that @fastify/session asks of a store. Every request writes its session in the end; a sign-in that
 * was ended meanwhile must not come back with it.
 */
export function storeIn({ webSessions }: Pick<Database, 'webSessions'>) {
  const report = (work: Promise<unknown>, done: Done) => {
    inPatience(work).then(
      () => done(),
      error => done(error),
    );
  };
  return {
    set(_id: string, { isKept, ...data }: Kept, done: Done) {
      const expiresAt = new Date(data.cookie?.expires ?? Date.now() + life);
      const written = webSessions.updateOne(
        { _id },
        {
          $set: { data: JSON.parse(JSON.stringify(data)), expiresAt },
          $setOnInsert: { endsAt: new Date(Date.now() + longestLife) },
        },
        { upsert: !isKept },
      );
      report(written, done);
    },
    // biome-ignore lint/suspicious/noExplicitAny: the plugin's own type of a session is open
    get(_id: string, done: Done<any>) {
      const now = new Date();
      const found = webSessions.findOne({ _id, expiresAt: { $gt: now }, endsAt: { $gt: now } }).lean();
      inPatience(found).then(
        each => done(null, each ? { ...each.data, isKept: true } : null),
        error => done(error),
      );
    },
    destroy(_id: string, done: Done) {
      report(webSessions.deleteOne({ _id }), done);
    },
  };
}
