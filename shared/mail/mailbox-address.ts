/** Where and how a mailbox is read. */
export interface MailboxAddress {
  host: string;
  port: number;
  /** TLS from the first byte. */
  secure: boolean;
  /** Without TLS from the first byte, the connection changes to it before the password is sent. */
  doSTARTTLS: boolean;
  auth: { user: string; pass: string };
  mailbox: string;
}

const form = 'Write it as imaps://user:password@host/INBOX, with %40 for the @ of a user.';

/** The mailbox of an address such as `imaps://user:password@host/INBOX`. Throws an Error that names the setting and does not show it. */
export function mailboxFrom(address: string, name = 'It'): MailboxAddress {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (!url || !/^imaps?:$/.test(url.protocol))
    throw new Error(`${name} is not an address of a mailbox. ${form}`);
  const [user, pass, mailbox] = [url.username, url.password, url.pathname.slice(1)].map(part =>
    decoded(part, name),
  );
  if (!user || !pass || !url.hostname) throw new Error(`${name} needs user, password and host. ${form}`);
  const secure = url.protocol === 'imaps:';
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: Number(url.port) || (secure ? 993 : 143),
    secure,
    doSTARTTLS: !secure && !isThisMachine(url.hostname),
    auth: { user, pass },
    mailbox: mailbox || 'INBOX',
  };
}

/** True for a host name that leads to nobody else, as a URL writes it. */
export const isThisMachine = (host: string) => /^(localhost|127(\.\d+){3}|\[::1\])$/.test(host);

function decoded(text: string, name: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new Error(`${name} has a % that is not one of percent-encoding. ${form}`);
  }
}
