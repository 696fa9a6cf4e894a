import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addStaff, staffWithPassword } from '../../../api/desk/staff.ts';
import { staffCommand } from '../../../api/desk/staff-command.ts';
import { type Database, openDatabase } from '../../../shared/models/database.ts';
import { program } from '../../support/programs.ts';
import { emptyDatabase, giveBack } from '../../support/servers/databases.ts';

const uri = emptyDatabase();
const password = 'three quiet rivers';

/** Runs the real command in a process of its own, with this on its standard input. */
async function npmRunStaff(args: string[], { input = '', at = uri } = {}) {
  const child = spawn(process.execPath, [...(await program('api/staff')), ...args], {
    env: { PATH: process.env.PATH, MONGODB_URI: at },
  });
  child.stdin.on('error', () => {}).end(input);
  const ended = new Promise(resolve => child.once('close', resolve));
  const [out, err, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { out, err, code };
}

/** The same command in this process, which takes a second less. */
async function staff(args: string[], { input = '' } = {}) {
  try {
    const askPassword = async () => input.trimEnd();
    const out = await staffCommand(args, {
      askPassword,
      withDatabase: work => work(db),
      vendorTimeZone: () => 'Asia/Tokyo',
      now: () => new Date().toISOString(),
    });
    return { out: `${out}\n`, err: '', code: 0 };
  } catch (error) {
    return { out: '', err: (error as Error).message, code: 1 };
  }
}

const adding = (email: string, ...more: string[]) => ['add', '--email', email, '--name', 'Anna Abe', ...more];
const added = async (email: string, roles = 'sales,approver') =>
  staff(adding(email, '--roles', roles), { input: `${password}\n` });

const leading = (lead: string) => adding('a@example.com', '--roles', 'sales', '--lead', lead);

let db: Database;

describe('npm run staff', () => {
  beforeAll(async () => {
    db = await openDatabase(uri);
  });
  afterAll(async () => {
    await giveBack(db);
  });

  it('adds a person who can sign in with the password of standard input', async () => {
    const more = ['--roles', 'sales, approver', '--language', 'ja', '--time-zone', 'Asia/Tokyo'];
    const { code, out } = await npmRunStaff(adding(' Anna@Example.com ', ...more), {
      input: `${password}\n`,
    });
    expect([code, out]).toEqual([0, 'anna@example.com can sign in at the desk as sales and approver.\n']);
    expect(await staffWithPassword(db, { email: 'anna@example.com', password })).toMatchObject({
      name: 'Anna Abe',
      roles: ['sales', 'approver'],
      language: 'ja',
      timeZone: 'Asia/Tokyo',
    });
  });

  it('lists who works at the desk', async () => {
    await added('listed@example.com', 'support');
    const { out } = await staff(['list']);
    expect(out).toContain('listed@example.com\tAnna Abe\tsupport\ten\tAsia/Tokyo\n');
  });

  it('keeps who leads a person until it is said otherwise, and shows it', async () => {
    await addStaff(db, { email: 'boss@example.com', name: 'Boss', roles: ['sales'], password });
    const led = adding('led@example.com', '--roles', 'sales');
    const { out } = await staff([...led, '--lead', ' Boss@Example.com '], { input: password });
    expect(out).toBe('led@example.com can sign in at the desk as sales.\n');
    const listed = 'led@example.com\tAnna Abe\tsales\ten\tAsia/Tokyo\tlead boss@example.com\n';
    expect((await staff(['list'])).out).toContain(listed);
    await staff(led, { input: password });
    expect((await db.staff.findOne({ email: 'led@example.com' }).lean())?.lead).toBeUndefined();
  });

  it('says that a lead who does not work at the desk is not told', async () => {
    const more = ['--roles', 'sales', '--lead', 'later@example.com'];
    const { code, out } = await staff(adding('early@example.com', ...more), { input: password });
    expect(code).toBe(0);
    expect(out).toContain('later@example.com does not work at the desk yet');
  });

  it('removes a person and ends the sign-ins of that person alone', async () => {
    await added('leaving@example.com');
    await added('staying@example.com');
    const [leaving, staying] = await Promise.all(
      ['leaving@example.com', 'staying@example.com'].map(email => db.staff.findOne({ email }).lean()),
    );
    const expiresAt = new Date(Date.now() + 86_400_000);
    const endsAt = expiresAt;
    await db.webSessions.create([
      { _id: 'of-leaving', data: { staffId: String(leaving?._id) }, expiresAt, endsAt },
      { _id: 'of-staying', data: { staffId: String(staying?._id) }, expiresAt, endsAt },
    ]);
    expect((await staff(['remove', '--email', 'leaving@example.com'])).code).toBe(0);
    expect(await staffWithPassword(db, { email: 'leaving@example.com', password })).toBeUndefined();
    expect((await db.webSessions.find().lean()).map(each => each._id)).toEqual(['of-staying']);
    expect((await staff(['list'])).out).not.toContain('leaving@example.com');
  });

  it('ends the sign-ins of a person who gets a new password', async () => {
    await added('changed@example.com');
    const member = await db.staff.findOne({ email: 'changed@example.com' }).lean();
    const data = { staffId: String(member?._id) };
    const expiresAt = new Date(Date.now() + 86_400_000);
    await db.webSessions.create({ _id: 'old', data, expiresAt, endsAt: expiresAt });
    await staff(adding('changed@example.com', '--roles', 'sales'), { input: 'another quiet river' });
    expect(await db.webSessions.findById('old').lean()).toBeNull();
    expect(await staffWithPassword(db, { email: 'changed@example.com', password })).toBeUndefined();
  });

  it('gives a person a new password alone, and ends the sign-ins of that person', async () => {
    const who = { email: 'forgot@example.com' };
    await addStaff(db, { ...who, name: 'Anna Abe', roles: ['support'], language: 'ja', password });
    const member = await db.staff.findOne(who).lean();
    const expiresAt = new Date(Date.now() + 86_400_000);
    const endsAt = expiresAt;
    await db.webSessions.create([
      { _id: 'of-forgot', data: { staffId: String(member?._id) }, expiresAt, endsAt },
      { _id: 'of-other', data: { staffId: 'other' }, expiresAt, endsAt },
    ]);
    const { code, out } = await staff(['password', '--email', 'Forgot@example.com'], {
      input: 'another quiet river\n',
    });
    expect({ code, out }).toMatchObject({ code: 0, out: expect.stringContaining('has a new password') });
    expect(await staffWithPassword(db, { ...who, password })).toBeUndefined();
    const found = await staffWithPassword(db, { ...who, password: 'another quiet river' });
    expect(found).toMatchObject({ name: 'Anna Abe', roles: ['support'], language: 'ja' });
    expect(await db.webSessions.findById('of-forgot').lean()).toBeNull();
    expect(await db.webSessions.findById('of-other').lean()).not.toBeNull();
  });

  it('takes no new password that is easy to guess, and leaves the old one', async () => {
    const who = { email: 'weak@example.com' };
    await addStaff(db, { ...who, name: 'Anna Abe', roles: ['support'], password });
    const { code, err } = await staff(['password', '--email', who.email], { input: who.email });
    expect({ code, err }).toEqual({ code: 1, err: expect.stringContaining('12 to 200') });
    expect(await staffWithPassword(db, { ...who, password })).toBeDefined();
  });

  it.each([
    ['no command', [], 'npm run staff -- add'],
    ['an unknown command', ['hire'], 'npm run staff -- add'],
    ['an unknown option', ['list', '--all'], '--all'],
    ['a name that is not in quotes', adding('a@example.com', 'Abe'), 'in quotes'],
    ['no address', ['add', '--name', 'Anna'], '--email'],
    ['an address that is none', adding('anna', '--roles', 'sales'), '--email'],
    ['no name', ['add', '--email', 'a@example.com', '--roles', 'sales'], '--name'],
    ['no roles', adding('a@example.com'), 'sales, approver, support'],
    ['an unknown role', adding('a@example.com', '--roles', 'sales,boss'), 'sales, approver, support'],
    ['an unknown language', adding('a@example.com', '--roles', 'sales', '--language', 'fr'), 'en, ja'],
    ['an unknown zone', adding('a@example.com', '--roles', 'sales', '--time-zone', 'Tokyo'), 'Asia/Tokyo'],
    ['a lead that is no address', leading('boss'), '--lead'],
    ['a lead of himself', leading('A@example.com'), 'another person'],
    ['no password', adding('a@example.com', '--roles', 'sales'), '12 to 200'],
    ['a new password for nobody', ['password'], '--email'],
    ['somebody unknown who forgot', ['password', '--email', 'nobody@example.com'], 'npm run staff -- list'],
    ['somebody unknown to remove', ['remove', '--email', 'nobody@example.com'], 'npm run staff -- list'],
  ])('says what to do about %s, and changes nothing', async (_case, args, words) => {
    const { code, out, err } = await staff(args);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain(words);
    expect(await db.staff.findOne({ email: 'a@example.com' }).lean()).toBeNull();
  });

  it('says what to do and nothing else, and ends with 1', async () => {
    const { code, out, err } = await npmRunStaff(['hire']);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(/^npm run staff -- add/);
    expect(err).not.toContain('    at ');
  });

  it('names the setting, and no password of it, when the database does not answer', async () => {
    const { code, err } = await npmRunStaff(['list'], { at: 'mongodb://user:secret@127.0.0.1:1/offerdesk' });
    expect(code).toBe(1);
    expect(err).toContain('MONGODB_URI');
    expect(err).not.toContain('secret');
  });
});
