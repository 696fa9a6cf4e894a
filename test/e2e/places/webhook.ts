import type { WebhookDelivery } from '../../../shared/models/webhook-delivery.ts';
import type { Product } from '../../support/product.ts';

const lines = [
  { dealId: 'offered000', seq: 14, type: 'extendOffer', state: 'held', attempts: 0 },
  { dealId: 'negotiatin', seq: 9, type: 'proposeTerms', state: 'held', attempts: 1, lastAnswer: '410' },
  { dealId: 'writing000', seq: 6, type: 'addNote', state: 'failed', attempts: 10, lastAnswer: 'timeout' },
  { dealId: 'offered000', seq: 13, type: 'mailsSent', state: 'delivered', attempts: 2, lastAnswer: '204' },
] as const;

/** A receiver that has gone, and what it was told before that. */
export async function layOutWebhook({ db, deps, config }: Product): Promise<void> {
  const now = Date.parse(deps.now());
  const pausedAt = new Date(now - 40 * 60_000);
  await db.webhookEndpoints.create({ _id: 'timeline', failures: 1, pausedAt, pausedFor: 'gone' });
  await db.webhookDeliveries.create(
    lines.map((line, index): WebhookDelivery => {
      const at = new Date(now - (index + 1) * 20 * 60_000);
      return { ...line, _id: `${line.dealId}:${line.seq}`, outcome: index === 1 ? 'refused' : 'applied', at };
    }),
  );
  // Only now, so that nothing is posted to where nobody listens: what a deal decides from here on is held.
  config.TIMELINE_WEBHOOK_URL = 'https://hooks.vendor.example/offerdesk';
}
