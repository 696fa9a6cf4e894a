import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { dealWorkflowId } from '../../../deal/contract/messages.ts';
import type { Deal } from '../../../deal/deal.ts';
import type { EventEnvelope } from '../../../emulator/engine/event.ts';
import { accept, activate, inSilence, offeredDeal, settled } from '../../support/deals.ts';
import { eventually } from '../../support/eventually.ts';
import { reaches, staffAt } from '../../support/people.ts';
import { type Product, startProduct } from '../../support/product.ts';
import { acceptanceEvents, again, envelopeOf, eventOf, sendEvent } from '../desk/events/unmatched.ts';

describe('the inbox and deals that are over', () => {
  let product: Product;
  beforeAll(async () => {
    product = await startProduct({ RECONCILE_SECONDS: 86_400 });
  });
  afterAll(() => product?.stop());

  const isOver = ({ dealId }: Deal) =>
    eventually(async () => {
      const handle = product.deps.temporal.workflow.getHandle(dealWorkflowId(dealId));
      return (await handle.describe()).status.name === 'COMPLETED';
    });

  /** A deal whose buyer has ended the agreement; its events are held back for the test to send. */
  async function ended() {
    const deal = await activate(product, await offeredDeal(product));
    await settled(product, deal.dealId);
    const agreementId = deal.agreement?.agreementId ?? '';
    const created = await envelopeOf(product, agreementId, 'Purchase Agreement Created');
    const license = await envelopeOf(product, agreementId, 'License Updated');
    product.emulator.endAgreement(agreementId, 'CANCELLED');
    await reaches(product, deal.dealId, 'ended');
    const envelope = await envelopeOf(product, agreementId, 'Purchase Agreement Ended');
    const deprovisioned = await envelopeOf(product, agreementId, 'License Deprovisioned');
    await isOver(deal);
    return { deal, created, license, envelope, deprovisioned };
  }

  /** A deal that was closed before anybody accepted, while its offer had been accepted at AWS. */
  async function lostButAccepted() {
    const deal = await offeredDeal(product);
    const { agreement: created, license } = await inSilence(product, () =>
      acceptanceEvents(product, accept(product, deal).id),
    );
    await staffAt(product, 'sales').step(deal.dealId, 'withdraw-offer', { reason: 'The budget is gone.' });
    await reaches(product, deal.dealId, 'withdrawn');
    await isOver(deal);
    return { deal, created, license };
  }

  const stateOf = async ({ id }: EventEnvelope) => {
    const event = await eventOf(product, id);
    return { state: event?.state, dealId: event?.dealId };
  };

  it('are told nothing more of an agreement that has ended, in whatever order it comes', async () => {
    const { deal, created, license, envelope, deprovisioned } = await ended();
    for (const event of [envelope, deprovisioned, created, license].map(again)) {
      expect(await sendEvent(product, event)).toBe('ignored');
      expect(await stateOf(event)).toEqual({ state: 'ignored', dealId: deal.dealId });
    }
    const notice = again(await envelopeOf(product, deal.offers[0]?.changeSetId ?? '', 'Change Set'));
    expect(await sendEvent(product, notice)).toBe('ignored');
    expect(await stateOf(notice)).toEqual({ state: 'ignored', dealId: deal.dealId });
  });

  it('leave an agreement that is active for a person to see', async () => {
    const { created, license } = await lostButAccepted();
    for (const event of [created, license]) {
      expect(await sendEvent(product, event)).toBe('waiting');
      expect(await stateOf(event)).toEqual({ state: 'waiting', dealId: undefined });
    }
  });

  it('leave an agreement that became active again after its end for a person to see', async () => {
    const { created } = await ended();
    const later = { ...again(created), time: new Date(Date.now() + 60_000).toISOString() };
    expect(await sendEvent(product, later)).toBe('waiting');
  });

  it('answer an event that does not say whom it concerns with the missing field', async () => {
    const answer = await fetch(`${product.url}/marketplace/events`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-api-key': product.config.MARKETPLACE_EVENT_SECRET },
      body: JSON.stringify({
        id: randomUUID(),
        'detail-type': 'License Updated - Manufacturer',
        source: 'aws.agreement-marketplace',
        time: new Date().toISOString(),
        detail: { agreement: { id: 'agmt-1' }, product: { code: '' } },
      }),
    });
    expect(answer.status).toBe(422);
    const { errors } = (await answer.json()) as { errors: { pointer: string }[] };
    expect(errors.map(each => each.pointer)).toEqual(
      expect.arrayContaining(['/detail/product/code', expect.stringContaining('/detail')]),
    );
  });
});
