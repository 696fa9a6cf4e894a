import { randomUUID } from 'node:crypto';
import { ApplicationFailure } from '@temporalio/common';
import { MockActivityEnvironment } from '@temporalio/testing';
import { DefaultLogger } from '@temporalio/worker';
import type { Transporter } from 'nodemailer';
import { casts, samplesIn } from '../../activities/emails/samples.ts';
import { createMailActivities } from '../../activities/mail.ts';
import { createTransport } from '../../activities/mail-transport.ts';
import { readConfig } from '../../shared/config.ts';
import type { Deal } from '../../shared/deal/deal.ts';
import type { MailRequest, MailTemplate, Reader } from '../../shared/deal/mails.ts';
import { type Database, openDatabase } from '../../shared/models/database.ts';
import { recordOf } from '../../shared/models/deal-record.ts';
import { startMailServer } from './mail-server.ts';

const now = () => '2026-12-20T00:00:00.000Z';
const config = readConfig({ MAIL_FROM: 'Example <offers@mail.example.com>' });

let db: Database;
let server: Awaited<ReturnType<typeof startMailServer>>;
let transport: Transporter;

beforeAll(async () => {
  const uri = new URL(process.env.MONGODB_URI ?? '');
  uri.pathname = `/mail-${randomUUID()}`;
  db = await openDatabase(uri.href);
  server = await startMailServer();
  transport = createTransport(server.url);
});

afterAll(async () => {
  transport.close();
  await server.stop();
  await db.connection.dropDatabase();
  await db.close();
});

/** Runs as Temporal would; `attempt` 1 is a new activity, 2 and more are its repetitions. */
async function sendMails(
  asked: { dealId: string; mails: MailRequest[] },
  { attempt = 1, through = transport } = {},
) {
  const { sendMails: send } = createMailActivities({ db, transport: through, config, now });
  return inTemporal(attempt, () => send(asked));
}

/** The failures are what is tested here, so they are not logged. */
function inTemporal<T>(attempt: number, work: () => Promise<T>): Promise<T> {
  const environment = new MockActivityEnvironment({ attempt }, { logger: new DefaultLogger('ERROR') });
  return environment.run<[], T, () => Promise<T>>(work);
}

async function failureOf(sending: Promise<unknown>): Promise<ApplicationFailure> {
  const failure = await sending.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (failure instanceof ApplicationFailure) return failure;
  throw new Error(`expected an ApplicationFailure, got ${failure}`);
}

/** A deal of its own with an address of its own, at the station of a sample. */
async function dealAt(station: string, change: Partial<Deal> = {}) {
  const id = randomUUID().slice(0, 8);
  const email = `maria.${id}@northwind.example`;
  const sample = samplesIn('en')[station];
  if (!sample) throw new Error(`no sample ${station}`);
  const terms = sample.deal.terms.map(version => ({
    ...version,
    terms: { ...version.terms, signer: { ...version.terms.signer, email } },
  }));
  const deal: Deal = { ...sample.deal, dealId: `d-${id}`, terms, ...change };
  await saveDeal(deal);
  const reader: Reader = { to: 'person', name: casts.en.signer.name, email, language: 'en' };
  const mail = (template: MailTemplate, index = 0): MailRequest => ({
    key: `${deal.seq}:${template}:${index}`,
    template,
    reader,
  });
  return { deal, dealId: deal.dealId, email, mail };
}

async function saveDeal(deal: Deal): Promise<void> {
  const { _id, ...record } = recordOf(deal);
  await db.deals.replaceOne({ _id }, record, { upsert: true });
}

const rowsOf = (dealId: string) => db.outbox.find({ dealId }).sort({ key: 1 }).lean();
const rowOf = async (dealId: string) => (await rowsOf(dealId))[0];

