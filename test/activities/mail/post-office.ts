import { randomUUID } from 'node:crypto';
import { ApplicationFailure } from '@temporalio/common';
import { MockActivityEnvironment } from '@temporalio/testing';
import { DefaultLogger } from '@temporalio/worker';
import { createMailActivities } from '../../../activities/mail/mail.ts';
import { createTransport } from '../../../activities/mail/mail-transport.ts';
import type { Deal } from '../../../deal/deal.ts';
import type { DealEvent, Entry } from '../../../deal/events.ts';
import type { MailRequest, MailTemplate, Reader } from '../../../deal/mails/mails.ts';
import { casts, samplesIn } from '../../../emails/samples/samples.ts';
import { readConfig } from '../../../shared/config.ts';
import { recordOf } from '../../../shared/models/deal-record.ts';
import { giveBack, openEmptyDatabase } from '../../support/servers/databases.ts';
import { startMailServer } from './mail-server.ts';

export const now = () => '2026-12-20T00:00:00.000Z';
export const config = readConfig({
  MAIL_FROM: 'Example <offers@mail.example.com>',
  MAIL_PER_SECOND: '1000',
});

/** Through a server at this address. */
export const transportTo = (url: string) => createTransport({ ...config, SMTP_URL: url });

export type PostOffice = Awaited<ReturnType<typeof openPostOffice>>;

/** The mail activities on a real database and a real mail server of their own. */
export async function openPostOffice() {
  const db = await openEmptyDatabase();
  const server = await startMailServer();
  const transport = transportTo(server.url);
  const rowsOf = (dealId: string) => db.outbox.find({ dealId }).sort({ key: 1 }).lean();

  async function saveDeal(deal: Deal): Promise<void> {
    const { _id, ...record } = recordOf(deal);
    await db.deals.replaceOne({ _id }, record, { upsert: true });
  }

  return {
    db,
    server,
    transport,
    saveDeal,
    rowsOf,
    rowOf: async (dealId: string) => (await rowsOf(dealId))[0],

    /** Runs as Temporal would; `attempt` 1 is a new activity, 2 and more are its repetitions. */
    async sendMails(
      asked: { dealId: string; mails: MailRequest[] },
      { attempt = 1, through = transport, settings = {} as Partial<typeof config> } = {},
    ) {
      const changed = { ...config, ...settings };
      const { sendMails } = createMailActivities({ db, transport: through, config: changed, now });
      return inTemporal(attempt, () => sendMails(asked));
    },

    /** A deal of its own with an address of its own, at the station of a sample. */
    async dealAt(station: string, change: Partial<Deal> = {}) {
      const id = randomUUID().slice(0, 8);
      const email = `maria.${id}@northwind.example`;
      const sample = samplesIn('en')[station];
      if (!sample) throw new Error(`no sample ${station}`);
      const terms = sample.deal.terms.map(version => ({
        ...version,
        terms: { ...version.terms, signer: { ...version.terms.signer, email } },
      }));
      const deal: Deal = { ...sample.deal, dealId: `d-${id}`, terms, ...change };
      await saveDeal(deal);
      const reader: Reader = { to: 'person', name: casts.en.signer.name, email, language: 'en' };
      const mail = (template: MailTemplate, index = 0): MailRequest => ({
        key: `${deal.seq}:${template}:${index}`,
        template,
        reader,
      });
      return { deal, dealId: deal.dealId, email, mail };
    },

    /** The newest entry of a deal is this step of a staff member. */
    async asked({ dealId, seq }: Deal, event: DealEvent): Promise<void> {
      const by = { kind: 'staff' as const, id: 'ann@example.com' };
      const entry: Entry = { seq, at: now(), decidedAt: now(), by, outcome: 'applied', event };
      await db.timeline.create({ _id: `${dealId}:${seq}`, dealId, seq, entry });
    },

    async close() {
      transport.close();
      await server.stop();
      await giveBack(db);
    },
  };
}

/** The failures are what is tested here, so they are not logged. */
export function inTemporal<T>(attempt: number, work: () => Promise<T>): Promise<T> {
  const environment = new MockActivityEnvironment({ attempt }, { logger: new DefaultLogger('ERROR') });
  return environment.run<[], T, () => Promise<T>>(work);
}

export async function failureOf(sending: Promise<unknown>): Promise<ApplicationFailure> {
  const failure = await sending.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (failure instanceof ApplicationFailure) return failure;
  throw new Error(`expected an ApplicationFailure, got ${failure}`);
}
