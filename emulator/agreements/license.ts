import type { Agreement } from '../engine/agreement.ts';
import { type Marketplace, settings, timestamp } from '../engine/marketplace.ts';
import { publishAgreementEnded, publishLicense } from '../events/agreement.ts';
import { notifySubscription } from '../events/sns.ts';

/** The license is there, or has changed. */
export function provisionLicense(market: Marketplace, agreement: Agreement): void {
  if (agreement.status !== 'ACTIVE') return;
  const first = agreement.license !== 'PROVISIONED';
  agreement.license = 'PROVISIONED';
  if (first) agreement.entitledFrom = Date.now() + settings(market).entitlementLag;
  publishLicense(market, agreement, 'Updated');
  notifySubscription(market, agreement, first ? 'subscribe-success' : undefined);
}

/** The license is gone; one that never was is not told of. */
export function deprovisionLicense(market: Marketplace, agreement: Agreement): void {
  const { license } = agreement;
  agreement.license = 'DEPROVISIONED';
  if (license !== 'PROVISIONED') return;
  publishLicense(market, agreement, 'Deprovisioned');
  notifySubscription(market, agreement, 'unsubscribe-success');
}

/** EventBridge has no event of its own for a payment that fails: the agreement just ends, unless it has ended before. */
export function failPayment(market: Marketplace, agreement: Agreement): void {
  if (agreement.status !== 'ACTIVE') return;
  Object.assign(agreement, { status: 'ROLLED_BACK', license: 'FAILED', lastUpdateTime: timestamp(market) });
  publishAgreementEnded(market, agreement);
  notifySubscription(market, agreement, 'subscribe-fail');
}