describe('a mail that is taken', () => {
  test('arrives once, with HTML, plain text and the names of all headers', async () => {
    const { dealId, email, mail } = await dealAt('offer');
    expect(await sendMails({ dealId, mails: [mail('offer')] })).toEqual({ failed: [] });
    const [got, ...more] = server.to(email);
    expect(more).toEqual([]);
    expect(got?.subject).toBe('Your offer for Example Cloud: accept by December 31, 2026');
    expect(got?.html).toContain('Review Offer');
    expect(got?.text).toContain(`http://localhost:3000/offers/${dealId}.`);
    expect(got?.from).toMatchObject({ name: 'Example', address: 'offers@mail.example.com' });
    expect(got?.replyTo).toMatchObject([{ address: 'support@example.com' }]);
    expect(got?.headers).toContainEqual(
      expect.objectContaining({ key: 'auto-submitted', value: 'auto-generated' }),
    );
    expect(got?.messageId).toMatch(/^<[0-9a-f]{32}@mail\.example\.com>$/);
  });

  test('names what the deal asked for, so that it can be asked for again', async () => {
    const { dealId, mail } = await dealAt('offer');
    await sendMails({ dealId, mails: [mail('offer')] });
    expect((await rowOf(dealId))?.request).toEqual(mail('offer'));
  });

  test('is in one conversation with the other mails of its deal', async () => {
    const { dealId, email, mail } = await dealAt('offer');
    await sendMails({ dealId, mails: [mail('offer'), mail('offerExpiring', 1)] });
    const threads = server.to(email).map(got => [got.inReplyTo, got.references]);
    const root = `<deal-${dealId}@mail.example.com>`;
    expect(threads).toEqual([
      [root, root],
      [root, root],
    ]);
  });

  test('is not sent again, whoever asks', async () => {
    const { dealId, email, mail } = await dealAt('offer');
    const asked = { dealId, mails: [mail('offer')] };
    await sendMails(asked);
    await sendMails(asked, { attempt: 2 });
    await sendMails(asked);
    expect(server.to(email)).toHaveLength(1);
  });

  test('is sent once when two attempts run at the same moment', async () => {
    const { dealId, email, mail } = await dealAt('offer');
    const asked = { dealId, mails: [mail('offer')] };
    await Promise.allSettled([sendMails(asked), sendMails(asked), sendMails(asked), sendMails(asked)]);
    expect(server.to(email)).toHaveLength(1);
    expect(await rowOf(dealId)).toMatchObject({ state: 'sent', attempts: 1 });
  });

  test('is kept without the link by which anybody could act for the buyer', async () => {
    const { dealId, mail } = await dealAt('offer');
    await sendMails({ dealId, mails: [mail('offer')] });
    const row = await rowOf(dealId);
    expect(row).toMatchObject({ state: 'sent', sentAt: new Date(now()) });
    expect(row?.html).toContain('http://localhost:3000/offers/…');
    expect(`${row?.html}${row?.text}`).not.toContain(`offers/${dealId}`);
  });
});

describe('a mail that must wait', () => {
  const delays = [
    { because: 'it is greylisted', answer: 'greylist' as const, code: '451' },
    { because: 'the server dies before it has answered', answer: 'drop' as const, code: 'ECONNECTION' },
    { because: 'the server does not answer any more', answer: 'stall' as const, code: 'ETIMEDOUT' },
  ];

  test.each(delays)('is sent by the next attempt when $because', async ({ answer, code }) => {
    const { dealId, email, mail } = await dealAt('offer');
    const asked = { dealId, mails: [mail('offer')] };
    server.answer(email, answer);
    const failure = await failureOf(sendMails(asked));
    expect(failure).toMatchObject({ type: 'MailNotSent', nonRetryable: false });
    expect(failure.message).toContain(code);
    expect(failure.message).not.toContain(email);
    expect(await rowOf(dealId)).toMatchObject({ state: 'queued', attempts: 1 });

    expect(await sendMails(asked, { attempt: 2 })).toEqual({ failed: [] });
    expect(server.to(email)).toHaveLength(1);
    expect(await rowOf(dealId)).toMatchObject({ state: 'sent', attempts: 2 });
  });

  test('waits when nobody listens', async () => {
    const { dealId, email, mail } = await dealAt('offer');
    const gone = await startMailServer();
    await gone.stop();
    const nowhere = createTransport(gone.url);
    const asked = { dealId, mails: [mail('offer')] };
    const failure = await failureOf(sendMails(asked, { through: nowhere }));
    expect(failure).toMatchObject({ type: 'MailNotSent', nonRetryable: false });
    nowhere.close();
    await sendMails(asked, { attempt: 2 });
    expect(server.to(email)).toHaveLength(1);
  });

  test('does not hold up the others', async () => {
    const { dealId, email, mail } = await dealAt('confirmation-signer');
    const other = `other.${email}`;
    const toOther: MailRequest = {
      ...mail('confirmation', 1),
      reader: { to: 'person', name: 'Alex', email: other, language: 'ja' },
    };
    const asked = { dealId, mails: [mail('confirmation'), toOther] };
    server.answer(email, 'greylist');
    const failure = await failureOf(sendMails(asked));
    expect(failure.message).toContain('1 of 2');
    expect(server.to(other)).toHaveLength(1);
    await sendMails(asked, { attempt: 2 });
    expect([server.to(other).length, server.to(email).length]).toEqual([1, 1]);
  });
});

