import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import { createTransport, type SendMailOptions } from 'nodemailer';
import { type Mailbox, startMailbox } from '../../local/mailbox/mailbox.ts';
import { freePort } from '../../local/ports.ts';
import { eventually } from '../support/eventually.ts';

// Real processes and connections take long on a busy machine.
jest.setTimeout(60_000);

const SUBJECT = 'プライベートオファーのご案内：10月31日までにご確認ください';
let dataDir: string;
let mailbox: Mailbox;

const open = () => startMailbox({ port: 0, smtpPort: 0, dataDir });
const get = (path: string, init?: RequestInit) => fetch(`${mailbox.url}${path}`, init);
const json = async (path: string) => (await get(path)).json();

async function send(mail: SendMailOptions): Promise<void> {
  const transport = createTransport(mailbox.smtpUrl);
  await transport.sendMail({
    from: 'Offerdesk <desk@example.com>',
    subject: SUBJECT,
    text: 'こんにちは',
    ...mail,
  });
  transport.close();
}

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'mailbox-'));
  mailbox = await open();
});

afterEach(async () => {
  await mailbox.stop();
  await rm(dataDir, { recursive: true });
});

test('shows a Japanese mail as it was written, on the page and in the API', async () => {
  await send({
    to: '山田 花子 <hanako@example.jp>',
    text: '内容をご確認ください。',
    html: '<p>内容を<b>ご確認</b>ください。</p>',
  });
  const [mail] = await json('/api/mails');
  expect(mail).toMatchObject({
    subject: SUBJECT,
    to: ['hanako@example.jp'],
    from: 'Offerdesk <desk@example.com>',
  });
  expect(mail.text).toContain('内容をご確認ください。');
  expect(await (await get('/')).text()).toContain(SUBJECT);
  expect(await (await get(`/mails/${mail.id}`)).text()).toContain(SUBJECT);
  const html = await get(`/mails/${mail.id}/html`);
  expect(html.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(await html.text()).toContain('<b>ご確認</b>');
});

test('lists the newest mail first', async () => {
  await send({ to: 'a@example.com', subject: 'first' });
  await send({ to: 'a@example.com', subject: 'second' });
  expect((await json('/api/mails')).map((mail: { subject: string }) => mail.subject)).toEqual([
    'second',
    'first',
  ]);
});

test('finds the mails of one recipient, blind copies included', async () => {
  await send({ to: 'one@example.com', subject: 'to one' });
  await send({ to: 'two@example.com', bcc: 'One@Example.com', subject: 'to both' });
  await send({ to: 'two@example.com', subject: 'to two' });
  const found = await json('/api/mails?to=one@example.com');
  expect(found.map((mail: { subject: string }) => mail.subject)).toEqual(['to both', 'to one']);
  expect(await json('/api/mails?to=nobody@example.com')).toEqual([]);
});

test('names the attachments and does not mix them into the text', async () => {
  const attachments = [{ filename: '見積書.pdf', content: Buffer.alloc(2048) }];
  await send({ to: 'a@example.com', attachments });
  const [mail] = await json('/api/mails');
  expect(mail.attachments).toEqual([{ name: '見積書.pdf', type: 'application/pdf', bytes: 2048 }]);
  expect(await (await get(`/mails/${mail.id}`)).text()).toContain('見積書.pdf');
});

test('keeps mails over a restart and numbers on', async () => {
  await send({ to: 'a@example.com', subject: 'kept' });
  await mailbox.stop();
  mailbox = await open();
  await send({ to: 'a@example.com', subject: 'new' });
  const mails = await json('/api/mails');
  expect(mails.map((mail: { id: string; subject: string }) => [mail.id, mail.subject])).toEqual([
    ['2', 'new'],
    ['1', 'kept'],
  ]);
});

test('deletes all mails for good, but not on the word of another site', async () => {
  await send({ to: 'a@example.com' });
  const foreign = await get('/delete-all', { method: 'POST', headers: { 'sec-fetch-site': 'cross-site' } });
  expect(foreign.status).toBe(403);
  expect(await json('/api/mails')).toHaveLength(1);
  expect((await get('/delete-all', { method: 'POST' })).status).toBe(200);
  await mailbox.stop();
  mailbox = await open();
  expect(await json('/api/mails')).toEqual([]);
});

test('shows the HTML of a mail without its scripts running and without escaping into the page', async () => {
  await send({
    to: 'a@example.com',
    subject: '<script>alert(1)</script>',
    html: '<script>alert(2)</script><p>Hi</p>',
  });
  const page = await (await get('/mails/1')).text();
  expect(page).not.toContain('<script>');
  expect(page).toContain('sandbox="allow-popups allow-popups-to-escape-sandbox"');
  const policy = (await get('/mails/1/html')).headers.get('content-security-policy');
  expect(policy).toMatch(/^sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'/);
});

test('answers 404 for a mail that is not there', async () => {
  expect((await get('/mails/77')).status).toBe(404);
  expect((await get('/api/mails/77')).status).toBe(404);
});

test('refuses to start on a taken port and leaves nothing listening', async () => {
  const port = Number(new URL(mailbox.url).port);
  const smtpPort = Number(new URL(mailbox.smtpUrl).port);
  const free = await freePort();
  await expect(startMailbox({ port, smtpPort: free })).rejects.toThrow('EADDRINUSE');
  await expect(startMailbox({ port: free, smtpPort })).rejects.toThrow('EADDRINUSE');
  const next = await startMailbox({ port: 0, smtpPort: free });
  await next.stop();
});

describe('mails to support', () => {
  const secret = 'between-mailbox-and-api';
  const taken: { key: unknown; raw: string }[] = [];
  let refusals = 0;
  const api = createServer(async (request, response) => {
    const raw = Buffer.concat(await request.toArray()).toString();
    if (refusals-- > 0) return response.writeHead(503).end();
    taken.push({ key: request.headers['x-api-key'], raw });
    return response.writeHead(200).end();
  });
  let linked: Mailbox;

  beforeAll(async () => {
    api.listen(0, '127.0.0.1');
    await once(api, 'listening');
    const url = `http://127.0.0.1:${(api.address() as AddressInfo).port}/mail/inbound`;
    const handover = { url, secret, address: 'support@example.com' };
    linked = await startMailbox({ port: 0, smtpPort: 0, handover });
  });
  afterAll(async () => {
    await linked.stop();
    api.close();
  });
  const write = (fields: Record<string, string>) =>
    fetch(`${linked.url}/write`, { method: 'POST', redirect: 'manual', body: new URLSearchParams(fields) });

  test('are handed over as they came, once the product takes them', async () => {
    refusals = 1;
    const letter = { from: 'hanako@aozora.example', to: 'support+t0k@example.com', subject: 'Re: 条件' };
    expect(
      (await write({ ...letter, text: '15日でお願いします。', answers: '<a@example.com>' })).status,
    ).toBe(303);
    await write({ ...letter, to: 'somebody@example.com', text: 'Not for support' });
    await eventually(() => taken.length > 0);
    expect(taken).toEqual([{ key: secret, raw: expect.stringContaining('In-Reply-To: <a@example.com>') }]);
    expect(taken[0]?.raw).toContain('To: support+t0k@example.com');
  });

  test('are written as the answer of whoever had the mail, to where it says', async () => {
    const transport = createTransport(linked.smtpUrl);
    const { messageId } = await transport.sendMail({
      from: 'Example <desk@example.com>',
      to: 'jiro@aozora.example',
      replyTo: 'support+abc@example.com',
      subject: 'A question',
      text: 'Which day?',
    });
    transport.close();
    const [{ id }] = await (await fetch(`${linked.url}/api/mails?to=jiro`)).json();
    const html = await (await fetch(`${linked.url}/mails/${id}/answer`)).text();
    for (const value of ['jiro@aozora.example', 'support+abc@example.com', 'Re: A question'])
      expect(html).toContain(`value="${value}"`);
    expect(html).toContain(messageId.replaceAll('<', '&lt;').replace('>', ''));
    expect(await (await fetch(linked.url)).text()).toContain('Write to support@example.com');
  });

  test('that cannot be sent stay as they were written, with the reason', async () => {
    const answer = await write({
      from: 'me@aozora.example',
      to: 'nobody',
      subject: 'Hello',
      text: 'What I wrote',
    });
    expect([answer.status, await answer.text()]).toEqual([422, expect.stringContaining('What I wrote')]);
    expect((await write({ from: 'me@aozora.example' })).status).toBe(400);
  });
});
