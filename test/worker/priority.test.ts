import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { deliverEntriesWorkflow } from '../../deal/contract/messages.ts';
import { startAccountMail } from '../../shared/mail/account-mail.ts';
import { startOnce } from '../../shared/temporal/start-once.ts';
import { type Product, startProduct } from '../support/product.ts';

const deliveries = 40;

describe('when more waits than the workers can take', () => {
  let product: Product;
  beforeAll(async () => {
    product = await startProduct();
    await product.stopWorker();
  });
  afterAll(() => product?.stop());

  it('a mail that a person waits for comes before deliveries that were there first', async () => {
    const { deps, config, name: taskQueue, db } = product;
    const { temporal } = deps;
    const ids = Array.from({ length: deliveries }, () => `tell-${randomUUID()}`);
    const nothing = [{ ids: [], pauses: [] }];
    for (const workflowId of ids)
      await startOnce(temporal, {
        type: deliverEntriesWorkflow,
        workflowId,
        taskQueue,
        args: nothing,
        for: 'machine',
      });
    const key = `account:${randomUUID()}`;
    const to = { name: 'Hana', email: 'hana@example.com', language: 'en' } as const;
    await db.outbox.create({
      key,
      template: 'accountExists',
      to,
      props: { name: 'Hana', signInUrl: product.url },
    });
    await startAccountMail({ temporal, config }, { key, template: 'accountExists' });

    await product.startWorker();
    const mail = await firstTurnOf(`mail-${key}`);
    const turns = await Promise.all(ids.map(firstTurnOf));
    expect(turns.filter(turn => turn < mail).length).toBeLessThan(deliveries / 2);
  });

  /** When a worker took it, in nanoseconds. */
  async function firstTurnOf(workflowId: string): Promise<bigint> {
    const handle = product.deps.temporal.workflow.getHandle(workflowId);
    await handle.result();
    const { events } = await handle.fetchHistory();
    const at = events?.find(
      ({ workflowTaskStartedEventAttributes }) => workflowTaskStartedEventAttributes,
    )?.eventTime;
    return BigInt(String(at?.seconds ?? 0)) * 1_000_000_000n + BigInt(at?.nanos ?? 0);
  }
});
