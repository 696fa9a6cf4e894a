import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import Fastify from 'fastify';
import type { App, Deps } from '../../../../api/deps.ts';
import { requireStaff, signIn } from '../../../../api/desk/session.ts';
import { addStaff, setStaffPassword, staffWithPassword } from '../../../../api/desk/staff.ts';
import { forms } from '../../../../api/forms/forms.ts';
import { sessions } from '../../../../api/plugins/sessions.ts';
import { readConfig } from '../../../../shared/config.ts';
import type { Database } from '../../../../shared/models/database.ts';
import { giveBack, openEmptyDatabase } from '../../../support/servers/databases.ts';

const email = 'anna@example.com';
const password = 'three quiet rivers';

describe('a sign-in at the desk', () => {
  let db: Database;
  let app: App;
  /** What happens between the look at the password and the sign-in. */
  let meanwhile = async () => {};
  beforeAll(async () => {
    db = await openEmptyDatabase();
    await addStaff(db, { email, name: 'Anna Abe', roles: ['sales'], password });
    app = Fastify() as unknown as App;
    await sessions(app, { db, config: readConfig({}) } as Deps);
    await forms(app);
    app.get('/in', async (request, reply) => {
      const staff = await staffWithPassword(db, { email, password });
      await meanwhile();
      if (staff) await signIn({ request, reply }, staff);
      return 'in';
    });
    app.get(
      '/desk',
      { preHandler: requireStaff({ db, now: () => new Date().toISOString() }) },
      async () => 'desk',
    );
  });
  afterAll(async () => {
    await app?.close();
    await giveBack(db);
  });

  async function statusAfterSignIn(): Promise<number> {
    const { cookies } = await app.inject({ url: '/in' });
    expect(await db.webSessions.countDocuments({ 'data.staffId': { $exists: true } })).toBeGreaterThan(0);
    const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
    return (await app.inject({ url: '/desk', headers: { cookie } })).statusCode;
  }

  it('opens the desk with the right password', async () => {
    expect(await statusAfterSignIn()).toBe(200);
  });

  it('opens nothing when its password was right just before a new one was saved', async () => {
    meanwhile = () => setStaffPassword(db, { email, password: 'another quiet river' });
    expect(await statusAfterSignIn()).toBe(303);
  });
});
