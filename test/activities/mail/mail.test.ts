import type { MailRequest } from '../../../deal/mails/mails.ts';
import { startMailServer } from './mail-server.ts';
import { failureOf, now, openPostOffice, type PostOffice, transportTo } from './post-office.ts';

let office: PostOffice;
beforeAll(async () => {
  office = await openPostOffice();
});
afterAll(() => office?.close());

describe('a mail that is taken', () => {
  test('arrives once, with HTML, plain text and the names of all headers', async () => {
    const { dealId, email, mail } = await office.dealAt('offer');
    expect(await office.sendMails({ dealId, mails: [mail('offer')] })).toEqual({ failed: [] });
    const [got, ...more] = office.server.to(email);
    expect(more).toEqual([]);
    expect(got?.subject).toBe('Your offer for Example Cloud: accept by December 31, 2026');
    expect(got?.html).toContain('Review Offer');
    expect(got?.text).toContain(`http://localhost:3000/offers/${dealId}.`);
    expect(got?.from).toMatchObject({ name: 'Example', address: 'offers@mail.example.com' });
    expect(got?.replyTo).toMatchObject([{ address: 'support@example.com' }]);
    expect(got?.headers).toContainEqual(
      expect.objectContaining({ key: 'auto-submitted', value: 'auto-generated' }),
    );
    const suppressed = got?.headers.find(({ key }) => key === 'x-auto-response-suppress')?.value;
    expect(suppressed).toMatch(/OOF, AutoReply/);
    // Reports of what did not arrive are wanted.
    expect(suppressed).not.toMatch(/\bNDR\b|\bAll\b/);
    expect(got?.messageId).toMatch(/^<[0-9a-f]{32}@mail\.example\.com>$/);
  });

  test('names what the deal asked for, so that it can be asked for again', async () => {
    const { dealId, mail } = await office.dealAt('offer');
    await office.sendMails({ dealId, mails: [mail('offer')] });
    expect((await office.rowOf(dealId))?.request).toEqual(mail('offer'));
  });

  test('is in one conversation with the other mails of its deal', async () => {
    const { dealId, email, mail } = await office.dealAt('offer');
    await office.sendMails({ dealId, mails: [mail('offer'), mail('offerExpiring', 1)] });
    const threads = office.server.to(email).map(got => [got.inReplyTo, got.references]);
    const root = `<deal-${dealId}@mail.example.com>`;
    expect(threads).toEqual([
      [root, root],
      [root, root],
    ]);
  });

  test('is reported to another address than the one that readers see, when there is one', async () => {
    const { dealId, email, mail } = await office.dealAt('offer');
    await office.sendMails({ dealId, mails: [mail('offer')] });
    const settings = { MAIL_BOUNCE_ADDRESS: 'bounces@mail.example.com' };
    await office.sendMails({ dealId, mails: [mail('offer', 1)] }, { settings });
    const senders = office.server.to(email).map(({ from, mailFrom }) => [from?.address, mailFrom]);
    expect(senders).toEqual([
      ['offers@mail.example.com', 'offers@mail.example.com'],
      ['offers@mail.example.com', 'bounces@mail.example.com'],
    ]);
  });

  test('is not sent again, whoever asks', async () => {
    const { dealId, email, mail } = await office.dealAt('offer');
    const asked = { dealId, mails: [mail('offer')] };
    await office.sendMails(asked);
    await office.sendMails(asked, { attempt: 2 });
    await office.sendMails(asked);
    expect(office.server.to(email)).toHaveLength(1);
  });

  test('is sent once when two attempts run at the same moment', async () => {
    const { dealId, email, mail } = await office.dealAt('offer');
    const asked = { dealId, mails: [mail('offer')] };
    await Promise.allSettled([
      office.sendMails(asked),
      office.sendMails(asked),
      office.sendMails(asked),
      office.sendMails(asked),
    ]);
    expect(office.server.to(email)).toHaveLength(1);
    expect(await office.rowOf(dealId)).toMatchObject({ state: 'sent', attempts: 1 });
  });

  test('is kept without the link by which anybody could act for the buyer', async () => {
    const { dealId, mail } = await office.dealAt('offer');
    await office.sendMails({ dealId, mails: [mail('offer')] });
    const row = await office.rowOf(dealId);
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
    const { dealId, email, mail } = await office.dealAt('offer');
    const asked = { dealId, mails: [mail('offer')] };
    office.server.answer(email, answer);
    const failure = await failureOf(office.sendMails(asked));
    expect(failure).toMatchObject({ type: 'MailNotSent', nonRetryable: false });
    expect(failure.message).toContain(code);
    expect(failure.message).not.toContain(email);
    expect(await office.rowOf(dealId)).toMatchObject({ state: 'queued', attempts: 1 });

    expect(await office.sendMails(asked, { attempt: 2 })).toEqual({ failed: [] });
    expect(office.server.to(email)).toHaveLength(1);
    expect(await office.rowOf(dealId)).toMatchObject({ state: 'sent', attempts: 2 });
  });

  test('waits when nobody listens', async () => {
    const { dealId, email, mail } = await office.dealAt('offer');
    const gone = await startMailServer();
    await gone.stop();
    const nowhere = transportTo(gone.url);
    const asked = { dealId, mails: [mail('offer')] };
    const failure = await failureOf(office.sendMails(asked, { through: nowhere }));
    expect(failure).toMatchObject({ type: 'MailNotSent', nonRetryable: false });
    nowhere.close();
    await office.sendMails(asked, { attempt: 2 });
    expect(office.server.to(email)).toHaveLength(1);
  });

  test('does not hold up the others', async () => {
    const { dealId, email, mail } = await office.dealAt('confirmation-signer');
    const other = `other.${email}`;
    const toOther: MailRequest = {
      ...mail('confirmation', 1),
      reader: { to: 'person', name: 'Alex', email: other, language: 'ja' },
    };
    const asked = { dealId, mails: [mail('confirmation'), toOther] };
    office.server.answer(email, 'greylist');
    const failure = await failureOf(office.sendMails(asked));
    expect(failure.message).toContain('1 of 2');
    expect(office.server.to(other)).toHaveLength(1);
    await office.sendMails(asked, { attempt: 2 });
    expect([office.server.to(other).length, office.server.to(email).length]).toEqual([1, 1]);
  });
});

