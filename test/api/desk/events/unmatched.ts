import { randomUUID } from 'node:crypto';
import type { EventEnvelope } from '../../../../emulator/engine/event.ts';
import { clientsOf, offerChanges, releasedOffer } from '../../../emulator/offers.ts';
import { inSilence } from '../../../support/deals.ts';
import { eventually } from '../../../support/eventually.ts';
import type { Product } from '../../../support/product.ts';
import { buyerAccount } from '../../../support/samples.ts';

/** A purchase by an offer that was made without Offerdesk, and whose events the test sends. */
export function purchaseElsewhere(product: Product, changes = offerChanges()) {
  return inSilence(product, async () => {
    const offerId = await releasedOffer(clientsOf(product.emulator), changes);
    const { id: agreementId, licenseArn } = product.emulator.accept({ offerId, accountId: buyerAccount });
    return { offerId, agreementId, licenseArn, ...(await acceptanceEvents(product, agreementId)) };
  });
}

/** What the emulator would have sent of an acceptance. */
export async function acceptanceEvents(product: Product, agreementId: string) {
  const agreement = await envelopeOf(product, agreementId, 'Purchase Agreement Created');
  return { agreement, license: await envelopeOf(product, agreementId, 'License Updated') };
}

/** What the emulator would have sent of an agreement. */
export function envelopeOf(product: Product, agreementId: string, type: string): Promise<EventEnvelope> {
  const isIt = (envelope: EventEnvelope) =>
    envelope['detail-type'].startsWith(type) && JSON.stringify(envelope).includes(agreementId);
  return eventually(() => product.emulator.events().findLast(each => isIt(each.envelope))?.envelope, {
    what: `${type} of ${agreementId}`,
  });
}

/** Sends an event as EventBridge does; gives what the inbox made of it. */
export async function sendEvent(product: Product, envelope: EventEnvelope): Promise<string> {
  const answer = await fetch(`${product.url}/marketplace/events`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-api-key': product.config.MARKETPLACE_EVENT_SECRET,
    },
    body: JSON.stringify(envelope),
  });
  if (answer.status !== 202) throw new Error(`the event was answered ${answer.status}`);
  return ((await answer.json()) as { state: string }).state;
}

/** As if it had come some minutes ago: what has just come may still find its deal. */
export async function letWait({ db }: Product): Promise<void> {
  const earlier = { $add: ['$receivedAt', -300_000] };
  await db.events.updateMany({ state: 'waiting' }, [{ $set: { receivedAt: earlier } }], {
    updatePipeline: true,
  });
  await db.registrations.updateMany({}, [{ $set: { at: { $add: ['$at', -300_000] } } }], {
    updatePipeline: true,
  });
}

export const eventOf = ({ db }: Product, id: string) => db.events.findById(id).lean();

export const again = (envelope: EventEnvelope): EventEnvelope => ({ ...envelope, id: randomUUID() });
