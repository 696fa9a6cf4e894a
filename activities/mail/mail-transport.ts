import { createTransport as createNodemailer, type Transporter } from 'nodemailer';
import type { Config } from '../../shared/config.ts';

const second = 1000;

/**
 * A pool of connections to the mail server of `SMTP_URL`, an `smtp://` or `smtps://` address. How many mails go out is
 * decided in mail-turn.ts. Every wait has an end; a longer or shorter one can be given in the address, such as
 * `?socketTimeout=60000`, in milliseconds.
 */
export function createTransport({ SMTP_URL }: Pick<Config, 'SMTP_URL'>): Transporter {
  return createNodemailer({
    url: SMTP_URL,
    pool: true,
    maxConnections: 5,
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
