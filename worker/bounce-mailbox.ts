import { setTimeout as pause } from 'node:timers/promises';
import { ImapFlow, type ImapFlowError } from 'imapflow';
import type { Logger } from 'pino';
import type { Config } from '../shared/config.ts';
import { type MailboxAddress, mailboxFrom } from '../shared/mail/bounce-settings.ts';
import { type Received, type Reporting, receiveReport } from '../shared/mail/bounces.ts';
import { readDeliveryReport } from '../shared/mail/delivery-report.ts';

const second = 1000;
const betweenLooks = 60 * second;
/** Some providers lock a mailbox after many refused sign-ins. */
const longestPause = 15 * 60 * second;
/** The report itself is at the beginning; what it returns may be of any size. */
const mostBytes = 256 * 1024;
/** A mailbox may hold many letters of persons that nobody has read yet. */
const mostLooked = 500;

interface Reading {
  address: MailboxAddress;
  reporting: Reporting;
  log: Pick<Logger, 'info' | 'warn'>;
  /** Aborted: the connection is closed at once. */
  signal: AbortSignal;
}

/**
 * Reads the reports in a mailbox until it is stopped: each unread one is received, then marked as read. Any other mail
 * is left as it is, for a person. Several workers may read the same mailbox; a report that is read twice does nothing new.
 */
export async function readBounces(reading: Reading, pauseMs = betweenLooks): Promise<void> {
  let failures = 0;
  while (!reading.signal.aborted) {
    failures = (await look(reading)) ? 0 : failures + 1;
    const wait = Math.min(pauseMs * 2 ** failures, Math.max(pauseMs, longestPause));
    await pause(wait, undefined, { signal: reading.signal }).catch(() => {});
  }
}

/** Runs `readBounces` for the configured mailbox, if there is one. `stop` returns when nothing is under way. */
export function startBounceMailbox(needs: {
  config: Pick<Config, 'BOUNCE_IMAP_URL'>;
  reporting: Reporting;
  log: Reading['log'];
  pauseMs?: number;
}): { stop(): Promise<void> } {
  const { config, reporting, log, pauseMs } = needs;
  if (!config.BOUNCE_IMAP_URL) return { stop: async () => {} };
  const stopping = new AbortController();
  const address = mailboxFrom(config.BOUNCE_IMAP_URL);
  const reading = readBounces({ address, reporting, log, signal: stopping.signal }, pauseMs);
  return {
    async stop() {
      stopping.abort();
      await reading;
    },
  };
}

/** One look into the mailbox, over a connection of its own. False when the mailbox could not be read. */
async function look(reading: Reading): Promise<boolean> {
  const client = connect(reading.address);
  const close = () => client.close();
  reading.signal.addEventListener('abort', close);
  try {
    await client.connect();
    await client.mailboxOpen(reading.address.mailbox);
    for (const uid of await reportsIn(client)) await take(reading, { client, uid });
    return true;
  } catch (error) {
    if (!reading.signal.aborted) reading.log.warn(causeOf(error), 'the mailbox of bounces cannot be read');
    return false;
  } finally {
    reading.signal.removeEventListener('abort', close);
    client.close();
  }
}

function connect({ mailbox: _mailbox, ...server }: MailboxAddress): ImapFlow {
  const client = new ImapFlow({
    ...server,
    logger: false,
    disableAutoIdle: true,
    connectionTimeout: 10 * second,
    greetingTimeout: 10 * second,
    socketTimeout: 30 * second,
    maxLiteralSize: 4 * mostBytes,
  });
  // What fails is thrown by the call under way as well.
  client.on('error', () => {});
  return client;
}

/** Server, codes and the server's words; the command that failed may hold the user's name. */
function causeOf(error: unknown) {
  const { code, serverResponseCode, responseText, message } = error as ImapFlowError;
  return { code: code ?? serverResponseCode, reason: responseText ?? message };
}

/** The unread mails that call themselves reports, by the numbers that stay. */
async function reportsIn(client: ImapFlow): Promise<number[]> {
  const unseen = (await client.search({ seen: false }, { uid: true })) || [];
  if (unseen.length === 0) return [];
  const newest = unseen.slice(-mostLooked);
  const mails = await client.fetchAll(newest, { uid: true, headers: ['content-type'] }, { uid: true });
  return mails.filter(({ headers }) => /multipart\/report/i.test(String(headers))).map(({ uid }) => uid);
}

/** One that cannot be received now is looked at again next time, and does not hold up those after it. */
async function take(
  { reporting, log }: Reading,
  { client, uid }: { client: ImapFlow; uid: number },
): Promise<void> {
  try {
    const source = { maxLength: mostBytes };
    const mail = (await client.fetchOne(uid, { source }, { uid: true })) || undefined;
    const reports = mail?.source && (await readDeliveryReport(mail.source));
    if (!reports) return;
    const outcomes: Received[] = [];
    for (const report of reports) outcomes.push(await receiveReport(reporting, report));
    await client.messageFlagsAdd(uid, ['\\Seen'], { uid: true });
    log.info({ uid, outcomes }, 'report about a mail received');
  } catch (error) {
    if (!client.usable) throw error;
    log.warn({ uid, err: error }, 'report not received; it is read again');
  }
}
