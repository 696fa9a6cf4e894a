import { acceptOffer, type Choice, endAgreementAs, registrationForm } from '../acceptance.ts';
import type { Marketplace } from '../marketplace.ts';
import { newProduct } from '../seed.ts';
import type {
  Agreement,
  AgreementStatus,
  BuyerAccount,
  ChangeSet,
  ChangeSetFailure,
  Fault,
  MarketplaceEvent,
  Offer,
  Product,
  Settings,
  State,
} from '../state.ts';

/** Something that the control API names does not exist. */
export class NotFound extends Error {}

type DeepPartial<T> = { [K in keyof T]?: T[K] extends object ? Partial<T[K]> : T[K] };
export type SettingsChange = DeepPartial<Omit<Settings, 'eventTarget'>> & {
  eventTarget?: Settings['eventTarget'];
};

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
  /** The Subscribe button. Units of every dimension are 1 if none are given. @throws AcceptanceError */
  accept(choice: Choice): Agreement;
  /** The Set up your account button. */
  registrationToken(agreementId: string): {
    token: string;
    fulfillmentUrl: string;
    fields: Record<string, string>;
  };
  /** From now on ResolveCustomer answers ExpiredTokenException for this token. */
  expireToken(token: string): void;
  /** Ends an agreement as the buyer or AWS does. */
  endAgreement(agreementId: string, status: AgreementStatus): Agreement;
  settings(change?: SettingsChange): Settings;
  addFault(fault: Omit<Fault, 'times'> & { times?: number }): Fault;
  faults(): Fault[];
  clearFaults(): void;
  /** The next change set (of this type of change) fails so. `SERVER_FAULT` gives AWS's failure code of that name. */
  failNextChangeSet(failure: ChangeSetFailure): void;
  /** Posts an event once more, as an at-least-once bus may. */
  redeliver(eventId: string): void;
  /** Forgets everything and starts with the seeded product. */
  reset(): void;
};

const DIMENSION_TERMS = ['ConfigurableUpfrontPricingTerm'];

/** One unit of every option, unless the caller chose. */
function oneOfEach(market: Marketplace, { offerId }: Choice): Record<string, number> {
  const terms = market.state.offers[offerId]?.terms.filter(each => DIMENSION_TERMS.includes(each.Type)) ?? [];
  const rates = terms.flatMap(each => each.RateCards[0]?.RateCard ?? []) as { DimensionKey: string }[];
  return Object.fromEntries(rates.map(rate => [rate.DimensionKey, 1]));
}

function merge(current: Settings, change: SettingsChange): Settings {
  const { events, ...rest } = change;
  return { ...current, ...(rest as Partial<Settings>), events: { ...current.events, ...events } };
}

export function createControl(market: Marketplace, freshState: () => State): Control {
  const find = (agreementId: string): Agreement => {
    const agreement = market.state.agreements[agreementId];
    if (!agreement) throw new NotFound(`There is no agreement ${agreementId}.`);
    return agreement;
  };
  return {
    products: () => Object.values(market.state.products),
    addProduct(product) {
      const made = newProduct(product, market.clock.now().toISOString());
      market.state.products[made.id] = made;
      return made;
    },
    accounts: () => market.state.accounts,
    addAccount(account) {
      market.state.accounts = [...market.state.accounts.filter(each => each.id !== account.id), account];
      return account;
    },
    offers: () => Object.values(market.state.offers),
    agreements: () => Object.values(market.state.agreements),
    changeSets: () => Object.values(market.state.changeSets),
    events: () => market.state.events,
    accept: choice => acceptOffer(market, { ...choice, units: choice.units ?? oneOfEach(market, choice) }),
    registrationToken(agreementId) {
      const form = registrationForm(market, find(agreementId));
      return { token: form.fields['x-amzn-marketplace-token'], ...form };
    },
    expireToken(token) {
      const known = market.state.registrationTokens[token];
      if (!known) throw new NotFound('There is no such token.');
      known.expired = true;
    },
    endAgreement(agreementId, status) {
      const agreement = find(agreementId);
      endAgreementAs(market, agreement, status);
      return agreement;
    },
    settings(change = {}) {
      market.state.settings = merge(market.state.settings, change);
      return market.state.settings;
    },
    addFault(fault) {
      const planned = { times: 1, ...fault };
      market.state.faults.push(planned);
      return planned;
    },
    faults: () => market.state.faults,
    clearFaults() {
      market.state.faults = [];
    },
    failNextChangeSet(failure) {
      market.state.changeSetFailures.push(failure);
    },
    redeliver(eventId) {
      const event = market.state.events.find(each => each.envelope.id === eventId);
      if (!event) throw new NotFound(`There is no event ${eventId}.`);
      market.schedule.add({ after: 0 }, { kind: 'deliver', eventId, attempt: 1 });
    },
    reset() {
      market.state = freshState();
    },
  };
}
