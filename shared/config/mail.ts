import { isEmail } from '../../deal/contract/email.ts';
import { mailboxFrom } from '../mail/mailbox-address.ts';
import { longestToken } from '../mail/reply-address.ts';
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
    read: ifGiven(mailboxUrl),
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
  SUPPORT_IMAP_URL: {
    means:
      'mailbox in which mails to SUPPORT_EMAIL and answers of buyers arrive, written as BOUNCE_IMAP_URL: an answer becomes a message of its deal, any other mail an inquiry; empty: none is read, and a person answers them',
    default: '',
    read: ifGiven(mailboxUrl),
  },
  MAIL_INBOUND_SECRET: {
    means:
      'value of the x-api-key header of POST /mail/inbound, to which a mail service posts mails to SUPPORT_EMAIL where no mailbox is read; empty: no such endpoint',
    default: '',
    read: ifGiven(secret({ shortest: 16 })),
  },
  MAIL_INBOUND_SNS_TOPICS: {
    means:
      'ARNs of the SNS topics by which Amazon SES hands over mails to SUPPORT_EMAIL, separated by commas; empty: none',
    default: '',
    read: ifGiven(topics),
  },
  MAIL_REPLY_TEMPLATE: {
    means:
      'address to which buyers answer, with `{token}` for the token of the deal, such as `support+{token}@example.com`; it leads to where mails to SUPPORT_EMAIL are read; empty: SUPPORT_EMAIL',
    default: '',
    read: ifGiven(replyTemplate),
  },
} satisfies Record<string, Setting>;

function mailboxUrl(written: string, name: string): string {
  mailboxFrom(written, name);
  return written;
}

/** An address with room for the token before its @, within the 64 characters that SMTP has there. */
function replyTemplate(written: string, name: string): string {
  const isAddress = isEmail(written.replace('{token}', longestToken));
  if (written.split('{token}').length === 2 && isAddress) return written;
  throw new Error(
    `${name} is not an address with {token} in it. Write it as support+{token}@example.com, with few characters before the @.`,
  );
}

/** It may hold a password and is not shown. A # or / in a password ends the host, and what follows would be lost. */
function smtpUrl(written: string, name: string): string {
  const url = URL.parse(written);
  const holds =
    url && /^smtps?:$/.test(url.protocol) && url.hostname && !url.hash && /^\/?$/.test(url.pathname);
  if (holds && !url.search.includes('@') && isDecodable(url)) return written;
  throw new Error(
    `${name} is not an address of a mail server. Write it as smtps://user:password@host, with # as %23, / as %2F, ? as %3F, @ as %40 and % as %25 in user and password.`,
  );
}

/** A % of a password that was not encoded would end the process with its first mail. */
function isDecodable({ username, password }: URL): boolean {
  try {
    return decodeURIComponent(username + password) !== undefined;
  } catch {
    return false;
  }
}
