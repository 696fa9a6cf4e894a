import type { Agreement } from '../engine/agreement.ts';
import { licenseArn, newId } from '../engine/ids.ts';
import { type Marketplace, timestamp } from '../engine/marketplace.ts';
import { publishAgreementAmended } from '../events/agreement.ts';
import { endAgreementAs } from './end.ts';
import { announceAgreement, scheduleEnd, startAgreement } from './lifecycle.ts';

export type Amendment = {
  /** The new units of the dimensions; those not named stay. */
  units?: Record<string, number>;
  /** ISO 8601. */
  endTime?: string;
  autoRenew?: boolean;
};

type Configured = { configuration?: Record<string, unknown> };

/** The buyer's choices are also in the terms that he accepted. */
function writeChoices({ terms, entitlements, autoRenew }: Agreement): void {
  for (const term of terms) {
    const contract = term.configurableUpfrontPricingTerm as Configured | undefined;
    const renewal = term.renewalTerm as Configured | undefined;
    const dimensions = entitlements.map(each => ({
      dimensionKey: each.dimension,
      dimensionValue: each.quantity,
    }));
    if (contract) contract.configuration = { ...contract.configuration, dimensions };
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
  scheduleEnd(market, agreement);
}

/** Changes an active agreement in place: it keeps its id and its license. */
export function amendAgreement(market: Marketplace, agreement: Agreement, amendment: Amendment): Agreement {
  const { units, endTime, autoRenew } = amendment;
  if (units) amendUnits(agreement, units);
  if (autoRenew !== undefined) agreement.autoRenew = autoRenew;
  if (endTime) moveEnd(market, agreement, new Date(endTime).toISOString());
  writeChoices(agreement);
  agreement.lastUpdateTime = timestamp(market);
  publishAgreementAmended(market, agreement);
  startAgreement(market, agreement);
  return agreement;
}

/**
 * The next term: a new agreement of the same length that starts where the old one ends, with a license of its
 * own. AWS names the old agreement in the event as `previousAgreementId`.
 */
export function renewAgreement(market: Marketplace, previous: Agreement): Agreement {
  const start = new Date(previous.endTime ?? timestamp(market));
  const length = start.getTime() - Date.parse(previous.startTime);
  const renewed: Agreement = {
    ...structuredClone(previous),
    id: newId.agreement(),
    intent: 'RENEW',
    acceptanceTime: timestamp(market),
    startTime: start.toISOString(),
    endTime: previous.endTime && new Date(start.getTime() + length).toISOString(),
    lastUpdateTime: timestamp(market),
    previousAgreementId: previous.id,
    licenseArn: licenseArn(newId.license()),
    license: 'PENDING',
  };
  delete renewed.entitledFrom;
  market.state.agreements[renewed.id] = renewed;
  endAgreementAs(market, previous, 'RENEWED');
  announceAgreement(market, renewed);
  return renewed;
}
