import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { freePort } from '../../local/ports.ts';
import { messagesIn } from '../../shared/i18n/messages.ts';
import type { Receiving } from '../../shared/mail/inbound/receive-mail.ts';
import { replyAddress } from '../../shared/mail/reply-address.ts';
import { signalDeal } from '../../shared/temporal/signal.ts';
import { startDeal } from '../../shared/temporal/start-deal.ts';
import { startSupportMailbox } from '../../worker/support-mailbox.ts';
import { letter } from '../shared/mail/inbound/letters.ts';
import { inquire } from '../support/deals.ts';
import { eventually } from '../support/eventually.ts';
import { dealWhich, mailsTo, staffAt } from '../support/people.ts';
import { type Product, startProduct } from '../support/product.ts';
import { sampleInquiry } from '../support/samples.ts';
import { addressAt, startImapServer } from './imap-server.ts';

const isAutomatic = ({ headers }: { headers: { name: string; value: string }[] }) =>
  headers.some(({ name, value }) => name.toLowerCase() === 'auto-submitted' && value === 'auto-replied');

describe('the mailbox of support', () => {
  let product: Product;
  let server: Awaited<ReturnType<typeof startImapServer>>;
  let port: number;
  const running: { stop(): Promise<void> }[] = [];

  beforeAll(async () => {
    product = await startProduct({
      RECONCILE_SECONDS: 86_400,
      MAIL_REPLY_TEMPLATE: 'support+{token}@example.com',
    });
  });
  afterAll(() => product?.stop());
  beforeEach(async () => {
    port = await freePort();
    server = await startImapServer(port);
  });
  afterEach(async () => {
    await Promise.all(running.splice(0).map(each => each.stop()));
    await server.stop();
  });

  /** A worker's reader, as worker/main.ts starts it, which waits for a shorter time. */
  function start(change: Partial<Receiving> = {}) {
    const { db, config, deps } = product;
    const receiving: Receiving = {
      db,
      config,
      temporal: deps.temporal,
      now: deps.now,
      signal: (dealId, command) => signalDeal(deps.temporal, dealId, command),
      open: input => startDeal(deps.temporal, config, input),
      ...change,
    };
    const log = { info: () => {}, warn: () => {} } as never;
    const reader = startSupportMailbox({
      config: { SUPPORT_IMAP_URL: addressAt(port) },
      receiving,
      log,
      pauseMs: 50,
    });
    running.push(reader);
  }
  const somebody = () => `${randomUUID()}@aozora.example`;
  const read = (count: number) =>
    eventually(async () => (await server.subjects(true)).length === count, { what: `${count} mails read` });
  const kept = (email: string) => product.db.inboundMails.findOne({ 'from.email': email }).lean();

  async function dealOf(email: string): Promise<string> {
    const { contact } = sampleInquiry();
    return inquire(product, { contact: { ...contact, email } });
  }
  const written = async (dealId: string) =>
    (await staffAt(product, 'sales').timeline(dealId)).filter(({ event }) => event.type === 'writeToStaff');

  it('an answer becomes a message of its deal, once, with the clock of an inquiry', async () => {
    const email = somebody();
    const dealId = await dealOf(email);
    const to = replyAddress(product.config, dealId) ?? '';
    const mail = letter({
      from: `Hanako <${email}>`,
      to,
      subject: 'Re: terms',
      text: 'The 15th.\n\nOn Thu, Dec 3, 2026 at 10:40 AM X <x@example.com> wrote:\n> Which day?\n',
      attachment: 'pdf',
    });
    await server.put(mail);
    await server.put(mail);
    start();
    start();
    const deal = await dealWhich(product, dealId, ({ request }) => request);
    expect(deal.request).toMatchObject({ kind: 'message', message: 'The 15th.' });
    await read(2);
    const [only, ...others] = await written(dealId);
    expect(others).toEqual([]);
    expect(only).toMatchObject({
      by: { kind: 'buyer', id: email, name: 'Hanako' },
      event: { text: 'The 15th.', via: 'mail', withoutAttachments: 1 },
    });
    expect((await kept(email))?.text).toBeUndefined();
  });

  it('is answered from the deal by a mail whose reply leads back', async () => {
    const email = somebody();
    const dealId = await dealOf(email);
    const sales = staffAt(product, 'sales');
    expect((await sales.step(dealId, 'write-to-buyer', { text: 'Which day suits you?' })).status).toBe(200);
    const mail = await eventually(
      async () => (await mailsTo(product, email)).find(({ text }) => text.includes('Which day suits you?')),
      { what: 'the message by mail' },
    );
    const header = (name: string) => mail?.headers.find(each => each.name.toLowerCase() === name)?.value;
    expect(header('reply-to')).toBe(replyAddress(product.config, dealId));
    await server.put(
      letter({
        from: email,
        to: 'support@example.com',
        headers: { 'In-Reply-To': header('message-id') ?? '' },
      }),
    );
    start();
    await dealWhich(product, dealId, ({ request }) => request?.kind === 'message');
  });

  it('a mail that belongs to no deal opens one, once, with a receipt in its language', async () => {
    const email = somebody();
    const mail = letter({
      from: `佐藤 花子 <${email}>`,
      subject: 'お見積り',
      text: 'Example Cloud を購入したいです。',
    });
    await server.put(mail);
    await server.put(mail);
    start();
    await read(2);
    const dealId = (await kept(email))?.dealId ?? '';
    const { inquiry } = await dealWhich(
      product,
      dealId,
      ({ inquiry: { contact } }) => contact.email === email,
    );
    expect(inquiry).toMatchObject({
      company: 'aozora.example',
      contact: { name: '佐藤 花子', language: 'ja' },
    });
    const receipt = await eventually(async () => (await mailsTo(product, email))[0], { what: 'the receipt' });
    expect(receipt?.subject).toBe('お問い合わせを受け付けました');
    await server.put(letter({ from: email, subject: 'One more thing', text: 'And support, please.' }));
    await dealWhich(product, dealId, ({ request }) => request?.message === 'And support, please.');
  });

  it('says to whoever attaches something that it is not here, in the conversation, once a day', async () => {
    const email = somebody();
    const dealId = await dealOf(email);
    const to = replyAddress(product.config, dealId) ?? '';
    for (const text of ['Signed.', 'And once more.'])
      await server.put(letter({ from: email, to, text, attachment: 'pdf' }));
    start();
    await eventually(async () => (await written(dealId)).length === 2, { what: 'both messages' });
    const { subject } = messagesIn('en').mails.attachmentsNotKept;
    const answers = async () =>
      (await mailsTo(product, email)).filter(
        mail => mail.subject === subject({ vendor: product.config.vendor.name }),
      );
    const answer = await eventually(async () => (await answers())[0], { what: 'the answer' });
    const header = (name: string) => answer?.headers.find(each => each.name.toLowerCase() === name)?.value;
    expect(header('auto-submitted')).toBe('auto-replied');
    expect(header('x-auto-response-suppress')).toContain('AutoReply');
    expect(header('references')).toContain(`deal-${dealId}`);
    expect(header('reply-to')).toBe(to);
    expect(answer?.text).not.toContain('Signed.');
    await dealWhich(product, dealId, ({ mails }) => mails.length === 0);
    expect(await answers()).toHaveLength(1);
  });

  it('says so to whoever sends nothing but a file, known or not, once a day and to no program', async () => {
    const stranger = somebody();
    const buyer = somebody();
    const program = somebody();
    const dealId = await dealOf(buyer);
    const nothing = { subject: '', text: '', attachment: 'pdf' };
    for (const from of [stranger, stranger, `佐藤 花子 <${buyer}>`])
      await server.put(letter({ ...nothing, from }));
    await server.put(letter({ ...nothing, from: program, headers: { Precedence: 'bulk' } }));
    start();
    await read(4);
    expect(await kept(buyer)).toMatchObject({ state: 'held', reason: 'empty', dealId });
    const answers = async (email: string) => (await mailsTo(product, email)).filter(isAutomatic);
    for (const email of [stranger, buyer]) {
      const answer = await eventually(async () => (await answers(email))[0], { what: 'the answer' });
      expect(answer?.text.replace(/\s+/g, ' ')).toContain(
        messagesIn('en').mails.attachmentsNotKept.missing(1),
      );
    }
    expect(await product.db.outbox.countDocuments({ 'to.email': stranger })).toBe(1);
    expect(await product.db.outbox.countDocuments({ 'to.email': program })).toBe(0);
  });

  it('an inquiry with attachments keeps their number, which its receipt and the notice tell', async () => {
    const email = somebody();
    await server.put(letter({ from: email, subject: 'Order', text: 'It is signed.', attachment: 'pdf' }));
    start();
    await read(1);
    const dealId = (await kept(email))?.dealId ?? '';
    const { inquiry } = await dealWhich(product, dealId, ({ mails }) => mails.length === 0);
    expect(inquiry.withoutAttachments).toBe(1);
    const rows = await product.db.outbox.find({ dealId }).lean();
    const { inquiryNotice, attachmentsNotKept } = messagesIn('en').mails;
    const saidBy = (template: string) => rows.find(row => row.template === template)?.html;
    expect(saidBy('inquiryReceived')).toContain(attachmentsNotKept.missing(1));
    expect(saidBy('inquiryNotice')).toContain(inquiryNotice.withoutAttachments(1));
  });

  it('programs are not listened to, and nothing of ours comes back in', async () => {
    const email = somebody();
    const dealId = await dealOf(email);
    const to = replyAddress(product.config, dealId) ?? '';
    await server.put(
      letter({ from: email, to, headers: { 'Auto-Submitted': 'auto-replied' }, attachment: 'pdf' }),
    );
    await server.put(letter({ from: product.config.SUPPORT_EMAIL, to }));
    start();
    await read(2);
    expect(await written(dealId)).toEqual([]);
    expect(await product.db.outbox.countDocuments({ dealId, template: 'attachmentsNotKept' })).toBe(0);
    expect((await kept(email))?.state).toBe('automatic');
  });

  it('what only a person can tell is held, with its words', async () => {
    const stranger = somebody();
    const dealId = await dealOf(somebody());
    await server.put(letter({ from: stranger, to: replyAddress(product.config, dealId), text: 'Who am I?' }));
    const twice = somebody();
    await dealOf(twice);
    await dealOf(twice);
    await server.put(letter({ from: twice }));
    start();
    await read(2);
    expect(await kept(stranger)).toMatchObject({
      state: 'held',
      reason: 'unknownSender',
      dealId,
      text: 'Who am I?',
    });
    expect(await kept(twice)).toMatchObject({ state: 'held', reason: 'severalDeals' });
    expect(await written(dealId)).toEqual([]);
  });

  it('somebody who sends many opens ten deals an hour, and the rest waits for a person', async () => {
    const email = somebody();
    let opened = 0;
    for (const number of Array.from({ length: 11 }, (_, index) => index))
      await server.put(letter({ from: email, subject: `Offer ${number}` }));
    // None of them is known to the desk while the others are looked at.
    start({
      async open() {
        opened += 1;
      },
    });
    await read(11);
    expect(opened).toBe(10);
    expect(await product.db.inboundMails.countDocuments({ 'from.email': email, reason: 'tooMany' })).toBe(1);
  });

  it('is read again when Temporal or MongoDB could not take a mail', async () => {
    const email = somebody();
    const dealId = await dealOf(email);
    let failures = 0;
    await server.put(letter({ from: email, to: replyAddress(product.config, dealId), text: 'Hello?' }));
    start({
      async signal(id, command) {
        if (failures++ < 2) throw new Error('not now');
        return signalDeal(product.deps.temporal, id, command);
      },
    });
    await dealWhich(product, dealId, ({ request }) => request?.message === 'Hello?');
    expect(await written(dealId)).toHaveLength(1);
  });
});
