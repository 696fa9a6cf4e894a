import type { MailTemplate } from '../../../deal/mails/mails.ts';
import type { Messages } from '../../../shared/i18n/messages.ts';
import type { AccountMailTemplate, OutboxMail, OutboxState } from '../../../shared/models/outbox.ts';
import type { Tone } from '../../ui/badge.tsx';

export const tones: Record<OutboxState, Tone> = {
  queued: 'neutral',
  sending: 'accent',
  sent: 'success',
  skipped: 'neutral',
  failed: 'danger',
  bounced: 'danger',
};

/** What a mail is for, in words. */
export function templateText(
  { desk, mailLog }: Messages,
  template: MailTemplate | AccountMailTemplate,
): string {
  return template in desk.mails
    ? desk.mails[template as MailTemplate]
    : mailLog.accountMails[template as AccountMailTemplate];
}

type Trouble = keyof Messages['mailLog']['troubles'];

/**
 * What servers and our own checks say, in the order in which it is looked for. Servers are understood by their enhanced
 * status codes (RFC 3463), and by the plain code where there is none.
 */
const signs: [Trouble, RegExp][] = [
  ['addressHeld', /^takes no mail since/],
  ['nothingToSay', /to write about/],
  ['notReached', /\bE(CONN|TIMEDOUT|SOCKET|DNS|NOTFOUND|HOSTUNREACH|TLS)|timeout|connection (closed|lost)/i],
  ['mailboxFull', /\b[45]\.2\.[0-9]\b/],
  ['noMailbox', /\b5\.1\.\d{1,2}\b/],
  ['refusedAsSpam', /\b5\.7\.\d{1,3}\b/],
  ['notYet', /(^|; ?)4\d\d\b|\b4\.\d\.\d{1,3}\b/],
  ['noMailbox', /(^|; ?)550\b/],
  ['mailboxFull', /(^|; ?)552\b/],
  ['refusedAsSpam', /(^|; ?)554\b/],
];

/** Which trouble the error of a mail is. */
export function troubleOf({
  lastError: error = '',
  channel,
}: Pick<OutboxMail, 'lastError' | 'channel'>): Trouble {
  if (channel === 'chat') return 'chatNotTaken';
  return signs.find(([, sign]) => sign.test(error))?.[0] ?? 'other';
}

/** True while the error of a mail is still what keeps it from its reader. */
export const isTroubled = ({ state, lastError }: Pick<OutboxMail, 'state' | 'lastError'>) =>
  lastError !== undefined && state !== 'sent' && state !== 'skipped';
