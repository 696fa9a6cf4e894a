import { type Connection, Schema } from 'mongoose';
import type { Entry, EventType } from '../../deal/events.ts';

/**
 * `waiting`: on its way, or waiting for its next attempt. `held`: goes out, in order, once somebody lets it.
 * `failed`: the last attempt failed.
 */
export const deliveryStates = ['waiting', 'delivered', 'failed', 'held'] as const;
export type DeliveryState = (typeof deliveryStates)[number];

/** One timeline entry on its way to the vendor's webhook. What it says is read from the timeline. */
export interface WebhookDelivery {
  /** `<dealId>:<seq>`, as in the timeline. */
  _id: string;
  dealId: string;
  seq: number;
  type: EventType;
  outcome: Entry['outcome'];
  /** When the deal decided it, in business time. */
  at: Date;
  state: DeliveryState;
  attempts: number;
  /** The workflow that sends it; one that finds another name here has nothing left to do. */
  turn?: string;
  /** A status such as `204`, or a code such as `timeout`. */
  lastAnswer?: string;
  /** Business time. */
  answeredAt?: Date;
}

export function defineWebhookDelivery(connection: Connection) {
  const schema = new Schema<WebhookDelivery>(
    {
      _id: String,
      dealId: { type: String, required: true },
      seq: { type: Number, required: true },
      type: { type: String, required: true },
      outcome: { type: String, required: true },
      at: { type: Date, required: true },
      state: { type: String, required: true },
      attempts: { type: Number, required: true },
      turn: String,
      lastAnswer: String,
      answeredAt: Date,
    },
    { collection: 'webhookDeliveries', versionKey: false },
  );
  schema.index({ at: -1, _id: -1 });
  schema.index({ state: 1, at: -1, _id: -1 });
  // What is held goes out in the order in which it happened.
  schema.index({ state: 1, at: 1, seq: 1 });
  // Notes that have been kept for long enough.
  schema.index({ answeredAt: 1 }, { partialFilterExpression: { state: 'delivered' } });
  return connection.model<WebhookDelivery>('WebhookDelivery', schema);
}
