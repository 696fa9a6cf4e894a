import type { Logger } from 'pino';
import type { Config } from '../shared/config.ts';
import type { Reporting } from '../shared/mail/bounces.ts';
import type { Receiving } from '../shared/mail/inbound/receive-mail.ts';
import type { Inbox } from '../shared/marketplace/inbox.ts';

interface Needs {
  config: Config;
  inbox: Inbox;
  reporting: Reporting;
  receiving: Receiving;
  log: Pick<Logger, 'info' | 'warn'>;
}

/**
 * Reads the queue of events and the mailboxes of bounces and of support, each of which is configured or not. What reads them is a quarter of
 * all code that a worker has, so it runs where there is one. `stop` returns when nothing is under way.
 */
export async function startReaders({
  config,
  inbox,
  reporting,
  receiving,
  log,
}: Needs): Promise<{ stop(): Promise<void> }> {
  const readers: { stop(): Promise<void> }[] = [];
  if (config.MARKETPLACE_QUEUE_URL) {
    const { startEventQueue } = await import('./event-queue.ts');
    readers.push(startEventQueue({ config, inbox, log }));
  }
  if (config.BOUNCE_IMAP_URL) {
    const { startBounceMailbox } = await import('./bounce-mailbox.ts');
    readers.push(startBounceMailbox({ config, reporting, log }));
  }
  if (config.SUPPORT_IMAP_URL) {
    const { startSupportMailbox } = await import('./support-mailbox.ts');
    readers.push(startSupportMailbox({ config, receiving, log }));
  }
  return {
    async stop() {
      await Promise.all(readers.map(reader => reader.stop()));
    },
  };
}
