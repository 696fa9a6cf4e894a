import { promisify } from 'node:util';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import Fastify from 'fastify';
import type { App, Deps } from '../../../api/deps.ts';
import { sessions, storeIn } from '../../../api/plugins/sessions.ts';
import { readConfig } from '../../../shared/config.ts';
import type { Database } from '../../../shared/models/database.ts';
import { giveBack, openEmptyDatabase } from '../../support/servers/databases.ts';

const hour = 3_600_000;

describe('a sign-in', () => {
  let db: Database;
  let app: App;
  let cookie: string;
  beforeAll(async () => {
    db = await openEmptyDatabase();
    app = Fastify() as unknown as App;
    await sessions(app, { db, config: readConfig({}) } as Deps);
    app.post('/in', async ({ session }) => {
      session.staffId = 'anna';
      return 'in';
    });
    app.get('/', async ({ session }) => ({ who: session.staffId ?? 'nobody' }));
  });
  afterAll(async () => {
    await app?.close();
    await giveBack(db);
  });

  beforeEach(async () => {
    await db.webSessions.deleteMany();
    cookie = setBy(await app.inject({ method: 'POST', url: '/in' }));
  });

  type Answer = Awaited<ReturnType<App['inject']>>;
  const setBy = ({ cookies }: Answer) => cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  const come = () => app.inject({ url: '/', headers: { cookie } });
  const kept = async () => db.webSessions.findOne().lean();
  /** As if the session had been written so long ago. */
  async function age(milliseconds: number): Promise<void> {
    const expiresAt = new Date(Date.now() + 24 * hour - milliseconds);
    await db.webSessions.updateOne({}, { expiresAt, 'data.cookie.expires': expiresAt.toISOString() });
  }

  it('is neither written nor set again by a request that changes nothing', async () => {
    await age(hour / 2);
    const before = await kept();
    const answer = await come();
    expect(answer.json()).toEqual({ who: 'anna' });
    expect(answer.headers['set-cookie']).toBeUndefined();
    expect(await kept()).toEqual(before);
  });

  it('has a whole day again, in the browser too, once it has lost an hour', async () => {
    await age(2 * hour);
    const answer = await come();
    const almostADay = Date.now() + 23.9 * hour;
    expect((await kept())?.expiresAt.getTime()).toBeGreaterThan(almostADay);
    expect(answer.cookies[0]?.expires?.getTime()).toBeGreaterThan(almostADay);
    expect(setBy(answer)).toBe(cookie);
    expect((await come()).headers['set-cookie']).toBeUndefined();
    expect((await come()).json()).toEqual({ who: 'anna' });
  });

  it('is over at once when it is ended from our side', async () => {
    await age(2 * hour);
    await db.webSessions.deleteMany({ 'data.staffId': 'anna' });
    expect((await come()).json()).toEqual({ who: 'nobody' });
    expect(await kept()).toBeNull();
  });

  it('is over when nobody came for a day', async () => {
    await age(24 * hour);
    expect((await come()).json()).toEqual({ who: 'nobody' });
  });

  it('ends a week after it began, however often somebody came', async () => {
    await db.webSessions.updateOne({}, { endsAt: new Date(Date.now() - 1000) });
    expect((await come()).json()).toEqual({ who: 'nobody' });
  });

  it('is told to the browser as a cookie of this host alone when the address is https', async () => {
    const secure = Fastify({ trustProxy: true }) as unknown as App;
    await sessions(secure, { db, config: { ...readConfig({}), PUBLIC_URL: 'https://desk.example' } } as Deps);
    secure.post('/in', async ({ session }) => {
      session.staffId = 'anna';
      return 'in';
    });
    const headers = { 'x-forwarded-proto': 'https' };
    const [set] = (await secure.inject({ method: 'POST', url: '/in', headers })).cookies;
    expect(set).toMatchObject({ name: '__Host-offerdesk', path: '/', secure: true, httpOnly: true });
    await secure.close();
  });

  it('is nothing that a visitor has who only looks', async () => {
    await db.webSessions.deleteMany();
    expect((await app.inject({ url: '/' })).headers['set-cookie']).toBeUndefined();
    expect(await kept()).toBeNull();
  });
});

describe('a sign-in that is kept', () => {
  let db: Database;
  beforeAll(async () => {
    db = await openEmptyDatabase();
  });
  afterAll(async () => {
    await giveBack(db);
  });

  const store = () => {
    const { get, set } = storeIn(db);
    return { get: promisify(get), set: promisify<string, object>(set) };
  };

  it('is found again with what was changed in it', async () => {
    await store().set('one', { userId: 'u1' });
    const found = await store().get('one');
    await store().set('one', { ...found, userId: 'u2' });
    expect(await store().get('one')).toMatchObject({ userId: 'u2' });
    expect((await db.webSessions.findById('one').lean())?.data).toEqual({ userId: 'u2' });
  });

  it('does not come back with a request that was under way when it was ended', async () => {
    await store().set('two', { userId: 'u1' });
    const underWay = await store().get('two');
    await db.webSessions.deleteMany({ 'data.userId': 'u1' });
    await store().set('two', underWay);
    expect(await store().get('two')).toBeNull();
  });
});