describe('a mail that arrived without our knowing', () => {
  test('has the same Message-ID when it comes again after a lost answer', async () => {
    const { dealId, email, mail } = await dealAt('offer');
    const asked = { dealId, mails: [mail('offer')] };
    server.answer(email, 'acceptThenDrop');
    await failureOf(sendMails(asked));
    await sendMails(asked, { attempt: 2 });
    const ids = server.to(email).map(got => got.messageId);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
  });

  test('is left to a worker that may still be sending it', async () => {
    const { dealId, email, mail } = await dealAt('offer');
    const asked = { dealId, mails: [mail('offer')] };
    server.answer(email, 'greylist');
    await failureOf(sendMails(asked));
    await db.outbox.updateOne({ dealId }, { state: 'sending', claimedAt: new Date() });
    expect((await failureOf(sendMails(asked, { attempt: 2 }))).type).toBe('MailNotSent');
    expect(server.to(email)).toHaveLength(0);
  });

  test('is sent again with the same Message-ID when its worker was killed', async () => {
    const { dealId, email, mail } = await dealAt('offer');
    const asked = { dealId, mails: [mail('offer')] };
    await sendMails(asked);
    const killed = { state: 'sending', claimedAt: new Date(Date.now() - 120_000), $unset: { sentAt: 1 } };
    await db.outbox.updateOne({ dealId }, killed);
    await sendMails(asked, { attempt: 2 });
    const [first, second] = server.to(email);
    expect(second?.messageId).toBe(first?.messageId);
    expect(await rowOf(dealId)).toMatchObject({ state: 'sent', attempts: 2 });
  });
});

describe('a mail that is refused for good', () => {
  test.each([
    { answer: 'refuse' as const, words: '550 5.1.1 no such user' },
    { answer: 'refuseContent' as const, words: '554 5.7.1 looks like spam' },
  ])('is reported in the words of the server ($words)', async ({ answer, words }) => {
    const { dealId, email, mail } = await dealAt('offer');
    server.answer(email, answer);
    const { failed } = await sendMails({ dealId, mails: [mail('offer')] });
    expect(failed).toEqual([{ key: mail('offer').key, detail: `${email}: ${words}` }]);
    expect(await rowOf(dealId)).toMatchObject({ state: 'failed', attempts: 1, lastError: words });
  });

  test('is not tried again by itself, but when a person asks for it', async () => {
    const { dealId, email, mail } = await dealAt('offer');
    const asked = { dealId, mails: [mail('offer')] };
    server.answer(email, 'refuse');
    await sendMails(asked);
    expect((await sendMails(asked, { attempt: 2 })).failed).toHaveLength(1);
    expect(server.to(email)).toHaveLength(0);
    expect(await sendMails(asked)).toEqual({ failed: [] });
    expect(server.to(email)).toHaveLength(1);
  });
});

describe('a mail that came back', () => {
  test('goes out again when a person asks, and not by itself', async () => {
    const { dealId, email, mail } = await dealAt('offer');
    const asked = { dealId, mails: [mail('offer')] };
    await sendMails(asked);
    await db.outbox.updateOne({ dealId }, { state: 'bounced', lastError: '5.1.1 no such user' });
    const again = await sendMails(asked, { attempt: 2 });
    expect(again.failed).toEqual([{ key: mail('offer').key, detail: `${email}: 5.1.1 no such user` }]);
    expect(server.to(email)).toHaveLength(1);
    expect(await sendMails(asked)).toEqual({ failed: [] });
    expect(server.to(email)).toHaveLength(2);
  });
});

