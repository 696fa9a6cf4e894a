import { agreedTerms, agreementValue } from './agreement/terms.ts';
import { addDuration, endOfDay, startOfDay } from './dates.ts';
import { publishAgreementEnded } from './events/agreement.ts';
import { notifySubscription } from './events/sns.ts';
import { licenseArn, newId } from './ids.ts';
import { type Marketplace, settings, timestamp } from './marketplace.ts';
import type { Agreement, Offer, RegistrationToken, Term } from './state.ts';

/** What a buyer chooses on the offer's page. */
export type Choice = {
  offerId: string;
  accountId: string;
  /** Units of each dimension of a configurable contract. */
  units?: Record<string, number>;
  /** Which of the offer's durations, e.g. `P12M`; the first if left out. */
  duration?: string;
  autoRenew?: boolean;
};

/** Why AWS does not take an acceptance. `NOT_FOUND` is all that an account learns about another's offer. */
export class AcceptanceError extends Error {
  readonly code: 'NOT_FOUND' | 'ALREADY_ACCEPTED' | 'CHOOSE_UNITS' | 'INVALID_UNITS';

  constructor(code: AcceptanceError['code'], message: string) {
    super(message);
    this.code = code;
  }
}

export const isExpired = (market: Marketplace, { availabilityEndDate }: Offer) =>
  availabilityEndDate !== undefined && market.clock.now() > endOfDay(availabilityEndDate);

/** The offer if this account may see it: released, targeted at it and not expired. */
export function visibleOffer(market: Marketplace, offerId: string, accountId: string): Offer | undefined {
  const offer = market.state.offers[offerId];
  if (offer?.state !== 'Released' || isExpired(market, offer)) return undefined;
  return offer.buyerAccounts?.includes(accountId) ? offer : undefined;
}

export const agreementOfOffer = (
  market: Marketplace,
  offerId: string,
  accountId: string,
): Agreement | undefined =>
  Object.values(market.state.agreements).find(
    each => each.offerId === offerId && each.acceptorAccountId === accountId && each.intent !== 'RENEW',
  );

export const contractTerm = (offer: Offer): Term | undefined =>
  offer.terms.find(each => each.Type === 'ConfigurableUpfrontPricingTerm');

type RateCard = {
  Selector: { Value: string };
  Constraints: { MultipleDimensionSelection: string; QuantityConfiguration: string };
  RateCard: { DimensionKey: string; Price: string }[];
};

export function rateCardOf(offer: Offer, duration?: string): RateCard | undefined {
  const cards = (contractTerm(offer)?.RateCards ?? []) as RateCard[];
  return duration ? cards.find(each => each.Selector.Value === duration) : cards[0];
}

type Units = { dimension: string; quantity: number }[];

/** A configurable contract starts at no units: the buyer has to choose. Fixed terms grant what they say. */
function chosenUnits(offer: Offer, { units = {}, duration }: Choice): Units {
  const grants = offer.terms.flatMap(
    each => (each.Grants ?? []) as { DimensionKey: string; MaxQuantity: number }[],
  );
  const granted = grants.map(each => ({ dimension: each.DimensionKey, quantity: each.MaxQuantity }));
  const card = rateCardOf(offer, duration);
  if (contractTerm(offer) && !card)
    throw new AcceptanceError('INVALID_UNITS', `${duration} is no duration of the offer.`);
  if (!card) return granted;
  const chosen = checkedUnits(card, units);
  if (chosen.length === 0)
    throw new AcceptanceError('CHOOSE_UNITS', 'Set the number of units of at least one option.');
  return [...granted, ...chosen];
}

function checkedUnits({ RateCard, Constraints }: RateCard, units: Record<string, number>): Units {
  const keys = RateCard.map(each => each.DimensionKey);
  const chosen = Object.entries(units).map(([dimension, quantity]) => ({ dimension, quantity }));
  const wrong = chosen.find(
    each => !keys.includes(each.dimension) || !Number.isInteger(each.quantity) || each.quantity < 0,
  );
  if (wrong)
    throw new AcceptanceError(
      'INVALID_UNITS',
      `${wrong.quantity} units of ${wrong.dimension} cannot be chosen.`,
    );
  const taken = chosen.filter(each => each.quantity > 0);
  if (Constraints.MultipleDimensionSelection === 'Disallowed' && taken.length > 1) {
    throw new AcceptanceError('INVALID_UNITS', 'Only one option can be chosen.');
  }
  if (Constraints.QuantityConfiguration === 'Disallowed' && taken.some(each => each.quantity > 1)) {
    throw new AcceptanceError('INVALID_UNITS', 'Only one unit can be chosen.');
  }
  return taken;
}

