import { createHash } from 'node:crypto';
import { greetableName } from '../../emails/reader.ts';
import type { Config } from '../../shared/config.ts';
import { replyAddress } from '../../shared/mail/reply-address.ts';
import { senderOf } from '../../shared/mail/sender.ts';
import type { OutboxMail } from '../../shared/models/outbox.ts';

/** The answers to what somebody has just sent. */
const answering: readonly OutboxMail['template'][] = ['attachmentsNotKept', 'emptyMail'];

/**
 * Nobody's absence is to be answered (RFC 3834; Exchange reads the second one). Reports of what did not arrive stay
 * wanted, so it is not `All`.
 */
const automatic = ({ template }: OutboxMail) => ({
  'Auto-Submitted': answering.includes(template) ? 'auto-replied' : 'auto-generated',
  'X-Auto-Response-Suppress': 'DR, RN, NRN, OOF, AutoReply',
});

/** A mail without its words. All mails of a deal answer one that was never sent, so that programs show one conversation. */
export function envelope(config: Config, mail: OutboxMail, remindersUrl?: string) {
  const { dealId, to, messageId } = mail;
  const thread = dealId && `<deal-${dealId}@${domainOf(config)}>`;
  const from = config.MAIL_BOUNCE_ADDRESS;
  return {
    from: senderOf(config),
    to: { name: greetableName(to.name), address: to.email },
    replyTo: answersTo(config, mail),
    messageId,
    headers: { ...automatic(mail), ...(remindersUrl && unsubscribe(remindersUrl)) },
    // Not the sender that a reader sees, but where mail servers report what they cannot deliver.
    ...(from && { envelope: { from, to: to.email } }),
    ...(thread && { inReplyTo: thread, references: thread }),
  };
}

/** A buyer's answer finds its deal by the address it goes to. Staff answer from the deal. */
function answersTo(config: Config, { dealId, request }: OutboxMail): string {
  const isBuyers = dealId && request?.reader.to === 'person';
  return (isBuyers && replyAddress(config, dealId)) || config.SUPPORT_EMAIL;
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

const domainOf = (config: Config) => senderOf(config).address.split('@')[1] ?? 'offerdesk.invalid';
