import type { Config } from '../shared/config.ts';
import { type Received, type Reporting, receiveReport } from '../shared/mail/bounces.ts';
import { readDeliveryReport } from '../shared/mail/delivery-report.ts';
import { type Reading, startReading } from './mailbox.ts';

/**
 * Reads the reports in the configured mailbox, if there is one: each is received, then marked as read. Any other mail is
 * left as it is, for a person.
 */
export function startBounceMailbox(needs: {
  config: Pick<Config, 'BOUNCE_IMAP_URL'>;
  reporting: Reporting;
  log: Reading['log'];
  pauseMs?: number;
}): { stop(): Promise<void> } {
  const { config, reporting, log, pauseMs } = needs;
  const reading = {
    name: 'bounces',
    url: config.BOUNCE_IMAP_URL,
    log,
    mostBytes: 256 * 1024,
    isWanted: (contentType: string) => /multipart\/report/i.test(contentType),
    take: (source: Buffer) => receive(reporting, source),
  };
  return startReading(reading, pauseMs);
}

async function receive(reporting: Reporting, source: Buffer): Promise<object | undefined> {
  const reports = await readDeliveryReport(source);
  if (!reports) return undefined;
  const outcomes: Received[] = [];
  for (const report of reports) outcomes.push(await receiveReport(reporting, report));
  return { outcomes };
}
