import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freePorts } from '../../../local/addresses.ts';
import { isBad } from '../../../shared/mail/bad-addresses.ts';
import { inquire } from '../../support/deals.ts';
import { eventually } from '../../support/eventually.ts';
import { dealWhich, staffAt } from '../../support/people.ts';
import { type Product, startProduct } from '../../support/product.ts';
import { environmentOf, program } from '../../support/programs.ts';
import { type Answer, startMailServer } from './mail-server.ts';

/** Temporal notices a dead worker after 10 seconds, the outbox after 12. */
const patienceMs = 120_000;

describe('the mails of deals on a real mail server', () => {
  let server: Awaited<ReturnType<typeof startMailServer>>;
  let product: Product;
  let child: ChildProcess | undefined;
  beforeAll(async () => {
    server = await startMailServer();
    product = await startProduct({ SMTP_URL: server.patientUrl });
  }, patienceMs);
  afterAll(async () => {
    child?.kill('SIGKILL');
    await product?.stop();
    await server?.stop();
  }, patienceMs);

  /** The real program, with the settings of the product. */
  async function startProgram(): Promise<ChildProcess> {
    const { worker } = await freePorts();
    const env = { ...process.env, ...environmentOf(product.config), WORKER_PORT: `${worker}` };
    return spawn(process.execPath, await program('worker/main'), { env, stdio: 'ignore' });
  }

  /** A deal whose first mail the server treats like this. */
  async function mailedWith(answer: Answer) {
    const email = `maria.${randomUUID().slice(0, 8)}@northwind.example`;
    server.answer(email, answer);
    const contact = { name: 'Maria Rossi', email, language: 'en', timeZone: 'Europe/London' } as const;
    return { email, dealId: await inquire(product, { contact }) };
  }
  /** The row of the mail, once it has been sent. */
  const settled = ({ dealId }: { dealId: string }) =>
    eventually(
      async () => {
        const row = await product.db.outbox.findOne({ dealId, template: 'inquiryReceived' }).lean();
        return row?.state === 'sent' ? row : undefined;
      },
      { withinMs: patienceMs, what: 'the mail is sent' },
    );

  it('a reader who is refused makes the deal stuck and his address bad, until somebody tries again', async () => {
    const { dealId, email } = await mailedWith('refuse');
    const sales = staffAt(product, 'sales');
    const { stuck } = await dealWhich(product, dealId, deal => deal.stuck.length > 0);
    expect(stuck[0]).toMatchObject({
      reason: 'mailBounced',
      cure: 'changeContact',
      detail: `${email}: 550 5.1.1 no such user`,
    });
    expect(await isBad(product.db, email)).toBe(true);

    expect((await sales.step(dealId, 'retry-step')).status).toBe(200);
    await dealWhich(product, dealId, deal => deal.stuck.length === 0 && deal.mails.length === 0);
    expect(server.to(email)).toHaveLength(1);
    expect(await isBad(product.db, email)).toBe(false);
  });

  it('a mail that is greylisted or whose connection breaks arrives all the same, without a person', async () => {
    const greylisted = await mailedWith('greylist');
    const dropped = await mailedWith('drop');
    for (const each of [greylisted, dropped]) {
      await settled(each);
      expect(server.to(each.email)).toHaveLength(1);
    }
  });

  it(
    'a worker killed in the middle of sending gives a reader one mail, or the same Message-ID twice when it was taken',
    async () => {
      await product.stopWorker();
      const untaken = await mailedWith('stall');
      const taken = await mailedWith('acceptThenStall');
      child = await startProgram();
      await eventually(() => server.bodiesTo(untaken.email) === 1 && server.to(taken.email).length === 1, {
        withinMs: patienceMs,
        what: 'both mails are under way',
      });
      child.kill('SIGKILL');
      await product.startWorker();

      expect(await settled(untaken)).toMatchObject({ attempts: 2 });
      expect(server.to(untaken.email)).toHaveLength(1);
      expect(await settled(taken)).toMatchObject({ attempts: 2 });
      const ids = server.to(taken.email).map(({ messageId }) => messageId);
      expect(ids).toHaveLength(2);
      expect(new Set(ids).size).toBe(1);
    },
    patienceMs,
  );
});
