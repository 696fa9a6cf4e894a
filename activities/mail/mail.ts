import { ApplicationFailure, activityInfo } from '@temporalio/activity';
import type { Deal } from '../../deal/deal.ts';
import { outboxKey, seqOf } from '../../deal/keys.ts';
import type { MailRequest } from '../../deal/mails/mails.ts';
import { vendorFrom } from '../../emails/mail.ts';
import { renderAccountMail } from '../../emails/render.ts';
import type { AccountMailProps, AccountMailTemplate, OutboxMail } from '../../shared/models/outbox.ts';
import type { TellChat } from '../webhooks/chat.ts';
import { isAsked, type Post, writeDealMail } from './deal-mail.ts';
import { deliver, enqueue, type MailDeps, type Outcome } from './mail-delivery.ts';
import { recipientsFor } from './mail-readers.ts';

export type MailActivities = ReturnType<typeof createMailActivities>;

/** `badAddress`: the address takes no mail, so that another one would help. */
type Failure = { key: string; detail: string; badAddress?: true };

/** Mails, sent once each through the outbox. `tellChat`: what staff get goes to their chat too. */
export function createMailActivities(deps: MailDeps & { tellChat?: TellChat }) {
  return {
    /**
     * Sends the mails of a deal as the deal is now; those whose reason is gone are skipped. What a mail server refuses
     * for good comes back in `failed`. Throws a retryable `MailNotSent` after trying all when some must wait.
     */
    async sendMails({ dealId, mails }: { dealId: string; mails: MailRequest[] }): Promise<{
      failed: Failure[];
    }> {
      const deal = await dealFor(deps, { dealId, mails });
      const posts = (await Promise.all(mails.map(request => postsFor(deps, { deal, request })))).flat();
      const outcomes = await Promise.all(posts.map(post => sendPost(deps, { deal, post })));
      await deps.tellChat?.({ deal, mails });
      refuseDelayed(outcomes);
      const refused = posts.flatMap(({ request }, index) => failureOf(request.key, outcomes[index]));
      return { failed: [...unread(mails, posts), ...refused] };
    },

    /** Sends the mail about an account that waits in the outbox under this key. Throws as `sendMails` does. */
    async sendAccountMail({ key }: { key: string }): Promise<void> {
      const outcome = await deliver(deps, {
        key,
        retryRefused: false,
        write: async row => writeAccountMail(deps, row),
      });
      refuseDelayed([outcome]);
    },
  };
}

/** The deal's record, no older than the mails that were asked for: an older one might say that their reason is gone. */
async function dealFor(
  { db }: MailDeps,
  { dealId, mails }: { dealId: string; mails: MailRequest[] },
): Promise<Deal> {
  const record = await db.deals.findById(dealId).lean();
  const newest = Math.max(...mails.map(seqOf));
  if (record && record.deal.seq >= newest) return record.deal;
  throw ApplicationFailure.retryable(`the record of deal ${dealId} is not written yet`, 'MailNotSent');
}

async function postsFor(
  { db, now }: MailDeps,
  { deal, request }: { deal: Deal; request: MailRequest },
): Promise<Post[]> {
  const recipients = await recipientsFor(db, { deal, request, now: now() });
  // Named by address and not by number, because the staff may change between two attempts.
  return recipients.map(recipient => ({
    request,
    recipient,
    key: outboxKey({
      dealId: deal.dealId,
      key: request.key,
      ...(request.reader.to !== 'person' && { email: recipient.email }),
    }),
  }));
}

async function sendPost(deps: MailDeps, { deal, post }: { deal: Deal; post: Post }): Promise<Outcome> {
  const { request, recipient, key } = post;
  const { name, email, language } = recipient;
  const { dealId } = deal;
  await enqueue(deps, { key, dealId, request, template: request.template, to: { name, email, language } });
  const outcome = await deliver(deps, {
    key,
    // Temporal's own repetitions do not ask a server again that has refused for good; a person's press does.
    retryRefused: activityInfo().attempt === 1,
    isAsked: () => isAsked(deps, { deal, request }),
    write: () => writeDealMail(deps, { deal, post }),
  });
  const turnedBad = outcome.state === 'failed' && outcome.badAddress === 'now';
  // The next attempt finds others to tell.
  return turnedBad && request.reader.to !== 'person'
    ? { state: 'delayed', detail: 'a reader takes no mail any more' }
    : outcome;
}

/** Nothing for a link that is of no more use. A test mail is sent as it is. */
export function writeAccountMail({ config, now }: MailDeps, row: OutboxMail) {
  if (row.sample) return row.sample;
  const props = row.props as AccountMailProps[AccountMailTemplate] | undefined;
  if (!props || ('expiresAt' in props && props.expiresAt <= now())) return undefined;
  const template = row.template as AccountMailTemplate;
  return renderAccountMail({ template, props, recipient: row.to, vendor: vendorFrom(config) });
}

/** The message goes into Temporal's history: it names codes, no addresses. */
export function refuseDelayed(outcomes: Outcome[]): void {
  const delayed = outcomes.flatMap(outcome => (outcome.state === 'delayed' ? [outcome.detail] : []));
  if (delayed.length === 0) return;
  const codes = [...new Set(delayed)].join(', ');
  throw ApplicationFailure.retryable(
    `${delayed.length} of ${outcomes.length} mails could not be sent yet: ${codes}`,
    'MailNotSent',
  );
}

function failureOf(key: string, outcome: Outcome | undefined): Failure[] {
  if (outcome?.state !== 'failed') return [];
  return [{ key, detail: outcome.detail, ...(outcome.badAddress && { badAddress: true as const }) }];
}

/** A notice that nobody would get is a trouble of its own. */
function unread(mails: MailRequest[], posts: Post[]): Failure[] {
  return mails
    .filter(mail => !posts.some(({ request }) => request.key === mail.key))
    .map(({ key, reader }) => ({ key, detail: `no active staff to write to (${reader.to})` }));
}
