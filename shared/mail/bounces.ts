import { commandIds } from '../../deal/keys.ts';
import { system } from '../../deal/people.ts';
import type { Inbox } from '../marketplace/inbox.ts';
import type { Database } from '../models/database.ts';
import { caseless, type OutboxMail, type OutboxState } from '../models/outbox.ts';
import { markBad } from './bad-addresses.ts';
import type { Bounce, MailReport } from './mail-report.ts';

/** What receiving a report needs. `now` is ISO business time. */
export interface Reporting {
  db: Pick<Database, 'outbox' | 'badAddresses'>;
  now: () => string;
  signal: Inbox['signal'];
}

/** `unknown`: about no mail of ours, or of an earlier time. `noted`: the mail may still arrive. */
export type Received = 'bounced' | 'noted' | 'remindersStopped' | 'unknown';

const fourteenDays = 14 * 24 * 60 * 60 * 1000;
/** A report may be quicker than our own note that the server has taken the mail. */
const underWay: OutboxState[] = ['sending', 'queued', 'sent', 'bounced'];
const sent: OutboxState[] = ['sent', 'bounced'];

/**
 * Takes what was said about a mail of ours: one that came back makes its address bad, is noted in the outbox and told
 * to its deal; a complaint stops the reminders of its deal. Once it returns nothing of that can be lost; the same again
 * does nothing new. Throws when MongoDB or Temporal cannot be reached, and is to be told again then.
 */
export async function receiveReport(needs: Reporting, report: MailReport): Promise<Received> {
  const mail = await mailOf(needs, report);
  if (!mail) return 'unknown';
  if (report.kind === 'complaint') return stopReminders(needs, mail);
  return report.outcome === 'delayed'
    ? note(needs, { report, mail })
    : receiveBounce(needs, { report, mail });
}

/** Amazon SES puts an id of its own into the mails it sends, so that only the reader tells which mail it was. */
const isReplaced = (messageId: string) => /amazonses\.com>$/i.test(messageId);

async function mailOf(
  { db, now }: Reporting,
  { messageId, email }: MailReport,
): Promise<OutboxMail | undefined> {
  if (messageId && !isReplaced(messageId))
    return (await db.outbox.findOne({ messageId, state: { $in: underWay } }).lean()) ?? undefined;
  if (!email) return undefined;
  const createdAt = { $gte: new Date(Date.parse(now()) - fourteenDays) };
  const newest = await db.outbox
    .findOne({ 'to.email': email, state: { $in: sent }, createdAt, channel: { $exists: false } })
    .collation(caseless)
    .sort({ createdAt: -1 })
    .lean();
  return newest ?? undefined;
}

async function note(
  { db }: Reporting,
  { report, mail }: { report: Bounce; mail: OutboxMail },
): Promise<Received> {
  await db.outbox.updateOne({ key: mail.key, state: 'sent' }, { $set: { lastError: report.detail } });
  return 'noted';
}

/** The deal is told each time, in case that it was not the first time. */
async function receiveBounce(
  needs: Reporting,
  { report, mail }: { report: Bounce; mail: OutboxMail },
): Promise<Received> {
  if (mail.state !== 'bounced') {
    if (isAboutAddress(report, mail)) await markAddress(needs, { report, mail });
    // Not when a person has begun to send it again meanwhile.
    const same = { key: mail.key, attempts: mail.attempts };
    await needs.db.outbox.updateOne(same, { $set: { state: 'bounced', lastError: report.detail } });
  }
  await tellDeal(needs, { mail, detail: report.detail });
  return 'bounced';
}

/** A mail that was passed on to another address, where it was refused, says nothing about the one we know. */
function isAboutAddress({ outcome, email }: Bounce, { to }: OutboxMail): boolean {
  return outcome === 'badAddress' && (!email || email.toLowerCase() === to.email.toLowerCase());
}

function markAddress(
  { db, now }: Reporting,
  { report, mail }: { report: Bounce; mail: OutboxMail },
): Promise<void> {
  const { to, messageId } = mail;
  const bad = { email: to.email, reason: report.detail, since: new Date(now()), source: 'report' as const };
  return markBad(db, { ...bad, ...(messageId && { messageId }) });
}

/** The command's id is of this sending: a mail that was sent again and came back again is news. */
async function tellDeal(
  { now, signal }: Reporting,
  { mail, detail }: { mail: OutboxMail; detail: string },
): Promise<void> {
  const { dealId, request, key, attempts, to } = mail;
  if (!dealId || request?.reader.to !== 'person') return;
  await signal(dealId, {
    type: 'mailBounced',
    mail: request,
    detail: `${to.email}: ${detail}`,
    commandId: commandIds.bounce(key, attempts),
    by: system,
    at: now(),
  });
}

/** The reader called a mail spam. He goes on to get what his deal needs, but no reminders. */
async function stopReminders({ now, signal }: Reporting, mail: OutboxMail): Promise<Received> {
  const { dealId, request, key, to } = mail;
  if (!dealId || request?.reader.to !== 'person') return 'noted';
  const { name, email } = to;
  await signal(dealId, {
    type: 'stopReminders',
    email,
    commandId: commandIds.complaint(key),
    by: { kind: 'buyer', id: email, name },
    at: now(),
  });
  return 'remindersStopped';
}
