import { type Connection, Schema } from 'mongoose';

/** How the vendor's receiver of the timeline does. There is one, named by its purpose and not by its address. */
export interface WebhookEndpoint {
  _id: 'timeline';
  /** Attempts that failed since the last one that was taken. */
  failures: number;
  /** When the first of them failed, in MongoDB's time. */
  failingSince?: Date;
  /** Set while it is paused, in business time. Every pause has a moment of its own. */
  pausedAt?: Date;
  /** `gone`: it answered 410. `failing`: it took nothing for too long. `stillFailing`: nor after it was resumed. */
  pausedFor?: 'gone' | 'failing' | 'stillFailing';
  /** It was resumed and has not taken anything yet. */
  onTrial?: boolean;
  /** The staff's mails about this pause are in the outbox. */
  announced?: boolean;
}

export function defineWebhookEndpoint(connection: Connection) {
  const schema = new Schema<WebhookEndpoint>(
    {
      _id: String,
      failures: { type: Number, required: true },
      failingSince: Date,
      pausedAt: Date,
      pausedFor: String,
      onTrial: Boolean,
      announced: Boolean,
    },
    { collection: 'webhookEndpoints', versionKey: false },
  );
  return connection.model<WebhookEndpoint>('WebhookEndpoint', schema);
}
