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