describe('a mail that arrived without our knowing', () => {
  test('has the same Message-ID when it comes again after a lost answer', async () => {
    const { dealId, email, mail } = await office.dealAt('offer');
    const asked = { dealId, mails: [mail('offer')] };
    office.server.answer(email, 'acceptThenDrop');
    await failureOf(office.sendMails(asked));
    await office.sendMails(asked, { attempt: 2 });
    const ids = office.server.to(email).map(got => got.messageId);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
  });

  test('is left to a worker that may still be sending it', async () => {
    const { dealId, email, mail } = await office.dealAt('offer');
    const asked = { dealId, mails: [mail('offer')] };
    office.server.answer(email, 'greylist');
    await failureOf(office.sendMails(asked));
    await office.db.outbox.updateOne({ dealId }, { state: 'sending', claimedAt: new Date() });
    expect((await failureOf(office.sendMails(asked, { attempt: 2 }))).type).toBe('MailNotSent');
    expect(office.server.to(email)).toHaveLength(0);
  });

  test('is sent again with the same Message-ID when its worker was killed', async () => {
    const { dealId, email, mail } = await office.dealAt('offer');
    const asked = { dealId, mails: [mail('offer')] };
    await office.sendMails(asked);
    const killed = { state: 'sending', claimedAt: new Date(Date.now() - 120_000), $unset: { sentAt: 1 } };
    await office.db.outbox.updateOne({ dealId }, killed);
    await office.sendMails(asked, { attempt: 2 });
    const [first, second] = office.server.to(email);
    expect(second?.messageId).toBe(first?.messageId);
    expect(await office.rowOf(dealId)).toMatchObject({ state: 'sent', attempts: 2 });
  });
});