describe('the deal at the moment of sending', () => {
  test('decides what the mail says', async () => {
    const { deal, dealId, email, mail } = await dealAt('offer');
    const asked = { dealId, mails: [mail('offer')] };
    server.answer(email, 'greylist');
    await failureOf(sendMails(asked));
    const offers = deal.offers.map(offer => ({ ...offer, expiresOn: '2027-02-28' }));
    await saveDeal({ ...deal, seq: deal.seq + 1, offers });
    await sendMails(asked, { attempt: 2 });
    expect(server.to(email)[0]?.subject).toContain('February 28, 2027');
  });

  test('stops a reminder whose reason is gone, for ever', async () => {
    const { deal, dealId, email, mail } = await dealAt('accepted');
    const asked = { dealId, mails: [mail('offerExpiring')] };
    expect(await sendMails(asked)).toEqual({ failed: [] });
    expect(await rowOf(dealId)).toMatchObject({ state: 'skipped' });
    const { agreement: _none, ...rest } = deal;
    await saveDeal({ ...rest, offers: deal.offers.map(offer => ({ ...offer, state: 'released' })) });
    await sendMails(asked);
    expect(server.to(email)).toHaveLength(0);
  });

  test('must not be older than the mail: an old record would say that its reason is gone', async () => {
    const { deal, dealId, email, mail } = await dealAt('inquiryNotice');
    const request = { ...mail('offer'), key: `${deal.seq + 5}:offer:0` };
    const failure = await failureOf(sendMails({ dealId, mails: [request] }));
    expect(failure).toMatchObject({ type: 'MailNotSent', nonRetryable: false });
    expect(server.to(email)).toHaveLength(0);
    expect(await rowsOf(dealId)).toEqual([]);
  });

  test('without its record the mails wait', async () => {
    const { mail } = await dealAt('offer');
    const failure = await failureOf(sendMails({ dealId: 'd-unknown', mails: [mail('offer')] }));
    expect(failure).toMatchObject({ type: 'MailNotSent', nonRetryable: false });
  });

  test('that lacks what a mail is about is reported', async () => {
    const { dealId, mail } = await dealAt('offer');
    const { failed } = await sendMails({ dealId, mails: [mail('confirmation')] });
    expect(failed[0]?.detail).toContain('has no link to write about');
  });
});

