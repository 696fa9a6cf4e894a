import { freePort } from '../../../local/ports.ts';
import { signalDeal } from '../../../shared/temporal/signal.ts';
import { startDeal } from '../../../shared/temporal/start-deal.ts';
import { startSupportMailbox } from '../../../worker/support-mailbox.ts';
import { letter } from '../../shared/mail/inbound/letters.ts';
import type { Mail } from '../../support/people.ts';
import type { Product } from '../../support/product.ts';
import { addressAt, startImapServer } from '../../worker/imap-server.ts';

/** The setting by which each deal has an address for answers. */
export const withAnswers = { MAIL_REPLY_TEMPLATE: 'support+{token}@example.com' };

/** The mailbox of support, read as the worker does it, and people who write to it with their mail programs. */
export async function startLetters({ db, config, deps }: Product) {
  const port = await freePort();
  const server = await startImapServer(port);
  config.SUPPORT_IMAP_URL = addressAt(port);
  const reader = startSupportMailbox({
    config,
    receiving: {
      ...{ db, config, temporal: deps.temporal, now: deps.now },
      signal: (dealId, command) => signalDeal(deps.temporal, dealId, command),
      open: input => startDeal(deps.temporal, config, input),
    },
    log: { info: () => {}, warn: () => {} } as never,
    pauseMs: 200,
  });
  return {
    write: (mail: { from: string; subject: string; text: string }) =>
      server.put(letter({ ...mail, to: config.SUPPORT_EMAIL })),
    /** Presses Reply: to where the mail says that answers go, with the mail below. */
    answer: (
      mail: Pick<Mail, 'headers' | 'subject' | 'text'>,
      { from, text }: { from: string; text: string },
    ) =>
      server.put(
        letter({
          from,
          to: header(mail, 'reply-to'),
          subject: `Re: ${mail.subject}`,
          text: `${text}\n\n${quoted(mail.text)}`,
          headers: { 'In-Reply-To': header(mail, 'message-id') },
        }),
      ),
    async stop() {
      await reader.stop();
      await server.stop();
    },
  };
}

export type Letters = Awaited<ReturnType<typeof startLetters>>;

/** Whose letter it is, in letters of any alphabet. */
export const from = (name: string, email: string) =>
  `=?utf-8?B?${Buffer.from(name).toString('base64')}?= <${email}>`;

const header = ({ headers }: Pick<Mail, 'headers'>, wanted: string) =>
  headers.find(({ name }) => name.toLowerCase() === wanted)?.value ?? '';

const quoted = (text: string) =>
  `On Thu, Dec 3, 2026 at 10:40 AM Example <support@example.com> wrote:\n${text.replaceAll(/^/gm, '> ')}`;
