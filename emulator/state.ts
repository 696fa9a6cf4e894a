import type { ClockState } from './clock.ts';

/** Everything the emulator remembers. Plain JSON, so that it can be kept in a file between runs. */
export type State = {
  version: 1;
  sellerAccountId: string;
  sellerName: string;
  clock: ClockState;
  settings: Settings;
  accounts: BuyerAccount[];
  products: Record<string, Product>;
  offers: Record<string, Offer>;
  changeSets: Record<string, ChangeSet>;
  /** The change set of each ClientRequestToken. */
  changeSetTokens: Record<string, string>;
  agreements: Record<string, Agreement>;
  registrationTokens: Record<string, RegistrationToken>;
  cancellationRequests: Record<string, CancellationRequest>;
  usage: Record<string, MeteredUsage>;
  events: MarketplaceEvent[];
  queue: QueuedMessage[];
  snsSubscriptions: SnsSubscription[];
  jobs: Job[];
  faults: Fault[];
  changeSetFailures: ChangeSetFailure[];
};

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
  /** The next accepted agreements end because the payment fails. */
  failNextPayments: number;
};

export type BuyerAccount = { id: string; name: string };

export type Product = {
  id: string;
  code: string;
  title: string;
  state: 'Draft' | 'Limited' | 'Public' | 'Restricted';
  dimensions: { key: string; name: string; description: string; unit: string }[];
  lastModifiedDate: string;
  /** Where the buyer is sent for this product; without it the setting of the same name counts. */
  fulfillmentUrl?: string;
};

/** A term as the Catalog API writes it, e.g. `{ Type: 'ValidityTerm', AgreementDuration: 'P12M' }`. */
// biome-ignore lint/suspicious/noExplicitAny: AWS's documents; every term is checked by its schema on the way in.
export type Term = { Type: string } & Record<string, any>;

export type Offer = {
  id: string;
  revision: number;
  state: 'Draft' | 'Released';
  name?: string;
  description?: string;
  productId: string;
  pricingModel?: string;
  terms: Term[];
  buyerAccounts?: string[];
  countryCodes?: string[];
  /** `YYYY-MM-DD`; the offer can be accepted until 23:59:59 UTC of that day. */
  availabilityEndDate?: string;
  preExistingAgreement?: { AcquisitionChannel: string; PricingModel: string };
  /** Set on a replacement offer: accepting it ends that agreement. */
  replacesAgreementId?: string;
  createdDate: string;
  lastModifiedDate: string;
  releaseDate?: string;
};

export type Change = {
  changeType: string;
  changeName?: string;
  entityType: string;
  entityId?: string;
  details: Record<string, unknown>;
  errors: Problem[];
};

export type Problem = { code: string; message: string };

export type ChangeSet = {
  id: string;
  name?: string;
  /** Tells a repeated request from another one that uses the same token. */
  requestHash: string;
  status: 'PREPARING' | 'APPLYING' | 'SUCCEEDED' | 'FAILED' | 'CANCELLED';
  failureCode?: 'CLIENT_ERROR' | 'SERVER_FAULT';
  failureDescription?: string;
  startTime: string;
  endTime?: string;
  changes: Change[];
  injectedFailure?: ChangeSetFailure;
};

export type ChangeSetFailure = { code: string; message: string; changeType?: string };

export type AgreementStatus =
  | 'ACTIVE'
  | 'ARCHIVED'
  | 'CANCELLED'
  | 'EXPIRED'
  | 'RENEWED'
  | 'REPLACED'
  | 'ROLLED_BACK'
  | 'SUPERSEDED'
  | 'TERMINATED';

export type Agreement = {
  id: string;
  intent: 'NEW' | 'AMEND' | 'RENEW' | 'REPLACE';
  status: AgreementStatus;
  offerId: string;
  productId: string;
  acceptorAccountId: string;
  acceptanceTime: string;
  startTime: string;
  /** Null: open-ended. */
  endTime: string | null;
  lastUpdateTime: string;
  initialAgreementId: string;
  previousAgreementId?: string;
  /** As GetAgreementTerms gives them: `{ validityTerm: { … } }`. */
  terms: Record<string, Record<string, unknown>>[];
  entitlements: { dimension: string; quantity: number }[];
  value: { currency: string; amount: string };
  autoRenew: boolean;
  licenseArn: string;
  license: 'PENDING' | 'SCHEDULED' | 'PROVISIONED' | 'FAILED' | 'DEPROVISIONED';
  /** The machine's time from which GetEntitlements shows the license. */
  entitledFrom?: number;
};

export type RegistrationToken = {
  token: string;
  agreementId: string;
  /** The machine's time, epoch ms. */
  createdAt: number;
  expired: boolean;
  resolved: number;
};

export type CancellationRequest = {
  id: string;
  agreementId: string;
  reasonCode: string;
  description?: string;
  status: 'PENDING_APPROVAL' | 'APPROVED' | 'REJECTED' | 'CANCELLED' | 'VALIDATION_FAILED';
  statusMessage?: string;
  clientToken: string;
  createdAt: string;
  updatedAt: string;
};

export type MeteredUsage = { id: string; quantity: number };

export type EventEnvelope = {
  version: '0';
  id: string;
  'detail-type': string;
  source: string;
  account: string;
  time: string;
  region: 'us-east-1';
  resources: string[];
  detail: Record<string, unknown>;
};

export type Delivery = { at: string; status?: number; error?: string };

export type MarketplaceEvent = {
  envelope: EventEnvelope;
  state: 'waiting' | 'delivered' | 'refused' | 'failed' | 'dropped' | 'kept';
  deliveries: Delivery[];
};

export type QueuedMessage = {
  id: string;
  body: string;
  receiptHandle?: string;
  visibleFrom: number;
  receiveCount: number;
  sentAt: number;
};

export type SnsSubscription = {
  arn: string;
  topicArn: string;
  endpoint: string;
  confirmed: boolean;
  token: string;
};

export type Fault = {
  operation: string;
  kind: 'throttle' | 'error' | 'latency' | 'timeout' | 'reset' | 'lostAnswer';
  /** How many calls it still hits. */
  times: number;
  /** For `latency`, milliseconds. */
  delay?: number;
  /** For `error`: another error than the service's internal one. */
  code?: string;
  status?: number;
  message?: string;
};

export type Job = {
  id: string;
  /** Exactly one of the two: the machine's time in ms, or a business moment in ms. */
  real?: number;
  business?: number;
  task: Task;
};

export type Task =
  | { kind: 'prepareChangeSet'; changeSetId: string }
  | { kind: 'finishChangeSet'; changeSetId: string }
  | { kind: 'enqueue'; eventId: string }
  | { kind: 'deliver'; eventId: string; attempt: number }
  | { kind: 'notify'; message: Record<string, string>; endpoint: string; attempt: number }
  | { kind: 'announceAgreement'; agreementId: string }
  | { kind: 'provisionLicense'; agreementId: string }
  | { kind: 'deprovisionLicense'; agreementId: string }
  | { kind: 'failPayment'; agreementId: string }
  | { kind: 'announceEnd'; agreementId: string; endTime: string; days: number }
  | { kind: 'endAgreement'; agreementId: string; endTime: string }
  | { kind: 'approveCancellation'; requestId: string };
