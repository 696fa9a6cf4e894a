import { setTimeout as pause } from 'node:timers/promises';
import { ImapFlow, type ImapFlowError } from 'imapflow';
import type { Logger } from 'pino';
import { type MailboxAddress, mailboxFrom } from '../shared/mail/mailbox-address.ts';

const second = 1000;
const betweenLooks = 60 * second;
/** Some providers lock a mailbox after many refused sign-ins. */
const longestPause = 15 * 60 * second;
/** A mailbox may hold many letters of persons that nobody has read yet. */
const mostLooked = 500;

/** What is read from a mailbox, and what becomes of it. */
export interface Reading {
  /** What the mailbox is called in the log. */
  name: string;
  address: MailboxAddress;
  log: Pick<Logger, 'info' | 'warn'>;
  /** What is at the beginning of a mail is read; what it returns or holds beside may be of any size. */
  mostBytes: number;
  /** By the header Content-Type; what is not wanted stays unread, for a person. */
  isWanted: (contentType: string) => boolean;
  /** What became of a mail, for the log; nothing when it is to stay unread. Throws when it is to be read again. */
  take: (source: Buffer) => Promise<object | undefined>;
}

/**
 * Reads a mailbox until it is stopped: each unread mail that is wanted is taken, then marked as read. Any other is left as
 * it is. Several workers may read the same mailbox; what is taken twice must do nothing new. `stop` returns when nothing
 * is under way.
 */
export function startReading(
  { url, ...reading }: Omit<Reading, 'address'> & { url: string },
  pauseMs = betweenLooks,
): { stop(): Promise<void> } {
  if (!url) return { stop: async () => {} };
  const stopping = new AbortController();
  const read = readOn({ ...reading, address: mailboxFrom(url), signal: stopping.signal }, pauseMs);
  return {
    async stop() {
      stopping.abort();
      await read;
    },
  };
}

/** `signal`, once aborted, closes the connection at once. */
type Running = Reading & { signal: AbortSignal };

async function readOn(reading: Running, pauseMs: number): Promise<void> {
  let failures = 0;
  while (!reading.signal.aborted) {
    failures = (await look(reading)) ? 0 : failures + 1;
    const wait = Math.min(pauseMs * 2 ** failures, Math.max(pauseMs, longestPause));
    await pause(wait, undefined, { signal: reading.signal }).catch(() => {});
  }
}

/** One look into the mailbox, over a connection of its own. False when the mailbox could not be read. */
async function look(reading: Running): Promise<boolean> {
  const client = connect(reading);
  const close = () => client.close();
  reading.signal.addEventListener('abort', close);
  try {
    await client.connect();
    await client.mailboxOpen(reading.address.mailbox);
    for (const uid of await wantedIn(client, reading)) await take(reading, { client, uid });
    return true;
  } catch (error) {
    if (!reading.signal.aborted)
      reading.log.warn(causeOf(error), `the mailbox of ${reading.name} cannot be read`);
    return false;
  } finally {
    reading.signal.removeEventListener('abort', close);
    client.close();
  }
}

function connect({ address: { mailbox: _mailbox, ...server }, mostBytes }: Reading): ImapFlow {
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

/** The unread mails that are wanted, by the numbers that stay. */
async function wantedIn(client: ImapFlow, { isWanted }: Reading): Promise<number[]> {
  const unseen = (await client.search({ seen: false }, { uid: true })) || [];
  if (unseen.length === 0) return [];
  const newest = unseen.slice(-mostLooked);
  const mails = await client.fetchAll(newest, { uid: true, headers: ['content-type'] }, { uid: true });
  return mails.filter(({ headers }) => isWanted(String(headers))).map(({ uid }) => uid);
}

/** One that cannot be taken now is looked at again next time, and does not hold up those after it. */
async function take(reading: Running, { client, uid }: { client: ImapFlow; uid: number }): Promise<void> {
  const { log, name, mostBytes } = reading;
  try {
    const source = { maxLength: mostBytes };
    const mail = (await client.fetchOne(uid, { source }, { uid: true })) || undefined;
    const taken = mail?.source && (await reading.take(mail.source));
    if (!taken) return;
    await client.messageFlagsAdd(uid, ['\\Seen'], { uid: true });
    log.info({ uid, ...taken }, `a mail in the mailbox of ${name} is taken`);
  } catch (error) {
    if (!client.usable) throw error;
    log.warn({ uid, err: error }, `a mail in the mailbox of ${name} is not taken; it is read again`);
  }
}
