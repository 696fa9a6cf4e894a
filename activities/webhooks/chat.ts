import { ApplicationFailure, activityInfo } from '@temporalio/activity';
import type { Client } from '@temporalio/client';
import { staffChatWorkflow } from '../../deal/contract/messages.ts';
import type { Deal } from '../../deal/deal.ts';
import type { MailRequest } from '../../deal/mails/mails.ts';
import { topicOf } from '../../deal/mails/topics.ts';
import { approvalsUrl, deskUrl } from '../../emails/links.ts';
import { vendorFrom } from '../../emails/mail.ts';
import { messagesIn } from '../../shared/i18n/messages.ts';
import type { OutboxMail } from '../../shared/models/outbox.ts';
import { startOnce } from '../../shared/temporal/start-once.ts';
import { type Answer, codeOfAnswer, isTaken, postJson } from '../../shared/webhooks/post.ts';
import { writeDealMail } from '../mail/deal-mail.ts';
import { enqueue, type MailDeps } from '../mail/mail-delivery.ts';
import { notTaken } from './not-taken.ts';

export type ChatActivities = ReturnType<typeof createChatActivities>;
export type TellChat = (asked: { deal: Deal; mails: MailRequest[] }) => Promise<void>;

/** About a day, with pauses of a quarter of an hour at most. */
const mostAttempts = 100;
/** Longer than an attempt can take; one that has claimed a row for longer has died. */
const longestClaim = 15_000;

/**
 * Has what staff are told by mail posted to their chat too, once for each request and apart from the mails, which must
 * not wait for it. Throws the Problem temporalUnavailable; doing it again posts nothing twice.
 */
export function createTellChat(deps: MailDeps & { temporal: Client }): TellChat {
  const { config, temporal } = deps;
  return async ({ deal, mails }) => {
    if (!config.STAFF_CHAT_URL) return;
    const forStaff = mails.filter(({ reader }) => reader.to !== 'person');
    const wanted = forStaff.filter(({ template }) => isForChat(config, template));
    for (const request of wanted) {
      const key = `${deal.dealId}:${request.key}:chat`;
      await enqueue(deps, chatRow({ key, dealId: deal.dealId, request, config }));
      await startChat({ temporal, config }, key);
    }
  };
}

/** Whether admins want such a notice in the chat. */
function isForChat({ chat }: MailDeps['config'], template: MailRequest['template']): boolean {
  const topic = topicOf(template);
  return topic === undefined || chat.topics.includes(topic);
}

/** Has a notice of the outbox posted to the chat. Throws the Problem temporalUnavailable. */
export async function startChat(
  { temporal, config }: Pick<MailDeps, 'config'> & { temporal: Client },
  key: string,
): Promise<void> {
  await startOnce(temporal, {
    type: staffChatWorkflow,
    workflowId: `mail-${key}`,
    taskQueue: config.TEMPORAL_TASK_QUEUE,
    args: [{ key }],
    for: 'machine',
  });
}

/** The log names the host alone: whoever knows the whole address can post. */
function chatRow({
  config,
  request,
  ...row
}: Pick<MailDeps, 'config'> & { key: string; dealId: string; request: MailRequest }) {
  const name = new URL(config.STAFF_CHAT_URL).host;
  const to = { name, email: '', language: config.STAFF_CHAT_LANGUAGE };
  return { ...row, request, template: request.template, to, channel: 'chat' as const };
}

export function createChatActivities(deps: MailDeps) {
  return {
    /**
     * Posts what waits in the outbox under this key, once. Throws a retryable `ChatNotTold` while the chat does not take
     * it; a refusal for good (4xx but 429) and the last attempt leave the row `failed`.
     */
    async postToChat({ key }: { key: string }): Promise<void> {
      const row = await claim(deps, key);
      if (!row) return refuseWhileSending(deps, key);
      const notice = await noticeFor(deps, row);
      if (!notice) return settle(deps, row, { state: 'skipped' });
      const body = JSON.stringify({ text: notice.text });
      const answer = await postJson({ url: deps.config.STAFF_CHAT_URL, body });
      if (!isTaken(answer)) return refused(deps, row, answer);
      return settle(deps, row, { state: 'sent', sentAt: new Date(deps.now()), ...notice });
    },
  };
}

async function claim({ db }: MailDeps, key: string): Promise<OutboxMail | null> {
  const died = {
    state: 'sending' as const,
    $expr: { $lt: ['$claimedAt', { $subtract: ['$$NOW', longestClaim] }] },
  };
  return db.outbox
    .findOneAndUpdate(
      { key, $or: [{ state: 'queued' as const }, died] },
      { $set: { state: 'sending' }, $inc: { attempts: 1 }, $currentDate: { claimedAt: true } },
      { returnDocument: 'after' },
    )
    .lean();
}

async function refuseWhileSending({ db }: MailDeps, key: string): Promise<void> {
  if (await db.outbox.exists({ key, state: 'sending' }))
    throw ApplicationFailure.retryable('another attempt is posting it', 'ChatNotTold');
}

type Notice = { subject: string; text: string };

/** Nothing when the reason is gone, or nobody has set a chat any more. */
async function noticeFor(deps: MailDeps, row: OutboxMail): Promise<Notice | undefined> {
  const { config, db } = deps;
  const { key, to, request } = row;
  const record = await db.deals.findById(row.dealId).lean();
  if (!record || !request || !config.STAFF_CHAT_URL) return undefined;
  const { deal } = record;
  const mail = await writeDealMail(deps, { deal, post: { key, request, recipient: to } });
  if (!mail) return undefined;
  const { deal: words, webhooks } = messagesIn(to.language);
  const line = webhooks.chatLine({ company: deal.inquiry.company, stage: words.stages[deal.stage] });
  // Many read a chat: whoever decides signs in, so that it is known who it was.
  const url = request.reader.to === 'approvers' ? approvalsUrl : deskUrl;
  const lines = [mail.subject, line, url(vendorFrom(config), deal.dealId)];
  return { subject: mail.subject, text: escaped(lines.map(each => each.replace(/\s+/g, ' ')).join('\n')) };
}

/**
 * As Slack has it for its three control characters. Mattermost, which reads the same, also knows `@channel` and links in
 * Markdown: a blank of no width in them keeps a stranger's name from calling anybody or leading anywhere.
 */
function escaped(text: string): string {
  const plain = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return plain.replace(/@(?=\w)|\](?=\()/g, mark => `${mark}\u200b`);
}

async function refused(deps: MailDeps, row: OutboxMail, answer: Answer): Promise<void> {
  const lastError = codeOfAnswer(answer);
  if (isFinal(answer) || activityInfo().attempt >= mostAttempts)
    return settle(deps, row, { state: 'failed', lastError });
  await settle(deps, row, { state: 'queued', lastError });
  throw notTaken(answer, { by: 'chat', type: 'ChatNotTold' });
}

const isFinal = (answer: Answer) =>
  'status' in answer && answer.status >= 400 && answer.status < 500 && answer.status !== 429;

/** Unless another attempt has claimed it since. */
async function settle(
  { db }: MailDeps,
  { key, attempts }: OutboxMail,
  change: Partial<OutboxMail>,
): Promise<void> {
  await db.outbox.updateOne({ key, attempts, state: 'sending' }, { $set: change });
}
