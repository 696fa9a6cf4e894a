import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { recordChange } from '../../../../api/desk/settings/changes/record-change.ts';
import {
  changePerson,
  deactivate,
  endSignIns,
  reactivate,
} from '../../../../api/desk/settings/people/change-people.ts';
import type { Database } from '../../../../shared/models/database.ts';
import type { DeskRole } from '../../../../shared/models/staff.ts';

import { quickHash } from '../../../support/quick-hash.ts';
import { giveBack, openEmptyDatabase } from '../../../support/servers/databases.ts';

const at = '2026-11-02T03:00:00.000Z';

describe('people of the desk', () => {
  let db: Database;
  let deps: { db: Database; now: () => string };
  beforeAll(async () => {
    db = await openEmptyDatabase();
    deps = { db, now: () => at };
  });
  afterAll(async () => {
    await giveBack(db);
  });
  beforeEach(async () => {
    await db.staff.deleteMany();
    await db.deskChanges.deleteMany();
  });

  async function added(name: string, roles: DeskRole[]) {
    const email = `${name}@example.com`;
    const common = { language: 'en', timeZone: 'UTC', passwordHash: quickHash('x'), active: true } as const;
    const { _id } = await db.staff.create({ ...common, email, name, roles });
    const asking = () => ({ by: { id: email, name }, commandId: randomUUID(), seen: 0 });
    return { id: String(_id), email, asking, wanted: { name, language: 'en', timeZone: 'UTC' } as const };
  }
  const rolesOf = async (email: string) => (await db.staff.findOne({ email }).lean())?.roles;
  const changes = () => db.deskChanges.find().sort({ _id: 1 }).lean();

  it('keeps who changed what, when, before and after', async () => {
    const [admin, anna] = [await added('admin', ['admin']), await added('anna', ['sales'])];
    const person = { ...anna.wanted, roles: ['sales', 'approver'] as DeskRole[], lead: admin.email };
    expect(await changePerson(deps, anna.id, { person, ...admin.asking() })).toBeUndefined();
    expect(await changes()).toMatchObject([
      {
        _id: 1,
        at: new Date(at),
        by: { id: admin.email, name: 'admin' },
        what: 'staffChanged',
        about: anna.email,
        before: { roles: ['sales'] },
        after: { roles: ['sales', 'approver'], lead: admin.email },
      },
    ]);
  });

  it('writes nothing when nothing differs', async () => {
    const [admin, anna] = [await added('admin', ['admin']), await added('anna', ['sales'])];
    await changePerson(deps, anna.id, { person: { ...anna.wanted, roles: ['sales'] }, ...admin.asking() });
    expect(await changes()).toEqual([]);
  });

  it('does the same command once', async () => {
    const [admin, anna] = [await added('admin', ['admin']), await added('anna', ['sales'])];
    const asking = admin.asking();
    await deactivate(deps, anna.id, asking);
    await reactivate(deps, anna.id, admin.asking());
    await deactivate(deps, anna.id, asking);
    expect((await changes()).map(({ what }) => what)).toEqual(['staffDeactivated', 'staffReactivated']);
    expect(await db.staff.exists({ email: anna.email, active: true })).not.toBeNull();
  });

  it('lets nobody change his own roles or take away his own access', async () => {
    const [admin] = [await added('admin', ['admin']), await added('other', ['admin'])];
    const person = { ...admin.wanted, roles: ['admin', 'approver'] as DeskRole[] };
    expect(await changePerson(deps, admin.id, { person, ...admin.asking() })).toEqual({
      refused: 'ownRoles',
    });
    expect(await deactivate(deps, admin.id, admin.asking())).toEqual({ refused: 'ownRoles' });
    expect(await rolesOf(admin.email)).toEqual(['admin']);
  });

  it('keeps an admin when two take away each other’s role at the same moment', async () => {
    const [one, other] = [await added('one', ['admin']), await added('other', ['admin'])];
    const without = (who: typeof one) => ({ ...who.wanted, roles: ['sales'] as DeskRole[] });
    const answers = await Promise.all([
      changePerson(deps, other.id, { person: without(other), ...one.asking() }),
      changePerson(deps, one.id, { person: without(one), ...other.asking() }),
    ]);
    expect(answers.filter(answer => answer?.refused === 'lastAdmin')).toHaveLength(1);
    expect(await db.staff.countDocuments({ roles: 'admin' })).toBe(1);
    expect(await changes()).toHaveLength(1);
  });

  it('numbers changes without a gap, however many are made at once', async () => {
    const change = async () => ({ what: 'staffChanged' as const, about: 'x' });
    const by = { id: 'x', name: 'x' };
    await Promise.all(Array.from({ length: 8 }, () => recordChange(db, { by, at }, change)));
    expect((await changes()).map(({ _id }) => _id)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it('takes nobody for a lead who does not work here', async () => {
    const [admin, anna] = [await added('admin', ['admin']), await added('anna', ['sales'])];
    const change = (lead: string) => {
      const person = { ...anna.wanted, roles: ['sales'] as DeskRole[], lead };
      return changePerson(deps, anna.id, { person, ...admin.asking() });
    };
    expect(await change('nobody@example.com')).toEqual({ refused: 'unknownLead' });
    expect(await change(anna.email)).toEqual({ refused: 'unknownLead' });
    expect(await change(admin.email)).toBeUndefined();
    expect((await changes()).at(-1)).toMatchObject({ before: {}, after: { lead: admin.email } });
  });

  it('ends the sign-ins of one person, and of nobody else', async () => {
    const [admin, anna] = [await added('admin', ['admin']), await added('anna', ['sales'])];
    const later = new Date(Date.now() + 60_000);
    for (const { id } of [admin, anna])
      await db.webSessions.create({
        _id: randomUUID(),
        data: { staffId: id },
        expiresAt: later,
        endsAt: later,
      });
    await endSignIns(deps, anna.id, admin.asking());
    expect(await db.webSessions.countDocuments({ 'data.staffId': anna.id })).toBe(0);
    expect(await db.webSessions.countDocuments({ 'data.staffId': admin.id })).toBe(1);
  });
});
