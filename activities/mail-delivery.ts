import { createHash } from 'node:crypto';
import type { Transporter } from 'nodemailer';
import type { Config } from '../shared/config.ts';
import type { Database } from '../shared/models/database.ts';
import { isDuplicateKey } from '../shared/models/duplicate-key.ts';
import type { OutboxMail, OutboxState } from '../shared/models/outbox.ts';
import type { Mail } from './emails/mail.ts';
import { isPermanent, type SendError } from './mail-transport.ts';

/** What delivering needs of the outside. `now` is ISO business time. */
export interface MailDeps {
  db: Database;
  transport: Transporter;
  config: Config;
  now: () => string;
}

/** `delayed`: it may well be taken later. `failed`: a person must cure it. */
export type Outcome = { state: 'done' } | { state: 'delayed' | 'failed'; detail: string };
const done: Outcome = { state: 'done' };
const givenUp: readonly OutboxState[] = ['failed', 'bounced'];

export interface Delivery {
  key: string;
  /** Try a mail again that was refused before, because a person asks for it. */
  retryRefused: boolean;
  /** The mail as it is true now; nothing when its reason is gone. */
  write: (row: OutboxMail) => Mail | undefined;
}

/** No attempt takes longer. One that has not renewed its claim for the second time has died. */
const longestSending = 60_000;
const longestClaim = 12_000;
const renewalMs = 3000;

/** Puts a mail into the outbox, unless it is there. */
export async function enqueue(
  { db, now }: MailDeps,
  row: Pick<OutboxMail, 'key' | 'dealId' | 'request' | 'template' | 'to'>,
): Promise<void> {
  const fresh = { ...row, createdAt: new Date(now()) };
  await db.outbox
    .updateOne({ key: row.key }, { $setOnInsert: fresh }, { upsert: true, setDefaultsOnInsert: true })
    .catch(error => {
      // Two attempts at the same moment: the other one has put it there.
      if (!isDuplicateKey(error)) throw error;
    });
}

/**
 * Sends one mail of the outbox once. Of several attempts at the same time only one sends; one that died in the middle
 * is repeated with the same Message-ID. Throws only when MongoDB fails.
 */
export async function deliver(deps: MailDeps, delivery: Delivery): Promise<Outcome> {
  const row = await claim(deps, delivery);
  if (!row) return withoutSending(deps, delivery.key);
  try {
    const mail = delivery.write(row);
    return mail ? await send(deps, row, mail) : await settle(deps, row, { state: 'skipped' });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return refused(deps, row, error.message);
  }
}

async function claim({ db, config }: MailDeps, { key, retryRefused }: Delivery): Promise<OutboxMail | null> {
  const died = {
    state: 'sending' as const,
    $expr: { $lt: ['$claimedAt', { $subtract: ['$$NOW', longestClaim] }] },
  };
  const states: OutboxState[] = retryRefused ? ['queued', ...givenUp] : ['queued'];
  return db.outbox
    .findOneAndUpdate(
      { key, $or: [{ state: { $in: states } }, died] },
      {
        $set: { state: 'sending', messageId: messageId(config, key) },
        $inc: { attempts: 1 },
        $currentDate: { claimedAt: true },
      },
      { returnDocument: 'after' },
    )
    .lean();
}

/** What is known of a mail that another attempt has finished or holds. */
async function withoutSending({ db }: MailDeps, key: string): Promise<Outcome> {
  const row = await db.outbox.findOne({ key }).lean();
  if (!row) return { state: 'failed', detail: `no mail ${key} in the outbox` };
  if (givenUp.includes(row.state)) return { state: 'failed', detail: detailOf(row, row.lastError ?? '') };
  const settled = row.state === 'sent' || row.state === 'skipped';
  return settled ? done : { state: 'delayed', detail: 'another attempt is sending it' };
}

async function send(deps: MailDeps, row: OutboxMail, mail: Mail): Promise<Outcome> {
  const renewing = setInterval(() => void renew(deps, row), renewalMs);
  try {
    await deps.transport.sendMail({
      ...envelope(deps.config, row),
      ...mail,
      signal: AbortSignal.timeout(longestSending),
    });
  } catch (error) {
    const { response, message, code } = error as SendError;
    if (isPermanent(error as SendError)) return refused(deps, row, response ?? message);
    await update(deps, row, { state: 'queued', lastError: response ?? message });
    return { state: 'delayed', detail: response?.slice(0, 3) ?? code ?? 'unknown' };
  } finally {
    clearInterval(renewing);
  }
  return settle(deps, row, { state: 'sent', sentAt: new Date(deps.now()), ...keepable(row, mail) });
}

/** The attempt lives; when MongoDB does not hear it, another one may send the mail again under the same Message-ID. */
async function renew({ db }: MailDeps, { key }: OutboxMail): Promise<void> {
  await db.outbox.updateOne({ key, state: 'sending' }, { $currentDate: { claimedAt: true } }).catch(() => {});
}

/** A mail about an account is not kept: its link carries a token. */
function keepable(row: OutboxMail, { subject, html, text }: Mail): Partial<OutboxMail> {
  return row.dealId ? { subject, html: withoutToken(html), text: withoutToken(text) } : { subject };
}

const withoutToken = (words: string) => words.replace(/(\/offers\/)[\w.~-]+/g, '$1…');

async function refused(deps: MailDeps, row: OutboxMail, error: string): Promise<Outcome> {
  const failed = { state: 'failed' as const, lastError: error };
  await (row.dealId ? update(deps, row, failed) : settle(deps, row, failed));
  return { state: 'failed', detail: detailOf(row, error) };
}

const detailOf = (row: OutboxMail, error: string) => `${row.to.email}: ${error}`;

/** The mail is done with: what it needed to be written goes. */
async function settle(deps: MailDeps, row: OutboxMail, change: Partial<OutboxMail>): Promise<Outcome> {
  await deps.db.outbox.updateOne({ key: row.key }, { $set: change, $unset: { props: 1 } });
  return done;
}

async function update({ db }: MailDeps, { key }: OutboxMail, change: Partial<OutboxMail>): Promise<void> {
  await db.outbox.updateOne({ key }, { $set: change });
}

/** All mails of a deal answer one that was never sent, so that mail programs show them as one conversation. */
function envelope(config: Config, { dealId, to, messageId }: OutboxMail) {
  const thread = dealId && `<deal-${dealId}@${domainOf(config)}>`;
  return {
    from: config.MAIL_FROM,
    to: { name: to.name, address: to.email },
    replyTo: config.SUPPORT_EMAIL,
    messageId,
    headers: { 'Auto-Submitted': 'auto-generated' },
    ...(thread && { inReplyTo: thread, references: thread }),
  };
}

function messageId(config: Config, key: string): string {
  const hash = createHash('sha256').update(key).digest('hex').slice(0, 32);
  return `<${hash}@${domainOf(config)}>`;
}

const domainOf = ({ MAIL_FROM }: Config) => /@([^\s>]+)/.exec(MAIL_FROM)?.[1] ?? 'offerdesk.invalid';
