import cookie from '@fastify/cookie';
import session from '@fastify/session';
import type { Database } from '../../shared/models/database.ts';
import type { App, Deps } from '../deps.ts';

const day = 86_400_000;

/** Sign-ins, kept in MongoDB: they outlive a restart, work in every process and can be ended from our side. */
export async function sessions(app: App, { config, db }: Deps): Promise<void> {
  await app.register(cookie, { secret: config.SESSION_SECRET });
  await app.register(session, {
    secret: config.SESSION_SECRET,
    cookieName: 'offerdesk',
    saveUninitialized: false,
    rolling: true,
    cookie: {
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
      secure: config.PUBLIC_URL.startsWith('https:'),
      maxAge: day,
    },
    store: storeIn(db),
  });
}

type Done<T = never> = (error?: unknown, result?: T) => void;

/** The three functions that @fastify/session asks of a store. */
function storeIn({ webSessions }: Database) {
  const report = <T>(work: Promise<T>, done: Done<T>) => {
    work.then(
      result => done(null, result),
      error => done(error),
    );
  };
  return {
    set(_id: string, data: { cookie?: { expires?: Date | null } }, done: Done) {
      const expiresAt = new Date(data.cookie?.expires ?? Date.now() + day);
      const written = webSessions.updateOne(
        { _id },
        { $set: { data: JSON.parse(JSON.stringify(data)), expiresAt } },
        { upsert: true },
      );
      report(written as unknown as Promise<never>, done);
    },
    // biome-ignore lint/suspicious/noExplicitAny: the plugin's own type of a session is open
    get(_id: string, done: Done<any>) {
      const found = webSessions.findOne({ _id, expiresAt: { $gt: new Date() } }).lean();
      report(
        found.then(each => each?.data ?? null),
        done,
      );
    },
    destroy(_id: string, done: Done) {
      report(webSessions.deleteOne({ _id }) as unknown as Promise<never>, done);
    },
  };
}