function periodOf(market: Marketplace, offer: Offer, duration?: string) {
  const validity = offer.terms.find(each => each.Type === 'ValidityTerm');
  const now = market.clock.now();
  const start = validity?.AgreementStartDate ? startOfDay(validity.AgreementStartDate) : now;
  const length = validity?.AgreementDuration ?? rateCardOf(offer, duration)?.Selector.Value;
  const end = validity?.AgreementEndDate
    ? endOfDay(validity.AgreementEndDate)
    : length && addDuration(start, length);
  return { startTime: start.toISOString(), endTime: end ? end.toISOString() : null };
}

function newAgreement(market: Marketplace, offer: Offer, choice: Choice): Agreement {
  const id = newId.agreement();
  const entitlements = chosenUnits(offer, choice);
  const replaced = offer.replacesAgreementId && market.state.agreements[offer.replacesAgreementId];
  const now = timestamp(market);
  return {
    id,
    intent: replaced ? 'REPLACE' : 'NEW',
    status: 'ACTIVE',
    offerId: offer.id,
    productId: offer.productId,
    acceptorAccountId: choice.accountId,
    acceptanceTime: now,
    ...periodOf(market, offer, choice.duration),
    lastUpdateTime: now,
    initialAgreementId: replaced ? replaced.initialAgreementId : id,
    ...(replaced && { previousAgreementId: replaced.id }),
    terms: agreedTerms(offer, entitlements, choice),
    entitlements,
    value: agreementValue(offer, entitlements, choice.duration),
    autoRenew: choice.autoRenew ?? false,
    licenseArn: licenseArn(newId.license()),
    license: 'PENDING',
  };
}

/**
 * The Subscribe button. The events follow after their delays: agreement created, then license updated.
 * @throws AcceptanceError
 */
export function acceptOffer(market: Marketplace, choice: Choice): Agreement {
  const offer = visibleOffer(market, choice.offerId, choice.accountId);
  if (!offer)
    throw new AcceptanceError(
      'NOT_FOUND',
      'The offer does not exist, has expired, or is not for this account.',
    );
  if (agreementOfOffer(market, offer.id, choice.accountId)) {
    throw new AcceptanceError('ALREADY_ACCEPTED', 'This account has already accepted the offer.');
  }
  const agreement = newAgreement(market, offer, choice);
  market.state.agreements[agreement.id] = agreement;
  const replaced = agreement.previousAgreementId && market.state.agreements[agreement.previousAgreementId];
  if (replaced) endAgreementAs(market, replaced, 'REPLACED');
  market.schedule.add(
    { after: settings(market).agreementEventDelay },
    { kind: 'announceAgreement', agreementId: agreement.id },
  );
  return agreement;
}

/** Ends an agreement; its license goes after the license delay. */
export function endAgreementAs(market: Marketplace, agreement: Agreement, status: Agreement['status']): void {
  Object.assign(agreement, { status, lastUpdateTime: timestamp(market) });
  publishAgreementEnded(market, agreement);
  notifySubscription(market, agreement, 'unsubscribe-pending');
  market.schedule.add(
    { after: settings(market).licenseDelay },
    { kind: 'deprovisionLicense', agreementId: agreement.id },
  );
}

/** A fresh token each time, as the console's "Set up your account" button gives. */
export function newRegistrationToken(market: Marketplace, agreement: Agreement): RegistrationToken {
  const token = newId.registrationToken();
  const made = { token, agreementId: agreement.id, createdAt: Date.now(), expired: false, resolved: 0 };
  market.state.registrationTokens[token] = made;
  return made;
}

/** The form that AWS makes the buyer's browser send. */
export function registrationForm(market: Marketplace, agreement: Agreement) {
  const { fulfillmentUrl } = market.state.products[agreement.productId] ?? {};
  return {
    fulfillmentUrl: fulfillmentUrl ?? settings(market).fulfillmentUrl,
    fields: { 'x-amzn-marketplace-token': newRegistrationToken(market, agreement).token },
  };
}
