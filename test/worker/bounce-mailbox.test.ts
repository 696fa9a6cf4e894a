import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { freePort } from '../../local/ports.ts';
import type { Reporting } from '../../shared/mail/bounces.ts';
import { signalDeal } from '../../shared/temporal/signal.ts';
import { startBounceMailbox } from '../../worker/bounce-mailbox.ts';
import { reportMail } from '../shared/mail/reports.ts';
import { eventually } from '../support/eventually.ts';
import { factsOf, offerMailed } from '../support/outside/bounced.ts';
import { dealWhich } from '../support/people.ts';
import { type Product, startProduct } from '../support/product.ts';
import { addressAt, mailboxPassword, mailboxUser, startImapServer } from './imap-server.ts';

describe('the mailbox of bounces', () => {
  let product: Product;
  let server: Awaited<ReturnType<typeof startImapServer>>;
  let port: number;
  let logged: string[] = [];
  const running: { stop(): Promise<void> }[] = [];

  beforeAll(async () => {
    product = await startProduct({ RECONCILE_SECONDS: 86_400 });
  });
  afterAll(() => product?.stop());
  beforeEach(async () => {
    logged = [];
    port = await freePort();
    server = await startImapServer(port);
  });
  afterEach(async () => {
    await Promise.all(running.splice(0).map(each => each.stop()));
    await server.stop();
  });

  const write = (facts: object, message: string) =>
    logged.push(
      `${message} ${JSON.stringify(facts, Object.getOwnPropertyNames(Object(facts)))} ${text(facts)}`,
    );
  const text = (facts: object) => Object.values(facts).map(String).join(' ');
  const log = { info: write, warn: write } as never;
  const signal: Reporting['signal'] = (dealId, command) => signalDeal(product.deps.temporal, dealId, command);

  /** A worker's reader, as worker/main.ts starts it, which waits for a shorter time. */
  function start(change: { address?: string; signal?: Reporting['signal'] } = {}) {
    const { address = addressAt(port), ...rest } = change;
    const reporting = { db: product.db, now: product.deps.now, signal, ...rest };
    const reader = startBounceMailbox({ config: { BOUNCE_IMAP_URL: address }, reporting, log, pauseMs: 50 });
    running.push(reader);
    return reader;
  }
  const says = (words: string) =>
    eventually(() => logged.find(line => line.includes(words)), { what: `a line about ${words}` });
  const stuckOf = (dealId: string) =>
    dealWhich(product, dealId, deal => deal.stuck.some(each => each.reason === 'mailBounced'), {
      what: 'a deal stuck with a mail that came back',
    });
  const seen = (count: number) =>
    eventually(async () => (await server.subjects(true)).length === count, { what: `${count} mails read` });

  it('is read: reports are received and marked as read, letters of persons are left as they are', async () => {
    const { dealId, email, messageId } = await offerMailed(product);
    await server.put(reportMail('person'));
    await server.put(reportMail('exchange-online', { messageId, email }));
    start();
    await stuckOf(dealId);
    await server.put(reportMail('postfix-delivered'));
    await seen(2);
    expect(await server.subjects(false)).toEqual(['Fwd: Undelivered Mail Returned to Sender']);
  });

  it('names a mail that Amazon SES has sent under an id of its own by its reader', async () => {
    const { dealId, email } = await offerMailed(product);
    await server.put(reportMail('amazon-ses', { email }));
    start();
    await stuckOf(dealId);
  });

  it('may be read by several workers at once, and the deal is told once', async () => {
    const { dealId, email, messageId } = await offerMailed(product);
    await server.put(reportMail('gmail', { messageId, email }));
    start();
    start();
    start();
    await stuckOf(dealId);
    await seen(1);
    expect(await factsOf(product, dealId, 'mailBounced')).toHaveLength(1);
  });

  it('is read on although one report cannot be received now or says nothing', async () => {
    const [waits, goes] = [await offerMailed(product), await offerMailed(product)];
    const empty = String(reportMail('postfix')).replace(/Final-Recipient[\s\S]*?(?=\r\n--4C2)/, '\r\n');
    await server.put(Buffer.from(empty));
    await server.put(Buffer.from('Content-Type: multipart/report\r\nSubject: \xff\x00\r\n\r\n', 'latin1'));
    await server.put(reportMail('postfix', waits));
    await server.put(reportMail('gmail', goes));
    let isDown = true;
    start({
      async signal(dealId, command) {
        if (isDown && dealId === waits.dealId) throw new Error('Temporal is down');
        return signal(dealId, command);
      },
    });
    await stuckOf(goes.dealId);
    await says('is not taken; it is read again');
    isDown = false;
    await stuckOf(waits.dealId);
    await seen(2);
    expect(await server.subjects(false)).toHaveLength(2);
  });

  it('is read again when its server is back', async () => {
    await server.stop();
    const { dealId, email, messageId } = await offerMailed(product);
    start();
    await says('the mailbox of bounces cannot be read');
    server = await startImapServer(port);
    await server.put(reportMail('gmail', { messageId, email }));
    await stuckOf(dealId);
  });

  it('that refuses the password says so, and shows neither password nor user', async () => {
    start({ address: addressAt(port, `not ${mailboxPassword}`) });
    await says('AUTHENTICATIONFAILED');
    for (const secret of [mailboxPassword, mailboxUser, addressAt(port)].flatMap(shown => [
      shown,
      encodeURIComponent(shown),
      Buffer.from(shown).toString('base64').slice(0, -4),
    ]))
      expect(logged.join('\n')).not.toContain(secret);
  });

  it.each([
    ['says nothing', ''],
    ['greets and says nothing more', '* OK IMAP4rev1 ready\r\n'],
  ])('stops at once although the server %s', async (_name, greeting) => {
    const sockets: Socket[] = [];
    const silent = createServer(socket => {
      sockets.push(socket);
      socket.on('error', () => {});
      socket.write(greeting);
    });
    await once(silent.listen(0, '127.0.0.1'), 'listening');
    const reader = start({ address: addressAt((silent.address() as AddressInfo).port) });
    await eventually(() => sockets.length > 0, { what: 'a connection' });
    const began = performance.now();
    await reader.stop();
    // Far below the ten seconds after which it would give up by itself.
    expect(performance.now() - began).toBeLessThan(8000);
    expect(logged).toEqual([]);
    for (const socket of sockets) socket.destroy();
    silent.close();
  });

  it('is not looked for when none is configured', async () => {
    await start({ address: '' }).stop();
    expect(logged).toEqual([]);
  });
});
