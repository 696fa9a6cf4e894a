import { mailboxFrom } from '../mail/bounce-settings.ts';
import { email, ifGiven, topics, wholeNumber } from './reading/readers.ts';
import { secret } from './reading/secrets.ts';
import type { Setting } from './reading/setting.ts';
import { sender } from './sender.ts';

/** How mails go out, and how they come back. */
export const mail = {
  SMTP_URL: {
    means:
      'smtp:// or smtps:// with user and password, percent-encoded; `?requireTLS=true` lets smtp:// send nothing before it has changed to TLS',
    default: 'smtp://127.0.0.1:4025',
    read: smtpUrl,
  },
  MAIL_PER_SECOND: {
    means: 'mails a second that all workers together give to the mail server, at most',
    default: '10',
    read: wholeNumber({ min: 1, max: 10_000 }),
  },
  MAIL_FROM: {
    means: 'sender of every mail, a name and an address; without a name: VENDOR_NAME',
    default: 'offers@example.com',
    read: sender,
  },
  MAIL_BOUNCE_ADDRESS: {
    means:
      'envelope sender of every mail, to which mail servers report what does not arrive; empty: the address of MAIL_FROM',
    default: '',
    read: ifGiven(email),
  },
  BOUNCE_IMAP_URL: {
    means:
      'mailbox of these reports: `imaps://user:password@host/INBOX`, user and password percent-encoded; empty: none is read',
    default: '',
    read: ifGiven(written => mailboxFrom(written) && written),
  },
  MAIL_BOUNCE_SECRET: {
    means: 'value of the x-api-key header of POST /mail/bounces; empty: no such endpoint',
    default: '',
    read: ifGiven(secret({ shortest: 16 })),
  },
  MAIL_BOUNCE_SNS_TOPICS: {
    means: 'ARNs of the SNS topics to which Amazon SES reports bounces, separated by commas; empty: none',
    default: '',
    read: ifGiven(topics),
  },
  SUPPORT_EMAIL: {
    means: 'address buyers write to when something is wrong',
    default: 'support@example.com',
    read: email,
  },
} satisfies Record<string, Setting>;

/** It may hold a password and is not shown. A # or / in a password ends the host, and what follows would be lost. */
function smtpUrl(written: string, name: string): string {
  const url = URL.parse(written);
  const holds =
    url && /^smtps?:$/.test(url.protocol) && url.hostname && !url.hash && /^\/?$/.test(url.pathname);
  if (holds && !url.search.includes('@')) return written;
  throw new Error(
    `${name} is not an address of a mail server. Write it as smtps://user:password@host, with # as %23, / as %2F, ? as %3F and @ as %40 in user and password.`,
  );
}