describe('staff', () => {
  const staff = (name: string, change = {}) => ({
    email: `${name}@example.com`,
    name,
    roles: ['sales'] as 'sales'[],
    language: 'en' as const,
    timeZone: 'Europe/Berlin',
    passwordHash: 'none',
    active: true,
    ...change,
  });
  const notice = (deal: Deal, template: MailTemplate, to: 'owner' | 'approvers'): MailRequest => ({
    key: `${deal.seq}:${template}:1`,
    template,
    reader: { to },
  });
  const readersOf = async (dealId: string) => (await rowsOf(dealId)).map(row => row.to.email);

  beforeEach(async () => {
    await db.staff.deleteMany({});
    await db.staff.create([
      staff('ann'),
      staff('ben', { language: 'ja' }),
      staff('gone', { active: false }),
      staff('carl', { roles: ['approver'] }),
      staff('dora', { roles: ['approver'] }),
    ]);
  });

  test('all of sales hear of a deal that nobody owns, each in his language and once', async () => {
    const { deal, dealId } = await dealAt('inquiryNotice');
    const asked = { dealId, mails: [notice(deal, 'inquiryNotice', 'owner')] };
    server.answer('ben@example.com', 'greylist');
    await failureOf(sendMails(asked));
    await sendMails(asked, { attempt: 2 });
    expect(await readersOf(dealId)).toEqual(['ann@example.com', 'ben@example.com']);
    const mine = server.received.filter(mail => mail.inReplyTo?.includes(dealId));
    expect(mine.map(mail => mail.subject).sort()).toEqual([
      'New inquiry: Northwind Traders Ltd',
      '新しいお問い合わせ: Northwind Traders Ltd',
    ]);
    expect(mine[0]?.text).toContain('GMT+1');
  });

  test('the owner alone hears of his deal', async () => {
    const { deal, dealId } = await dealAt('accepted', { owner: 'ben@example.com' });
    await sendMails({ dealId, mails: [notice(deal, 'accepted', 'owner')] });
    expect(await readersOf(dealId)).toEqual(['ben@example.com']);
  });

  test('all of sales hear of a deal whose owner has left', async () => {
    const { deal, dealId } = await dealAt('accepted', { owner: 'gone@example.com' });
    await sendMails({ dealId, mails: [notice(deal, 'accepted', 'owner')] });
    expect(await readersOf(dealId)).toEqual(['ann@example.com', 'ben@example.com']);
  });

  test('every approver is asked but the one who asks', async () => {
    const { deal } = await dealAt('approvalRequested');
    if (!deal.approval) throw new Error('no approval');
    const requestedBy = { kind: 'staff' as const, id: 'dora@example.com' };
    const { dealId } = deal;
    await saveDeal({ ...deal, approval: { ...deal.approval, requestedBy } });
    await sendMails({ dealId, mails: [notice(deal, 'approvalRequested', 'approvers')] });
    expect(await readersOf(dealId)).toEqual(['carl@example.com']);
  });

  test('a notice that nobody would get is reported', async () => {
    await db.staff.deleteMany({});
    const { deal, dealId } = await dealAt('inquiryNotice');
    const request = notice(deal, 'inquiryNotice', 'owner');
    const { failed } = await sendMails({ dealId, mails: [request] });
    expect(failed).toEqual([{ key: request.key, detail: 'no active staff to write to (owner)' }]);
  });
});

describe('a mail about an account', () => {
  const verifyUrl = 'http://localhost:3000/accounts/verify/secret-token';

  async function queued(change = {}) {
    const id = randomUUID().slice(0, 8);
    const email = `alex.${id}@northwind.example`;
    const key = `verify:${id}`;
    const props = { name: 'Alex Kim', verifyUrl, expiresAt: '2026-12-21T00:00:00.000Z', ...change };
    await db.outbox.create({
      key,
      template: 'emailVerification',
      to: { name: 'Alex', email, language: 'ja' },
      props,
    });
    return { key, email };
  }
  const send = (key: string, attempt = 1) => {
    const { sendAccountMail } = createMailActivities({ db, transport, config, now });
    return inTemporal(attempt, () => sendAccountMail({ key }));
  };

  test('is sent once, and its link is kept nowhere afterwards', async () => {
    const { key, email } = await queued();
    await send(key);
    await send(key, 2);
    const [got, ...more] = server.to(email);
    expect(more).toEqual([]);
    expect(got?.text).toContain(verifyUrl);
    expect(got?.inReplyTo).toBeUndefined();
    const row = await db.outbox.findOne({ key }).lean();
    expect(row).toMatchObject({ state: 'sent' });
    expect(JSON.stringify(row)).not.toContain('secret-token');
  });

  test('keeps its link while it must wait', async () => {
    const { key, email } = await queued();
    server.answer(email, 'greylist');
    expect((await failureOf(send(key))).type).toBe('MailNotSent');
    await send(key, 2);
    expect(server.to(email)[0]?.text).toContain(verifyUrl);
  });

  test('is not sent when its link is of no more use', async () => {
    const { key, email } = await queued({ expiresAt: '2026-12-19T00:00:00.000Z' });
    await send(key);
    expect(server.to(email)).toEqual([]);
    const row = await db.outbox.findOne({ key }).lean();
    expect(row).toMatchObject({ state: 'skipped' });
    expect(row?.props).toBeUndefined();
  });

  test('that is refused for good is given up with its link', async () => {
    const { key, email } = await queued();
    server.answer(email, 'refuse');
    await send(key);
    const row = await db.outbox.findOne({ key }).lean();
    expect(row).toMatchObject({ state: 'failed', lastError: '550 5.1.1 no such user' });
    expect(row?.props).toBeUndefined();
  });
});
