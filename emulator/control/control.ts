import type { Amendment } from '../agreements/amendment.ts';
import type { Choice } from '../agreements/choice.ts';
import type {
  Agreement,
  AgreementStatus,
  CancellationRequest,
  RegistrationToken,
} from '../engine/agreement.ts';
import type { ChangeSet, ChangeSetFailure } from '../engine/change-set.ts';
import { addDuration } from '../engine/dates.ts';
import type { MarketplaceEvent, SnsSubscription } from '../engine/event.ts';
import { type Marketplace, secondOf } from '../engine/marketplace.ts';
import type { Offer, Product } from '../engine/offer.ts';
import { newProduct } from '../engine/seed.ts';
import type { Settings } from '../engine/settings.ts';
import type { BuyerAccount, State } from '../engine/state.ts';
import type { Fault } from '../engine/task.ts';
import { subscribeEndpoint, type Topic, topicArn } from '../events/sns.ts';
import { agreementControl, type RegistrationForm } from './agreements.ts';
import { found } from './found.ts';
import { mischief } from './mischief.ts';
import { offerControl } from './offers.ts';
import type { RareEvent } from './rare-events.ts';

type Change<T> = { [K in keyof T]?: T[K] };
export type SettingsChange = Change<Omit<Settings, 'events'>> & {
  events?: Change<Settings['events']>;
};

/** `now`: an ISO 8601 moment. `advance`: an ISO 8601 duration such as `P30D`. */
export type ClockChange = { scale?: number; now?: string; advance?: string };

/** What tests and people can do beside AWS's APIs; each method has an endpoint of its own under /control. */
export type Control = {
  products(): Product[];
  addProduct(product: Partial<Product>): Product;
  accounts(): BuyerAccount[];
  addAccount(account: BuyerAccount): BuyerAccount;
  offers(): Offer[];
  agreements(): Agreement[];
  changeSets(): ChangeSet[];
  events(): MarketplaceEvent[];
  registrationTokens(): RegistrationToken[];
  cancellationRequests(): CancellationRequest[];
  /** The Subscribe button. One unit of every option if none are given. @throws AcceptanceError */
  accept(choice: Choice): Agreement;
  /** The Set up your account button. */
  registrationToken(agreementId: string): RegistrationForm;
  /** From now on ResolveCustomer answers ExpiredTokenException for this token. */
  expireToken(token: string): void;
  /** Ends a released offer as the seller does in AWS's console: by a change set of its own. @throws AwsError */
  endOffer(offerId: string): ChangeSet;
  /** Does at once what AWS is at, however long it would take. */
  finishChangeSets(): void;
  /** Ends an agreement as the buyer or AWS does. This and the next two throw an AwsError for one that has ended. */
  endAgreement(agreementId: string, status: AgreementStatus): Agreement;
  amendAgreement(agreementId: string, amendment: Amendment): Agreement;
  /** Starts the next term now; @returns the new agreement. */
  renewAgreement(agreementId: string): Agreement;
  /** The buyer's answer to the seller's cancellation request. */
  answerCancellation(requestId: string, answer: { approve: boolean; reason?: string }): CancellationRequest;
  /** Publishes an event that nothing in the emulator causes by itself. */
  publishEvent(type: RareEvent, agreementId: string): void;
  /** Posts an event once more, as an at-least-once bus may. */
  redeliver(eventId: string): void;
  /** Subscribes an HTTP endpoint to one of the product's legacy SNS topics. */
  subscribeToTopic(subscription: { topic: Topic; productId: string; endpoint: string }): SnsSubscription;
  settings(change?: SettingsChange): Settings;
  clock(change?: ClockChange): { now: string; scale: number };
  addFault(fault: Omit<Fault, 'times'> & { times?: number }): Fault;
  faults(): Fault[];
  clearFaults(): void;
  /** The next change set (of this type of change) fails so. `SERVER_FAULT` gives AWS's failure code of that name. */
  failNextChangeSet(failure: ChangeSetFailure): void;
  /** Forgets everything and starts with the seeded product. */
  reset(): void;
};

function changeClock(market: Marketplace, { scale, now, advance }: ClockChange): void {
  const current = market.clock.now();
  const moment = now ? new Date(now) : advance ? addDuration(current, advance) : current;
  market.state.clock = {
    scale: scale ?? market.state.clock.scale,
    real: Date.now(),
    business: moment.getTime(),
  };
  market.schedule.wake();
}

const lists = (market: Marketplace) => ({
  products: () => Object.values(market.state.products),
  accounts: () => market.state.accounts,
  offers: () => Object.values(market.state.offers),
  agreements: () => Object.values(market.state.agreements),
  changeSets: () => Object.values(market.state.changeSets),
  events: () => market.state.events,
  registrationTokens: () => Object.values(market.state.registrationTokens),
  cancellationRequests: () => Object.values(market.state.cancellationRequests),
  faults: () => market.state.faults,
});

/** The methods of a marketplace; `freshState` gives what a reset starts with. */
export function createControl(market: Marketplace, freshState: () => State): Control {
  return {
    ...lists(market),
    ...agreementControl(market),
    ...offerControl(market),
    ...mischief(market),
    addProduct(product) {
      const made = newProduct(product, secondOf(market));
      market.state.products[made.id] = made;
      return made;
    },
    addAccount(account) {
      market.state.accounts = [...market.state.accounts.filter(each => each.id !== account.id), account];
      return account;
    },
    subscribeToTopic({ topic, productId, endpoint }) {
      const { code } = found(market.state.products[productId], `product ${productId}`);
      return subscribeEndpoint(market, { topicArn: topicArn(topic, code), endpoint });
    },
    settings(change = {}) {
      const current = market.state.settings;
      market.state.settings = { ...current, ...change, events: { ...current.events, ...change.events } };
      return market.state.settings;
    },
    clock(change) {
      if (change) changeClock(market, change);
      return { now: market.clock.now().toISOString(), scale: market.state.clock.scale };
    },
    reset() {
      market.state = freshState();
    },
  };
}
