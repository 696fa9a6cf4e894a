import { createHash } from 'node:crypto';
import type { Config } from '../../shared/config.ts';
import type { OutboxMail } from '../../shared/models/outbox.ts';

/** A mail without its words. All mails of a deal answer one that was never sent, so that programs show one conversation. */
export function envelope(config: Config, { dealId, to, messageId }: OutboxMail, remindersUrl?: string) {
  const thread = dealId && `<deal-${dealId}@${domainOf(config)}>`;
  const from = config.MAIL_BOUNCE_ADDRESS;
  return {
    from: config.MAIL_FROM,
    to: { name: to.name, address: to.email },
    replyTo: config.SUPPORT_EMAIL,
    messageId,
    headers: { 'Auto-Submitted': 'auto-generated', ...(remindersUrl && unsubscribe(remindersUrl)) },
    // Not the sender that a reader sees, but where mail servers report what they cannot deliver.
    ...(from && { envelope: { from, to: to.email } }),
    ...(thread && { inReplyTo: thread, references: thread }),
  };
}

/** The button with which mailbox providers let a reader stop such mails (RFC 2369), in one press (RFC 8058). */
function unsubscribe(remindersUrl: string) {
  return {
    'List-Unsubscribe': `<${remindersUrl}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  };
}

/** The same for every attempt to send a mail, so that one that arrives twice is shown once. */
export function messageIdOf(config: Config, key: string): string {
  const hash = createHash('sha256').update(key).digest('hex').slice(0, 32);
  return `<${hash}@${domainOf(config)}>`;
}

const domainOf = ({ MAIL_FROM }: Config) => /@([^\s>]+)/.exec(MAIL_FROM)?.[1] ?? 'offerdesk.invalid';
