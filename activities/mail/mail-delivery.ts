import { log } from '@temporalio/activity';
import type { Transporter } from 'nodemailer';
import type { Mail } from '../../emails/mail.ts';
import type { Config } from '../../shared/config.ts';
import { badAddressOf, markBad, markGood } from '../../shared/mail/bad-addresses.ts';
import type { BadAddress } from '../../shared/models/bad-address.ts';
import type { Database } from '../../shared/models/database.ts';
import { isDuplicateKey } from '../../shared/models/duplicate-key.ts';
import { throughOutage } from '../../shared/models/outage.ts';
import type { OutboxMail, OutboxState } from '../../shared/models/outbox.ts';
import { envelope, messageIdOf } from './mail-headers.ts';
import { type SendError, verdictOf } from './mail-refusal.ts';
import { takeMailTurn } from './mail-turn.ts';

/** What delivering needs of the outside. `now` is ISO business time. */
export interface MailDeps {
  db: Database;
  transport: Transporter;
  config: Config;
  now: () => string;
}

/**
 * `delayed`: it may well be taken later. `failed`: a person must cure it. `badAddress`: the address takes no mail, which
 * the mail server has said just now or before.
 */
export type Outcome =
  | { state: 'done' }
  | { state: 'delayed'; detail: string }
  | { state: 'failed'; detail: string; badAddress?: 'now' | 'before' };
const done: Outcome = { state: 'done' };
const givenUp: readonly OutboxState[] = ['failed', 'bounced'];

/** A mail as it is true now. */
export interface Letter extends Mail {
  /** In a reminder to a buyer: where he stops them. */
  remindersUrl?: string;
}

export interface Delivery {
  key: string;
  /** Try a mail again that was refused before, because a person asks for it. */
  retryRefused: boolean;
  /** Whether a person has asked for just this mail: it goes to an address that is known to be bad all the same. */
  isAsked?: () => Promise<boolean>;
  /** Nothing when the reason of the mail is gone. */
  write: (row: OutboxMail) => Promise<Letter | undefined>;
}

/** No attempt takes longer. One that has not renewed its claim for the second time has died. */
const longestSending = 60_000;
const longestClaim = 12_000;
const renewalMs = 3000;

/** Puts a mail into the outbox, unless it is there. */
export async function enqueue(
  { db, now }: Pick<MailDeps, 'db' | 'now'>,
  row: Pick<OutboxMail, 'key' | 'dealId' | 'request' | 'template' | 'to' | 'props' | 'channel'>,
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
  const claimed = await claim(deps, delivery);
  if (!claimed) return withoutSending(deps, delivery.key);
  const { row, wasGivenUp } = claimed;
  try {
    const letter = await delivery.write(row);
    if (!letter) return await settle(deps, row, { state: 'skipped' });
    const bad = await badAddressFor(deps, row);
    const held = bad && !wasGivenUp && !(await delivery.isAsked?.());
    if (!held) return await send(deps, { row, letter, bad });
    return { ...(await refused(deps, row, saying(bad))), badAddress: 'before' };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return refused(deps, row, error.message);
  }
}

/** `row.attempts` is the number of this attempt, by which each of its writes names the claim that it follows from. */
type Claimed = { row: OutboxMail; wasGivenUp: boolean };

async function claim({ db, config }: MailDeps, { key, retryRefused }: Delivery): Promise<Claimed | null> {
  const died = {
    state: 'sending' as const,
    $expr: { $lt: ['$claimedAt', { $subtract: ['$$NOW', longestClaim] }] },
  };
  const states: OutboxState[] = retryRefused ? ['queued', ...givenUp] : ['queued'];
  const messageId = messageIdOf(config, key);
  const found = await db.outbox
    .findOneAndUpdate(
      { key, $or: [{ state: { $in: states } }, died] },
      {
        $set: { state: 'sending', messageId },
        $inc: { attempts: 1 },
        $currentDate: { claimedAt: true },
      },
      { returnDocument: 'before' },
    )
    .lean();
  if (!found) return null;
  const row = { ...found, messageId, attempts: found.attempts + 1 };
  return { row, wasGivenUp: givenUp.includes(found.state) };
}

/** What is known of a mail that another attempt has finished or holds. */
async function withoutSending({ db }: MailDeps, key: string): Promise<Outcome> {
  const row = await db.outbox.findOne({ key }).lean();
  if (!row) return { state: 'failed', detail: `no mail ${key} in the outbox` };
  if (givenUp.includes(row.state)) return { state: 'failed', detail: detailOf(row, row.lastError ?? '') };
  const settled = row.state === 'sent' || row.state === 'skipped';
  return settled ? done : { state: 'delayed', detail: 'another attempt is sending it' };
}

