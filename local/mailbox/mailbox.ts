import type { AddressInfo } from 'node:net';
import type { SMTPServer } from 'smtp-server';
import { mailboxApp } from './app.ts';
import type { Handover } from './handover.ts';
import { Mails } from './mails.ts';
import { catchAllSmtp } from './smtp.ts';

export type MailboxOptions = {
  /** Of the inbox page and the JSON API; 0 takes a free one. */
  port: number;
  /** 0 takes a free one. */
  smtpPort: number;
  host?: string;
  /** Mails are kept here over a restart; without it they live in memory. */
  dataDir?: string | undefined;
  /** Absent: mails to support go nowhere else. */
  handover?: Handover | undefined;
};

export type Mailbox = { url: string; smtpUrl: string; stop(): Promise<void> };

/** Starts a mailbox for everyone: SMTP in, pages and JSON out. Rejects when one of the ports is taken. */
export async function startMailbox({
  port,
  smtpPort,
  host = '127.0.0.1',
  dataDir,
  handover,
}: MailboxOptions): Promise<Mailbox> {
  const mails = await Mails.open(dataDir);
  const smtp = catchAllSmtp(mails, handover);
  await listen(smtp, { port: smtpPort, host });
  const smtpUrl = at('smtp', host, smtp.server);
  const app = mailboxApp({ mails, smtpUrl, support: handover?.address });
  try {
    await app.listen({ port, host });
  } catch (error) {
    await close(smtp);
    throw error;
  }
  const stop = async () => {
    await close(smtp);
    await app.close();
  };
  return { url: at('http', host, app.server), smtpUrl, stop };
}

function listen(smtp: SMTPServer, { port, host }: { port: number; host: string }): Promise<void> {
  return new Promise((resolve, reject) => {
    smtp.once('error', reject);
    smtp.listen(port, host, () => {
      smtp.off('error', reject);
      // A client that hangs up in the middle is the client's trouble.
      smtp.on('error', () => {});
      resolve();
    });
  });
}

function close(smtp: SMTPServer): Promise<void> {
  return new Promise(resolve => smtp.close(() => resolve()));
}

function at(scheme: string, host: string, server: { address(): AddressInfo | string | null }): string {
  return `${scheme}://${host}:${(server.address() as AddressInfo).port}`;
}
