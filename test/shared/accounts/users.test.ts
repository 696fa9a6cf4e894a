import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Accounts } from '../../../shared/accounts/accounts.ts';
import { createMongoAccounts } from '../../../shared/accounts/mongo-accounts.ts';
import type { Database } from '../../../shared/models/database.ts';
import { giveBack, openEmptyDatabase } from '../../support/servers/databases.ts';
import { newPerson, verifiedUser } from './support.ts';

let db: Database;
let accounts: Accounts;

beforeAll(async () => {
  db = await openEmptyDatabase();
  accounts = createMongoAccounts(db, { AGREEMENTS_PER_ORGANIZATION: 'several' });
});
afterAll(async () => {
  await giveBack(db);
});

describe('signing up', () => {
  test('makes a user whose address is not verified yet', async () => {
    const { outcome, user } = await accounts.signUp(newPerson());
    expect(outcome).toBe('created');
    expect(await accounts.findUser(user.userId)).toEqual({ ...user, emailVerified: false });
  });

  test('makes one user when the same form is sent twice', async () => {
    const person = newPerson();
    const [first, second] = await Promise.all([accounts.signUp(person), accounts.signUp(person)]);
    expect(second).toEqual(first);
    expect(await db.users.countDocuments({ email: person.email })).toBe(1);
  });

  test('knows an address that somebody has verified, however it is written', async () => {
    const user = await verifiedUser(accounts);
    const again = await accounts.signUp(newPerson(` ${user.email.toUpperCase()} `));
    expect(again).toMatchObject({ outcome: 'known', user: { userId: user.userId } });
  });

  test('leaves the password of a known address alone', async () => {
    const user = await verifiedUser(accounts);
    await accounts.signUp({ ...newPerson(user.email), password: 'another long secret' });
    expect(await accounts.signIn({ email: user.email, password: 'another long secret' })).toBeUndefined();
    expect(await accounts.signIn({ email: user.email, password: newPerson().password })).toBeDefined();
  });

  test('lets a newer sign-up take an address that nobody has verified', async () => {
    const squatter = await accounts.signUp({ ...newPerson(), password: 'the squatter’s secret' });
    const { email, userId } = squatter.user;
    const owner = await accounts.signUp(newPerson(email));
    expect(owner.outcome).toBe('created');
    expect(await accounts.findUser(userId)).toBeUndefined();
    expect(await accounts.signIn({ email, password: 'the squatter’s secret' })).toBeUndefined();
  });

  test('keeps no password that can be read', async () => {
    const person = newPerson();
    const { user } = await accounts.signUp(person);
    const record = await db.users.findById(user.userId).lean();
    expect(record?.passwordHash).toMatch(/^scrypt\$/);
    expect(JSON.stringify(record)).not.toContain(person.password);
    expect(user).not.toHaveProperty('passwordHash');
  });
});

describe('signing in', () => {
  test('finds the user by address and password', async () => {
    const user = await verifiedUser(accounts);
    const found = await accounts.signIn({ email: user.email.toUpperCase(), password: newPerson().password });
    expect(found).toEqual({ ...user, emailVerified: true });
  });

  test('answers an unknown address like a wrong password', async () => {
    const user = await verifiedUser(accounts);
    const wrong = { email: user.email, password: 'not the right secret' };
    const unknown = { email: newPerson().email, password: newPerson().password };
    expect(await accounts.signIn(wrong)).toBeUndefined();
    expect(await accounts.signIn(unknown)).toBeUndefined();
  });
});

describe('a new password', () => {
  test('takes the place of the old one', async () => {
    const { userId, email } = await verifiedUser(accounts);
    await accounts.setPassword(userId, 'another long secret');
    expect(await accounts.signIn({ email, password: newPerson().password })).toBeUndefined();
    expect(await accounts.signIn({ email, password: 'another long secret' })).toMatchObject({ userId });
  });

  test('is another version, even when it reads the same', async () => {
    const { userId, email, passwordVersion } = await verifiedUser(accounts);
    const changed = await accounts.setPassword(userId, newPerson().password);
    expect(changed.passwordVersion).not.toBe(passwordVersion);
    expect(await accounts.signIn({ email, password: newPerson().password })).toEqual(changed);
  });

  test('is for whoever has the address, verified or not, however it is written', async () => {
    const { user } = await accounts.signUp(newPerson());
    expect(await accounts.findUserByEmail(` ${user.email.toUpperCase()}`)).toEqual(user);
    expect(await accounts.findUserByEmail(newPerson().email)).toBeUndefined();
  });

  test('is refused for nobody', async () => {
    await expect(accounts.setPassword('user_none', 'another long secret')).rejects.toThrow();
  });
});

test('keeps both forms of business information', async () => {
  const user = await verifiedUser(accounts);
  await accounts.saveProfile(user.userId, { companyName: '暮らしフーズ', country: 'JP' });
  const saved = await accounts.saveProfile(user.userId, { jobTitle: '情報システム部', teamSize: '11-50' });
  const profile = {
    companyName: '暮らしフーズ',
    country: 'JP',
    jobTitle: '情報システム部',
    teamSize: '11-50',
  };
  expect(saved.profile).toEqual(profile);
  expect((await accounts.findUser(user.userId))?.profile).toEqual(profile);
});