/** A mail about an account is asked for by its reader, who may know better. */
async function badAddressFor({ db }: MailDeps, { dealId, to }: OutboxMail): Promise<BadAddress | undefined> {
  return dealId ? badAddressOf(db, to.email) : undefined;
}

const saying = ({ since, reason }: BadAddress) =>
  `takes no mail since ${since.toISOString().slice(0, 10)} (${reason})`;

type Sending = { row: OutboxMail; letter: Letter; bad: BadAddress | undefined };

async function send(deps: MailDeps, { row, letter, bad }: Sending): Promise<Outcome> {
  const renewing = setInterval(() => void renew(deps, row), renewalMs);
  const { remindersUrl, ...mail } = letter;
  await takeMailTurn(deps).catch(error => {
    clearInterval(renewing);
    throw error;
  });
  try {
    await deps.transport.sendMail({
      ...envelope(deps.config, row, remindersUrl),
      ...mail,
      signal: AbortSignal.timeout(longestSending),
    });
  } catch (error) {
    clearInterval(renewing);
    return notSent(deps, row, error as SendError);
  }
  // The server has it: that must be known before another attempt looks.
  const sent = { sentAt: new Date(deps.now()), ...keepable(row, mail) };
  const outcome = await throughOutage(() => noteSent(deps, row, sent)).finally(() => clearInterval(renewing));
  if (bad) await markGood(deps.db, row.to.email);
  return outcome;
}

/** What is true whoever says it: also when another attempt has the claim by now, and is to send it again. */
async function noteSent(deps: MailDeps, row: OutboxMail, sent: Partial<OutboxMail>): Promise<Outcome> {
  const { key } = row;
  const settled = { $set: { ...sent, state: 'sent' as const }, $unset: { props: 1 } } as const;
  const underWay: OutboxState[] = ['sending', 'queued'];
  const { matchedCount } = await deps.db.outbox.updateOne({ key, state: { $in: underWay } }, settled);
  if (matchedCount > 0) return done;
  // It has come back already.
  await deps.db.outbox.updateOne({ key, state: 'bounced' }, { $set: sent, $unset: { props: 1 } });
  return withoutSending(deps, key);
}

async function notSent(deps: MailDeps, row: OutboxMail, error: SendError): Promise<Outcome> {
  const { response, message, code } = error;
  const words = response ?? message;
  const { fault, again } = verdictOf(error);
  if (again) {
    if (fault === 'ours') log.warn('the mail server has reached a limit of ours', { said: words });
    await update(deps, row, { state: 'queued', lastError: words, isLimited: fault === 'ours' });
    return { state: 'delayed', detail: response?.slice(0, 3) ?? code ?? 'unknown' };
  }
  if (fault !== 'reader') return refused(deps, row, words);
  const { messageId } = row;
  const since = new Date(deps.now());
  await markBad(deps.db, { email: row.to.email, since, reason: words, source: 'server', messageId });
  return { ...(await refused(deps, row, words)), badAddress: 'now' };
}

/** The attempt lives; when MongoDB does not hear it, another one may send the mail again under the same Message-ID. */
async function renew({ db }: MailDeps, row: OutboxMail): Promise<void> {
  await db.outbox.updateOne(claimOf(row), { $currentDate: { claimedAt: true } }).catch(() => {});
}

/** The row as this attempt has claimed it. A process that was frozen finds that another one has it. */
const claimOf = ({ key, attempts }: OutboxMail) => ({ key, attempts, state: 'sending' as const });

/** A mail about an account is not kept: its link carries a token. */
function keepable(row: OutboxMail, { subject, html, text }: Mail): Partial<OutboxMail> {
  return row.dealId ? { subject, html: withoutToken(html), text: withoutToken(text) } : { subject };
}

const withoutToken = (words: string) => words.replace(/(\/(?:offers|reminders|approvals)\/)[\w.~-]+/g, '$1…');

async function refused(
  deps: MailDeps,
  row: OutboxMail,
  error: string,
): Promise<Outcome & { state: 'failed' }> {
  const failed = { state: 'failed' as const, lastError: error };
  await (row.dealId ? update(deps, row, failed) : settle(deps, row, failed));
  return { state: 'failed', detail: detailOf(row, error) };
}

const detailOf = (row: OutboxMail, error: string) => `${row.to.email}: ${error}`;

/** The mail is done with: what it needed to be written goes. */
async function settle(deps: MailDeps, row: OutboxMail, change: Partial<OutboxMail>): Promise<Outcome> {
  const { matchedCount } = await deps.db.outbox.updateOne(claimOf(row), {
    $set: change,
    $unset: { props: 1 },
  });
  return matchedCount > 0 ? done : withoutSending(deps, row.key);
}

async function update({ db }: MailDeps, row: OutboxMail, change: Partial<OutboxMail>): Promise<void> {
  await db.outbox.updateOne(claimOf(row), { $set: change });
}
