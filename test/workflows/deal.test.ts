import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { signalDeal } from '../../shared/temporal/signal.ts';
import { dealWorkflowId } from '../../workflows/messages.ts';
import { eventually } from '../support/eventually.ts';
import { call, dealWhich, mailsTo, reaches, staffAt } from '../support/people.ts';
import { type Product, startProduct } from '../support/product.ts';
import { buyerAccount, sampleInquiry, sampleTerms } from '../support/samples.ts';
import { choice } from '../support/story.ts';

/** The budget of design.md for a deal from inquiry to confirmation. */
const mostEvents = 120;
const mostTasks = 25;

describe('a deal on real servers', () => {
  let product: Product;
  beforeAll(async () => {
    product = await startProduct();
  });
  afterAll(() => product?.stop());

  it('goes from inquiry to confirmation within the budget of its history', async () => {
    const sales = staffAt(product, 'sales');
    const inquiry = sampleInquiry();
    const { body } = await call(`${product.url}/api/inquiries`, {
      key: randomUUID(),
      body: { ...inquiry.contact, company: inquiry.company, message: inquiry.message },
    });
    const { dealId } = body;
    await sales.step(dealId, 'propose-terms', { terms: sampleTerms(Date.now()) });
    expect((await sales.step(dealId, 'mark-negotiation-done', { version: 1 })).status).toBe(200);
    const offered = await reaches(product, dealId, 'offered');
    const offerId = offered.offers[0]?.offerId ?? '';
    product.emulator.accept({ offerId, accountId: buyerAccount });
    const accepted = await dealWhich(product, dealId, deal => deal.license && deal.agreement, {
      what: 'agreement and license',
    });
    await register(product, accepted.agreement?.agreementId ?? '', dealId);
    await reaches(product, dealId, 'settingUp');
    await signalDeal(product.deps.temporal, dealId, {
      ...choice,
      commandId: randomUUID(),
      by: { kind: 'buyer', id: choice.user.email },
      at: product.deps.now(),
    });
    await reaches(product, dealId, 'active');
    await eventually(async () => (await mailsTo(product, choice.user.email)).length === 1, {
      what: 'the confirmation mail',
    });

    const handle = product.deps.temporal.workflow.getHandle(dealWorkflowId(dealId));
    await dealWhich(product, dealId, deal => deal.mails.length === 0, { what: 'every mail sent' });
    const events = (await handle.fetchHistory()).events ?? [];
    const tasks = events.filter(event => event.workflowTaskCompletedEventAttributes).length;
    process.stdout.write(`history of a full deal: ${events.length} events, ${tasks} workflow tasks\n`);
    expect(events.length).toBeLessThanOrEqual(mostEvents);
    expect(tasks).toBeLessThanOrEqual(mostTasks);
  });
});

async function register(product: Product, agreementId: string, dealId: string): Promise<void> {
  const { token } = product.emulator.registrationToken(agreementId);
  expect(token).toBeTruthy();
  await signalDeal(product.deps.temporal, dealId, {
    type: 'buyerArrived',
    registrationId: randomUUID(),
    setupSessionId: randomUUID(),
    awsAccountId: buyerAccount,
    productCode: 'examplecloud0000000000001',
    commandId: randomUUID(),
    by: { kind: 'buyer', id: buyerAccount },
    at: product.deps.now(),
  });
}
