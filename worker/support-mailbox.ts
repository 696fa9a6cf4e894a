import type { Config } from '../shared/config.ts';
import { mostBytesRead } from '../shared/mail/inbound/read-mail.ts';
import { type Receiving, receiveSource } from '../shared/mail/inbound/receive-mail.ts';
import { type Reading, startReading } from './mailbox.ts';

/**
 * Reads what buyers write to the configured mailbox, if there is one: answers become messages of their deals, other mails
 * inquiries. Reports about mails of ours are left to whoever reads those.
 */
export function startSupportMailbox(needs: {
  config: Pick<Config, 'SUPPORT_IMAP_URL'>;
  receiving: Receiving;
  log: Reading['log'];
  pauseMs?: number;
}): { stop(): Promise<void> } {
  const { config, receiving, log, pauseMs = 15_000 } = needs;
  const reading = {
    name: 'support',
    url: config.SUPPORT_IMAP_URL,
    log,
    mostBytes: mostBytesRead,
    isWanted: (contentType: string) => !/multipart\/report/i.test(contentType),
    take: (source: Buffer) => receiveSource(receiving, source),
  };
  return startReading(reading, pauseMs);
}
