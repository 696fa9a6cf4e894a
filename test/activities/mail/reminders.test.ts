import { randomUUID } from 'node:crypto';
import type { DealEvent } from '../../../deal/events.ts';
import type { MailRequest } from '../../../deal/mails/mails.ts';
import { readRemindersToken } from '../../../shared/reminders-link.ts';
import { config, failureOf, now, openPostOffice, type PostOffice } from './post-office.ts';

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

describe('reminders that waited for a mail server', () => {
  test('are one mail, the last of them, once it is back', async () => {
    const { deal, dealId, email, mail } = await office.dealAt('offer');
    const early: MailRequest = { ...mail('offerExpiring'), key: `${deal.seq - 1}:offerExpiring:0` };
    const late = mail('offerExpiring');
    office.server.answer(email, 'greylist');
    expect(await failureOf(office.sendMails({ dealId, mails: [early] }))).toMatchObject({
      type: 'MailNotSent',
    });
    await office.saveDeal({ ...deal, mails: [early, late] });
    await office.sendMails({ dealId, mails: [late] });
    await office.sendMails({ dealId, mails: [early] }, { attempt: 2 });
    expect(office.server.to(email)).toHaveLength(1);
    expect((await office.rowsOf(dealId)).map(({ state }) => state)).toEqual(['skipped', 'sent']);
  });

  test('are all sent when they go to different readers or say different things', async () => {
    const { deal, dealId, email, mail } = await office.dealAt('offer');
    const other = `other.${email}`;
    const reader = { to: 'person' as const, name: 'Chris', email: other, language: 'en' as const };
    const early: MailRequest = { key: `${deal.seq - 1}:offerExpiring:0`, template: 'offerExpiring', reader };
    const mails = [mail('offerExpiring'), mail('offerExtended', 1)];
    await office.saveDeal({ ...deal, mails: [early, ...mails] });
    await office.sendMails({ dealId, mails: [early] });
    await office.sendMails({ dealId, mails });
    expect([office.server.to(email).length, office.server.to(other).length]).toEqual([2, 1]);
  });

  test.each([
    ['the last day of the offer', 'offer', 'offerExpiring', { expiresOn: '2027-01-31' }, 'skipped'],
    ['nothing', 'offer', 'offerExpiring', {}, 'sent'],
  ] as const)(
    'are sent or not when %s has moved meanwhile',
    async (_what, station, template, moved, state) => {
      const { deal, dealId, mail } = await office.dealAt(station);
      const [offer] = deal.offers;
      const key = `${template}:${offer?.offerId}:${offer?.expiresOn}:1`;
      const deadline = { key, kind: template, at: now() };
      await office.asked(deal, { type: 'deadlinePassed', deadline, late: false });
      await office.saveDeal({ ...deal, offers: deal.offers.map(each => ({ ...each, ...moved })) });
      await office.sendMails({ dealId, mails: [mail(template)] });
      expect(await office.rowOf(dealId)).toMatchObject({ state });
    },
  );

  test('of the end of a term that was renewed meanwhile are not sent', async () => {
    const { deal, dealId, mail } = await office.dealAt('confirmation-user');
    const deadline = {
      key: `termEnding:${deal.agreement?.endsAt}:30`,
      kind: 'termEnding' as const,
      at: now(),
    };
    await office.asked(deal, { type: 'deadlinePassed', deadline, late: false });
    const agreement = deal.agreement && { ...deal.agreement, endsAt: '2028-12-20T05:12:00.000Z' };
    await office.saveDeal({ ...deal, agreement });
    await office.sendMails({ dealId, mails: [mail('termEnding')] });
    expect(await office.rowOf(dealId)).toMatchObject({ state: 'skipped' });
  });
});

describe('a reminder to set the account up', () => {
  /** A deal whose set-up somebody had open so many minutes ago. */
  async function leftOff(minutes: number, event?: DealEvent) {
    const made = await office.dealAt('setUpReminder-left');
    const workedAt = new Date(Date.parse(now()) - minutes * 60_000);
    await office.db.setupSessions.create({
      _id: randomUUID(),
      dealId: made.dealId,
      registrationId: randomUUID(),
      awsAccountId: '111122223333',
      productCode: 'p',
      createdAt: workedAt,
      workedAt,
    });
    if (event) await office.asked(made.deal, event);
    await office.sendMails({ dealId: made.dealId, mails: [made.mail('setUpReminder')] });
    return (await office.rowOf(made.dealId))?.state;
  }

  test('does not disturb whoever is at it', async () => {
    expect(await leftOff(29)).toBe('skipped');
    expect(await leftOff(0)).toBe('skipped');
  });

  test('goes out to him when staff ask for it', async () => {
    expect(
      await leftOff(0, {
        type: 'deadlinePassed',
        deadline: { key: 'chaseSetUp:left:24', kind: 'chaseSetUp', at: now(), byHand: true },
        late: false,
      }),
    ).toBe('sent');
  });

  test('goes out half an hour after somebody has left it', async () => {
    expect(await leftOff(31)).toBe('sent');
  });
});
