import { randomUUID } from 'node:crypto';
import type { Fact } from '../../shared/deal/entries.ts';
import type { MailRequest } from '../../shared/deal/mails.ts';
import { readRemindersToken } from '../../shared/reminders-link.ts';
import { config, now, openPostOffice, type PostOffice } from './post-office.ts';

let office: PostOffice;
beforeAll(async () => {
  office = await openPostOffice();
});
afterAll(() => office?.close());

const unsubscribing = /^<http:\/\/localhost:3000\/reminders\/([\w.-]+)>$/;
const headersTo = (email: string) => {
  const [got] = office.server.to(email);
  if (!got) throw new Error(`nothing came to ${email}`);
  return new Map(got.headers.map(({ key, value }) => [key, value]));
};

describe('a reminder to a buyer', () => {
  test.each([
    ['offerExpiring', 'offer'],
    ['setUpReminder', 'setUpReminder-left'],
    ['termEnding', 'confirmation-user'],
  ] as const)('%s can be stopped with one press in the mail program', async (template, station) => {
    const { dealId, email, mail } = await office.dealAt(station);
    await office.sendMails({ dealId, mails: [mail(template)] });
    const headers = headersTo(email);
    expect(headers.get('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
    const [, token = ''] = unsubscribing.exec(headers.get('list-unsubscribe') ?? '') ?? [];
    const secret = config.SESSION_SECRET;
    expect(readRemindersToken({ secret }, token)).toEqual({ dealId, email });
  });

  test('is kept without the link that stops them', async () => {
    const { dealId, email, mail } = await office.dealAt('offer');
    await office.sendMails({ dealId, mails: [mail('offerExpiring')] });
    const row = await office.rowOf(dealId);
    expect(office.server.to(email)[0]?.text).toContain(`/reminders/${dealId}.`);
    expect(row?.text).toContain('/reminders/…');
    expect(`${row?.html}${row?.text}`).not.toContain(`reminders/${dealId}`);
  });

  test.each([
    ['offer', 'offer'],
    ['confirmation', 'confirmation-signer'],
  ] as const)('has what %s, which the buyer needs, does not have', async (template, station) => {
    const { dealId, email, mail } = await office.dealAt(station);
    await office.sendMails({ dealId, mails: [mail(template)] });
    const names = [...headersTo(email).keys()];
    expect(names).toContain('auto-submitted');
    expect(names.filter(name => name.startsWith('list-'))).toEqual([]);
  });

  test('has what the same notice to staff does not have', async () => {
    const { deal, dealId } = await office.dealAt('confirmation-user', { owner: `${randomUUID()}@x.example` });
    const [email, name] = [deal.owner ?? '', 'Ann'];
    const staff = { roles: ['sales' as const], language: 'en' as const, timeZone: 'UTC', active: true };
    await office.db.staff.create({ ...staff, email, name, passwordHash: 'none' });
    const request: MailRequest = { key: `${deal.seq}:t:0`, template: 'termEnding', reader: { to: 'owner' } };
    await office.sendMails({ dealId, mails: [request] });
    expect([...headersTo(email).keys()].filter(each => each.startsWith('list-'))).toEqual([]);
  });

  test('does not go to a reader who has stopped them since; other mails do', async () => {
    const { deal, dealId, email, mail } = await office.dealAt('offer');
    await office.saveDeal({ ...deal, remindersStopped: [email.toLowerCase()] });
    const mails = [mail('offerExpiring'), mail('offer', 1)];
    expect(await office.sendMails({ dealId, mails })).toEqual({ failed: [] });
    const states = (await office.rowsOf(dealId)).map(({ template, state }) => [template, state]);
    expect(states.sort()).toEqual([
      ['offer', 'sent'],
      ['offerExpiring', 'skipped'],
    ]);
    expect(office.server.to(email)).toHaveLength(1);
  });
});

describe('a reminder to set the account up', () => {
  /** A deal whose set-up somebody had open so many minutes ago. */
  async function leftOff(minutes: number, fact?: Fact) {
    const made = await office.dealAt('setUpReminder-left');
    const workedAt = new Date(Date.parse(now()) - minutes * 60_000);
    await office.db.setupSessions.create({
      _id: randomUUID(),
      dealId: made.dealId,
      registrationId: randomUUID(),
      awsAccountId: '111122223333',
      productCode: 'p',
      language: 'en',
      createdAt: workedAt,
      workedAt,
    });
    if (fact) await office.asked(made.deal, fact);
    await office.sendMails({ dealId: made.dealId, mails: [made.mail('setUpReminder')] });
    return (await office.rowOf(made.dealId))?.state;
  }

  test('does not disturb whoever is at it', async () => {
    expect(await leftOff(29)).toBe('skipped');
    expect(await leftOff(0)).toBe('skipped');
  });

  test('goes out to him when staff ask for it', async () => {
    expect(await leftOff(0, { type: 'sendReminderNow', key: 'chaseSetUp:left:24' })).toBe('sent');
  });

  test('goes out half an hour after somebody has left it', async () => {
    expect(await leftOff(31)).toBe('sent');
  });
});
