import type { Agreement } from '../engine/agreement.ts';
import type { Offer } from '../engine/offer.ts';
import { type RateCard, rateCardOf, termOf } from '../offers/terms.ts';

/** What a buyer chooses on the offer's page. */
export type Choice = {
  offerId: string;
  accountId: string;
  /** Units of each dimension of a configurable contract. */
  units?: Record<string, number>;
  /** Which of the offer's durations, e.g. `P12M`; the first if left out. */
  duration?: string;
  autoRenew?: boolean;
  /** ISO 8601: the agreement starts later than it is accepted, as a future-dated offer's does. Control API only. */
  startTime?: string;
};

/** Why AWS does not take an acceptance. `NOT_FOUND` is all that an account learns about another's offer. */
export class AcceptanceError extends Error {
  readonly code: 'NOT_FOUND' | 'ALREADY_ACCEPTED' | 'CHOOSE_UNITS' | 'INVALID_UNITS';

  constructor(code: AcceptanceError['code'], message: string) {
    super(message);
    this.code = code;
  }
}

type Units = Agreement['entitlements'];

/** A configurable contract starts at no units: the buyer has to choose. Fixed terms grant what they say. */
export function chosenUnits(offer: Offer, { units = {}, duration }: Choice): Units {
  const grants = (termOf(offer, 'FixedUpfrontPricingTerm')?.Grants ?? []) as {
    DimensionKey: string;
    MaxQuantity: number;
  }[];
  const granted = grants.map(each => ({ dimension: each.DimensionKey, quantity: each.MaxQuantity }));
  const card = rateCardOf(offer, duration);
  if (termOf(offer, 'ConfigurableUpfrontPricingTerm') && !card)
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
