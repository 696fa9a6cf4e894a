import { acceptOffer } from '../agreements/acceptance.ts';
import type {
  Agreement,
  AgreementStatus,
  CancellationRequest,
  RegistrationToken,
} from '../agreements/agreement.ts';
import { type Amendment, amendAgreement, renewAgreement } from '../agreements/changes.ts';
import type { Choice } from '../agreements/choice.ts';
import { endAgreementAs, refuseEnded } from '../agreements/end.ts';
import { registrationForm } from '../agreements/registration.ts';
import { addDuration } from '../engine/dates.ts';
import type { Marketplace } from '../engine/marketplace.ts';
import { newProduct } from '../engine/seed.ts';
import type { Settings } from '../engine/settings.ts';
import type { BuyerAccount, State } from '../engine/state.ts';
import type { Fault } from '../engine/task.ts';
import type { MarketplaceEvent, SnsSubscription } from '../events/event.ts';
import { findEvent } from '../events/publish.ts';
import { publishRare, type RareEvent } from '../events/rare.ts';
import { subscribeEndpoint, type Topic, topicArn } from '../events/sns.ts';
import type { ChangeSet, ChangeSetFailure } from '../offers/change-set.ts';
import type { Offer, Product } from '../offers/offer.ts';
import { rateCardOf } from '../offers/offers.ts';
import { settle } from '../services/agreement/operations/cancellation.ts';

/** Something that the control API names does not exist. */
export class NotFound extends Error {}

type Change<T> = { [K in keyof T]?: T[K] };
export type SettingsChange = Change<Omit<Settings, 'events'>> & {
  events?: Change<Settings['events']>;
};

/** `now`: an ISO 8601 moment. `advance`: an ISO 8601 duration such as `P30D`. */
export type ClockChange = { scale?: number; now?: string; advance?: string };

type Fields = { token: string; fulfillmentUrl: string; fields: Record<string, string> };

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
  registrationToken(agreementId: string): Fields;
  /** From now on ResolveCustomer answers ExpiredTokenException for this token. */
  expireToken(token: string): void;
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

/** One unit of every option, unless the caller chose. */
function oneOfEach(market: Marketplace, { offerId, duration }: Choice): Record<string, number> {
  const offer = market.state.offers[offerId];
  const rates = (offer && rateCardOf(offer, duration)?.RateCard) ?? [];
  return Object.fromEntries(rates.map(rate => [rate.DimensionKey, 1]));
}

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

/** Finds by id, or says what does not exist. */
function found<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new NotFound(`There is no ${what}.`);
  return value;
}

function agreementControl(market: Marketplace) {
  const find = (id: string) => found(market.state.agreements[id], `agreement ${id}`);
  function findActive(id: string) {
    const agreement = find(id);
    refuseEnded(agreement);
    return agreement;
  }
  return {
    accept: (choice: Choice) =>
      acceptOffer(market, { ...choice, units: choice.units ?? oneOfEach(market, choice) }),
    registrationToken(agreementId: string): Fields {
      const form = registrationForm(market, find(agreementId));
      return { token: form.fields['x-amzn-marketplace-token'], ...form };
    },
    expireToken(token: string) {
      found(market.state.registrationTokens[token], 'such token').expired = true;
    },
    endAgreement(agreementId: string, status: AgreementStatus) {
      const agreement = findActive(agreementId);
      endAgreementAs(market, agreement, status);
      return agreement;
    },
    amendAgreement: (id: string, amendment: Amendment) => amendAgreement(market, findActive(id), amendment),
    renewAgreement: (id: string) => renewAgreement(market, findActive(id)),
    answerCancellation(id: string, { approve, reason }: { approve: boolean; reason?: string }) {
      const request = found(market.state.cancellationRequests[id], `cancellation request ${id}`);
      const rejection = { status: 'REJECTED', ...(reason && { statusMessage: reason }) } as const;
      return settle(market, request, approve ? { status: 'APPROVED' } : rejection);
    },
    publishEvent: (type: RareEvent, agreementId: string) => publishRare(market, type, find(agreementId)),
  };
}

function mischief(market: Marketplace) {
  return {
    addFault(fault: Omit<Fault, 'times'> & { times?: number }) {
      const planned = { times: 1, ...fault };
      market.state.faults.push(planned);
      return planned;
    },
    clearFaults() {
      market.state.faults = [];
    },
    failNextChangeSet(failure: ChangeSetFailure) {
      market.state.changeSetFailures.push(failure);
    },
    redeliver(eventId: string) {
      found(findEvent(market, eventId), `event ${eventId}`);
      market.schedule.add({ after: 0 }, { kind: 'deliver', eventId, attempt: 1 });
    },
  };
}

/** The methods of a marketplace; `freshState` gives what a reset starts with. */
export function createControl(market: Marketplace, freshState: () => State): Control {
  return {
    ...lists(market),
    ...agreementControl(market),
    ...mischief(market),
    addProduct(product) {
      const made = newProduct(product, market.clock.now().toISOString());
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
