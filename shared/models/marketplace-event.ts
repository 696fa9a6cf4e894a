import { type Connection, Schema } from 'mongoose';
import type { CommandOf } from '../../deal/commands.ts';
import type { Actor } from '../../deal/people.ts';

/** What AWS can tell a deal. */
export type MarketplaceNotice =
  | CommandOf<'agreementEvent'>
  | CommandOf<'licenseEvent'>
  | CommandOf<'offerEvent'>
  | CommandOf<'awsNotice'>;

export const eventStates = ['waiting', 'routed', 'ignored', 'otherListing'] as const;

/** The event inbox: everything AWS told us, kept before anything is done with it. */
export interface MarketplaceEvent {
  /** AWS's event id, or one made from what was found by asking; the same again is the same event. */
  _id: string;
  detailType: string;
  /** Ids by which a deal can be found: offer, agreement, license, change set. */
  keys: string[];
  /** Absent when the event says nothing to a deal. */
  notice?: MarketplaceNotice;
  /** What was bought, by AWS's id or code of it, once that is known. */
  product?: string;
  /** When something was last done about it beside telling a deal: AWS was asked, staff were told. The machine's time. */
  askedAt?: Date;
  /**
   * `waiting` until a deal has it in its timeline, or somebody has given it to a deal. `otherListing`: set aside, since what
   * was bought is none of our products.
   */
  state: (typeof eventStates)[number];
  /** The deal that is being told of it; see purchases/claims.ts. */
  sentTo?: string;
  /** The deal that has it, or is sure to decide about it. */
  dealId?: string;
  /** Deals that were told of it and refused it: it may be another one's. */
  refusedBy?: string[];
  /** What a person decided about an event that matched no deal: to which deal it belongs, or without one that it means nothing. */
  handled?: { by: Actor; at: string; dealId?: string; reason?: string };
  /** A person has taken it back from the other listings; it is not set aside again. */
  broughtBack?: { by: Actor; at: string };
  /** Business time. */
  occurredAt: Date;
  receivedAt: Date;
  /** As AWS wrote it; removed after some time once a deal has it or nobody wants it. */
  raw?: unknown;
}

/** The agreement that an event is about; nothing for one of the catalog. */
export function agreementOf({ notice }: Pick<MarketplaceEvent, 'notice'>): string | undefined {
  return notice && notice.type !== 'offerEvent' ? notice.agreementId : undefined;
}

export function defineMarketplaceEvent(connection: Connection) {
  const schema = new Schema<MarketplaceEvent>(
    {
      _id: String,
      detailType: { type: String, required: true },
      keys: [String],
      notice: Schema.Types.Mixed,
      product: String,
      askedAt: Date,
      state: { type: String, required: true },
      sentTo: String,
      dealId: String,
      refusedBy: { type: [String], default: undefined },
      handled: Schema.Types.Mixed,
      broughtBack: Schema.Types.Mixed,
      occurredAt: { type: Date, required: true },
      receivedAt: { type: Date, required: true },
      raw: Schema.Types.Mixed,
    },
    { collection: 'marketplaceEvents', versionKey: false, minimize: false },
  );
  schema.index({ state: 1, keys: 1 });
  schema.index({ state: 1, receivedAt: -1 });
  // What AWS wrote, and has been kept for long enough.
  schema.index({ receivedAt: 1 }, { partialFilterExpression: { raw: { $exists: true } } });
  // Of the few that a person has decided about, not of all that means nothing to a deal.
  schema.index(
    { 'handled.at': -1, receivedAt: -1 },
    { partialFilterExpression: { state: 'ignored', handled: { $exists: true } } },
  );
  // Looked for every few seconds, among all that means nothing to a deal.
  schema.index(
    { detailType: 1, askedAt: 1 },
    { partialFilterExpression: { detailType: 'Disbursement Paused' } },
  );
  return connection.model<MarketplaceEvent>('MarketplaceEvent', schema);
}
