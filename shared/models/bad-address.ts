import { type Connection, Schema } from 'mongoose';

/** Who said that mail does not arrive: the server that was to take it, or a report that came later. */
export type BadAddressSource = 'server' | 'report';

/** An address to which nothing is sent by itself any more. */
export interface BadAddress {
  /** The address in lower case. */
  _id: string;
  since: Date;
  /** What the mail server said, in its own words. */
  reason: string;
  source: BadAddressSource;
  /** Of the mail that did not arrive. */
  messageId?: string;
}

export function defineBadAddress(connection: Connection) {
  const schema = new Schema<BadAddress>(
    {
      _id: { type: String, required: true },
      since: { type: Date, required: true },
      reason: { type: String, required: true },
      source: { type: String, required: true },
      messageId: String,
    },
    { collection: 'badAddresses', versionKey: false },
  );
  schema.index({ since: -1 });
  return connection.model<BadAddress>('BadAddress', schema);
}