describe('a mail that is refused for good', () => {
  test.each([
    { answer: 'refuse' as const, words: '550 5.1.1 no such user', about: { badAddress: true } },
    { answer: 'refuseContent' as const, words: '554 5.7.1 looks like spam', about: {} },
  ])('is reported in the words of the server ($words)', async ({ answer, words, about }) => {
    const { dealId, email, mail } = await office.dealAt('offer');
    office.server.answer(email, answer);
    const { failed } = await office.sendMails({ dealId, mails: [mail('offer')] });
    expect(failed).toEqual([{ key: mail('offer').key, detail: `${email}: ${words}`, ...about }]);
    expect(await office.rowOf(dealId)).toMatchObject({ state: 'failed', attempts: 1, lastError: words });
  });

  test('is not tried again by itself, but when a person asks for it', async () => {
    const { dealId, email, mail } = await office.dealAt('offer');
    const asked = { dealId, mails: [mail('offer')] };
    office.server.answer(email, 'refuse');
    await office.sendMails(asked);
    expect((await office.sendMails(asked, { attempt: 2 })).failed).toHaveLength(1);
    expect(office.server.to(email)).toHaveLength(0);
    expect(await office.sendMails(asked)).toEqual({ failed: [] });
    expect(office.server.to(email)).toHaveLength(1);
  });
});

describe('a mail that came back', () => {
  test('goes out again when a person asks, and not by itself', async () => {
    const { dealId, email, mail } = await office.dealAt('offer');
    const asked = { dealId, mails: [mail('offer')] };
    await office.sendMails(asked);
    await office.db.outbox.updateOne({ dealId }, { state: 'bounced', lastError: '5.1.1 no such user' });
    const again = await office.sendMails(asked, { attempt: 2 });
    expect(again.failed).toEqual([{ key: mail('offer').key, detail: `${email}: 5.1.1 no such user` }]);
    expect(office.server.to(email)).toHaveLength(1);
    expect(await office.sendMails(asked)).toEqual({ failed: [] });
    expect(office.server.to(email)).toHaveLength(2);
  });
});

describe('the deal at the moment of sending', () => {
  test('decides what the mail says', async () => {
    const { deal, dealId, email, mail } = await office.dealAt('offer');
    const asked = { dealId, mails: [mail('offer')] };
    office.server.answer(email, 'greylist');
    await failureOf(office.sendMails(asked));
    const offers = deal.offers.map(offer => ({ ...offer, expiresOn: '2027-02-28' }));
    await office.saveDeal({ ...deal, seq: deal.seq + 1, offers });
    await office.sendMails(asked, { attempt: 2 });
    expect(office.server.to(email)[0]?.subject).toContain('February 28, 2027');
  });

  test('stops a reminder whose reason is gone, for ever', async () => {
    const { deal, dealId, email, mail } = await office.dealAt('accepted');
    const asked = { dealId, mails: [mail('offerExpiring')] };
    expect(await office.sendMails(asked)).toEqual({ failed: [] });
    expect(await office.rowOf(dealId)).toMatchObject({ state: 'skipped' });
    const { agreement: _none, ...rest } = deal;
    await office.saveDeal({ ...rest, offers: deal.offers.map(offer => ({ ...offer, state: 'released' })) });
    await office.sendMails(asked);
    expect(office.server.to(email)).toHaveLength(0);
  });

  test('must not be older than the mail: an old record would say that its reason is gone', async () => {
    const { deal, dealId, email, mail } = await office.dealAt('inquiryNotice');
    const request = { ...mail('offer'), key: `${deal.seq + 5}:offer:0` };
    const failure = await failureOf(office.sendMails({ dealId, mails: [request] }));
    expect(failure).toMatchObject({ type: 'MailNotSent', nonRetryable: false });
    expect(office.server.to(email)).toHaveLength(0);
    expect(await office.rowsOf(dealId)).toEqual([]);
  });

  test('without its record the mails wait', async () => {
    const { mail } = await office.dealAt('offer');
    const failure = await failureOf(office.sendMails({ dealId: 'd-unknown', mails: [mail('offer')] }));
    expect(failure).toMatchObject({ type: 'MailNotSent', nonRetryable: false });
  });

  test('that lacks what a mail is about is reported', async () => {
    const { dealId, mail } = await office.dealAt('offer');
    const { failed } = await office.sendMails({ dealId, mails: [mail('confirmation')] });
    expect(failed[0]?.detail).toContain('has no link to write about');
  });
});
