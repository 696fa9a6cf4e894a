import type { Agreement, CancellationRequest, MeteredUsage, RegistrationToken } from './agreement.ts';
import type { ChangeSet, ChangeSetFailure } from './change-set.ts';
import type { ClockState } from './clock.ts';
import type { MarketplaceEvent, QueuedMessage, SnsSubscription } from './event.ts';
import type { Offer, Product } from './offer.ts';
import type { Settings } from './settings.ts';
import type { Fault, Job } from './task.ts';

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

export type BuyerAccount = {
  id: string;
  name: string;
  /** The account that manages its organization: what is offered to that one, this one may accept. */
  managementAccountId?: string;
};
