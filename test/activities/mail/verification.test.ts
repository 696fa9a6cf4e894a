import { randomUUID } from 'node:crypto';
import { createVerificationActivities } from '../../../activities/mail/verification.ts';
import { createMongoAccounts } from '../../../shared/accounts/mongo-accounts.ts';
import { tokenHashIn } from '../../../shared/accounts/verification-link.ts';
import { markBad } from '../../../shared/mail/bad-addresses.ts';
import { newPerson } from '../../shared/accounts/support.ts';
import { config, failureOf, inTemporal, openPostOffice, type PostOffice } from './post-office.ts';

const hour = 3_600_000;

/** The present: MongoDB forgets what is over by its own clock. */
const began = new Date().toISOString();
const now = () => began;

let office: PostOffice;
beforeAll(async () => {
  office = await openPostOffice();
});
afterAll(() => office?.close());

/** Somebody who has signed up and has the verification mail, whose link is good for so many hours more. */
async function signedUp({ goodForHours = 23, state = 'sent' as 'sent' | 'bounced' } = {}) {
  const accounts = createMongoAccounts(office.db, config);
  const { user } = await accounts.signUp(newPerson());
  const { userId, email } = user;
  const _id = randomUUID();
  const expiresAt = new Date(Date.parse(now()) + goodForHours * hour);
  await office.db.emailTokens.create({ _id, tokenHash: randomUUID(), userId, email, expiresAt });
  const key = `verify:${_id}`;
  const to = { name: 'Hana', email, language: 'ja' as const };
  await office.db.outbox.create({ key, template: 'emailVerification', to, state });
  const { remindOfVerification } = createVerificationActivities({
    db: office.db,
    transport: office.transport,
    config,
    now,
    accounts,
  });
  const remind = (attempt = 1) => inTemporal(attempt, () => remindOfVerification({ key, number: 1 }));
  const reminder = () => office.db.outbox.findOne({ key: `${key}:1` }).lean();
  return { key, email, userId, accounts, remind, reminder };
}
const linkTo = (email: string) =>
  /http:\S+\/accounts\/verify\/[\w-]+/.exec(office.server.to(email)[0]?.text ?? '')?.[0] ?? '';

describe('the reminder of a verification', () => {
  test('has a link of its own that is kept as a hash alone', async () => {
    const { email, userId, remind, reminder } = await signedUp();
    expect(await remind()).toEqual({ over: false });
    const tokenHash = tokenHashIn(linkTo(email));
    expect(await office.db.emailTokens.findOne({ tokenHash }).lean()).toMatchObject({ userId, email });
    const row = await reminder();
    expect(row).toMatchObject({ state: 'sent', to: { email } });
    expect(JSON.stringify(row)).not.toContain('/accounts/verify');
  });

  test('is sent once, whichever attempt sends it, and its link works', async () => {
    const { email, remind } = await signedUp();
    office.server.answer(email, 'greylist');
    expect((await failureOf(remind())).type).toBe('MailNotSent');
    await remind(2);
    await remind(3);
    expect(office.server.to(email)).toHaveLength(1);
    expect(await office.db.emailTokens.countDocuments({ tokenHash: tokenHashIn(linkTo(email)) })).toBe(1);
  });

  test('is not sent when the address was verified while the mail server was away', async () => {
    const { email, userId, accounts, remind, reminder } = await signedUp();
    office.server.answer(email, 'greylist');
    await failureOf(remind());
    await accounts.markEmailVerified(userId);
    expect(await remind(2)).toEqual({ over: true });
    expect(office.server.to(email)).toEqual([]);
    const row = await reminder();
    expect(row).toMatchObject({ state: 'skipped' });
    expect(row?.props).toBeUndefined();
  });

  test('is over when the first link is too old', async () => {
    const { email, remind, reminder } = await signedUp({ goodForHours: 0 });
    expect(await remind()).toEqual({ over: true });
    expect([office.server.to(email), await reminder()]).toEqual([[], null]);
  });

  test('is over when the first mail came back, or its address takes none', async () => {
    const bounced = await signedUp({ state: 'bounced' });
    expect(await bounced.remind()).toEqual({ over: true });
    const bad = await signedUp();
    await markBad(office.db, { email: bad.email, since: new Date(now()), reason: 'x', source: 'report' });
    expect(await bad.remind()).toEqual({ over: true });
    expect([...office.server.to(bounced.email), ...office.server.to(bad.email)]).toEqual([]);
  });

  test('is over when the sign-up was replaced by a newer one', async () => {
    const { email, accounts, remind } = await signedUp();
    await accounts.signUp(newPerson(email));
    expect(await remind()).toEqual({ over: true });
  });
});
