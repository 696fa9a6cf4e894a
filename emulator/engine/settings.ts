/** Delays are technical time in milliseconds: they are never scaled. */
export type Settings = {
  fulfillmentUrl: string;
  eventTarget: { url: string; headerName: string; secret: string } | null;
  /** From StartChangeSet to SUCCEEDED or FAILED; the first half is spent in PREPARING. */
  changeSetDelay: number;
  agreementEventDelay: number;
  licenseDelay: number;
  /** How long GetEntitlements lags behind the license event. */
  entitlementLag: number;
  /** GetEntitlements answers with an empty first page that carries a NextToken. */
  emptyEntitlementPage: boolean;
  registrationTokenLifetime: number;
  /** A token can be resolved once only, then it is expired. */
  singleUseTokens: boolean;
  events: { delay: number; duplicate: boolean; reorder: boolean; drop: boolean | string[] };
  /** Tries of one delivery to the event target; AWS gives up after 24 hours and 185 tries. */
  eventAttempts: number;
  /** AWS's quota of offers that are created or changed at the same time. */
  concurrentOffers: number;
  /** The scheme and host of the addresses in SNS messages; null: the emulator's own. */
  snsBaseUrl: string | null;
  /** The version of the signature on SNS messages. */
  snsSignatureVersion: '1' | '2';
  /** The listings are from before June 2026: buyers have a CustomerIdentifier, and metering takes it. */
  legacyListings: boolean;
  /** The next accepted agreements end because the payment fails. */
  failNextPayments: number;
};
