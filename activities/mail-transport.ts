import { createTransport as createNodemailer, type Transporter } from 'nodemailer';

const second = 1000;

/**
 * A pool of connections to the mail server of an `smtp://` or `smtps://` address. Every wait has an end; a longer or
 * shorter one can be given in the address, such as `?socketTimeout=60000`, in milliseconds.
 */
export function createTransport(smtpUrl: string): Transporter {
  return createNodemailer({
    url: smtpUrl,
    pool: true,
    // A connection that broke may have delivered its mail. Only the outbox knows enough to try again.
    maxRequeues: 0,
    dnsTimeout: 10 * second,
    connectionTimeout: 10 * second,
    greetingTimeout: 10 * second,
    socketTimeout: 30 * second,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
}

/** What the transport says of a mail it could not send. */
export interface SendError extends Error {
  code?: string;
  responseCode?: number;
  response?: string;
  command?: string;
}

/**
 * True when the mail server has refused this reader or this mail for good (RFC 5321: 5yz). A refused sender or sign-in
 * is our own set-up and gets well without the mail being given up.
 */
export function isPermanent({ code, responseCode, command }: SendError): boolean {
  const aboutMail = (code === 'EENVELOPE' || code === 'EMESSAGE') && command !== 'MAIL FROM';
  return aboutMail && (responseCode === undefined || responseCode >= 500);
}
