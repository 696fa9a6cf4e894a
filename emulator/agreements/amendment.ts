import type { Agreement } from '../engine/agreement.ts';
import { wholeSecond } from '../engine/dates.ts';
import { type Marketplace, timestamp } from '../engine/marketplace.ts';
import { publishAgreementAmended } from '../events/agreement.ts';
import { scheduleEnd, startAgreement } from './announce.ts';
import { agreementValue } from './value.ts';

export type Amendment = {
  /** The new units of the dimensions; those not named stay. */
  units?: Record<string, number>;
  /** ISO 8601. */
  endTime?: string;
  autoRenew?: boolean;
};

/** The buyer's choices are also in the terms that he accepted. */
function writeChoices({ terms, entitlements, autoRenew }: Agreement): void {
  for (const { configurableUpfrontPricingTerm: contract, renewalTerm: renewal } of terms) {
    const dimensions = entitlements.map(each => ({
      dimensionKey: each.dimension,
      dimensionValue: each.quantity,
    }));
    if (contract?.configuration) contract.configuration = { ...contract.configuration, dimensions };
    if (renewal) renewal.configuration = { enableAutoRenew: autoRenew };
  }
}

function amendUnits(agreement: Agreement, units: Record<string, number>): void {
  const before = agreement.entitlements.map(each => [each.dimension, each.quantity] as const);
  const after = Object.entries({ ...Object.fromEntries(before), ...units });
  agreement.entitlements = after
    .map(([dimension, quantity]) => ({ dimension, quantity }))
    .filter(each => each.quantity > 0);
}

/** The same end again must not plan its notices twice. */
function moveEnd(market: Marketplace, agreement: Agreement, endTime: string): void {
  if (agreement.endTime === endTime) return;
  agreement.endTime = endTime;
  scheduleEnd(market, agreement, market.clock.now());
}

/** Changes an active agreement in place: it keeps its id and its license. */
export function amendAgreement(market: Marketplace, agreement: Agreement, amendment: Amendment): Agreement {
  const { units, endTime, autoRenew } = amendment;
  if (units) amendUnits(agreement, units);
  if (autoRenew !== undefined) agreement.autoRenew = autoRenew;
  if (endTime) moveEnd(market, agreement, wholeSecond(endTime));
  writeChoices(agreement);
  agreement.value = agreementValue(agreement.terms, agreement.entitlements);
  agreement.lastUpdateTime = timestamp(market);
  publishAgreementAmended(market, agreement);
  startAgreement(market, agreement);
  return agreement;
}
