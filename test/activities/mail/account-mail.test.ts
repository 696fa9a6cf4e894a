import { randomUUID } from 'node:crypto';
import { createMailActivities } from '../../../activities/mail/mail.ts';
import { config, failureOf, inTemporal, now, openPostOffice, type PostOffice } from './post-office.ts';

let office: PostOffice;
beforeAll(async () => {
  office = await openPostOffice();
});
afterAll(() => office?.close());

describe('a mail about an account', () => {
  const verifyUrl = 'http://localhost:3000/accounts/verify/secret-token';

  async function queued(change = {}) {
    const id = randomUUID().slice(0, 8);
    const email = `alex.${id}@northwind.example`;
    const key = `verify:${id}`;
    const props = { name: 'Alex Kim', verifyUrl, expiresAt: '2026-12-21T00:00:00.000Z', ...change };
    await office.db.outbox.create({
      key,
      template: 'emailVerification',
      to: { name: 'Alex', email, language: 'ja' },
      props,
    });
    return { key, email };
  }
  const send = (key: string, attempt = 1) => {
    const { sendAccountMail } = createMailActivities({
      db: office.db,
      transport: office.transport,
      config,
      now,
    });
    return inTemporal(attempt, () => sendAccountMail({ key }));
  };

  test('is sent once, and its link is kept nowhere afterwards', async () => {
    const { key, email } = await queued();
    await send(key);
    await send(key, 2);
    const [got, ...more] = office.server.to(email);
    expect(more).toEqual([]);
    expect(got?.text).toContain(verifyUrl);
    expect(got?.inReplyTo).toBeUndefined();
    const row = await office.db.outbox.findOne({ key }).lean();
    expect(row).toMatchObject({ state: 'sent' });
    expect(JSON.stringify(row)).not.toContain('secret-token');
  });

  test('keeps its link while it must wait', async () => {
    const { key, email } = await queued();
    office.server.answer(email, 'greylist');
    expect((await failureOf(send(key))).type).toBe('MailNotSent');
    await send(key, 2);
    expect(office.server.to(email)[0]?.text).toContain(verifyUrl);
  });

  test('is not sent when its link is of no more use', async () => {
    const { key, email } = await queued({ expiresAt: '2026-12-19T00:00:00.000Z' });
    await send(key);
    expect(office.server.to(email)).toEqual([]);
    const row = await office.db.outbox.findOne({ key }).lean();
    expect(row).toMatchObject({ state: 'skipped' });
    expect(row?.props).toBeUndefined();
  });

  test('that is refused for good is given up with its link', async () => {
    const { key, email } = await queued();
    office.server.answer(email, 'refuse');
    await send(key);
    const row = await office.db.outbox.findOne({ key }).lean();
    expect(row).toMatchObject({ state: 'failed', lastError: '550 5.1.1 no such user' });
    expect(row?.props).toBeUndefined();
  });
});
